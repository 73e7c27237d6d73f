import { phrases } from '../../../contract/words/phrases.ts';
import { containsAny } from '../lexicon/affixes.ts';
import { is, WordClass } from '../lexicon/lexicon.ts';
import { year, type Shape } from '../shapes/shape.ts';
import { reach } from './distance.ts';
import type { Introduction } from './introducers.ts';
import { isStatus } from './lapsed.ts';
import type { Message } from '../message.ts';
import { isAscii } from '../text/normalise.ts';
import { isAloneOnLine, opensMessage } from './positions.ts';
import {
  isBehindColon,
  isPlace,
  isPurpose,
  isVerb,
  surroundings,
  verbBefore,
  type Surroundings,
} from './surroundings.ts';
import { none, type Tie } from './tie.ts';
import { tieByTelling } from './told.ts';
import type { Token } from '../text/tokens.ts';
import { finalVerbsInside, purposesInside } from '../words/contexts.ts';
import { placeLinks, placesInside } from '../words/places.ts';

const say = phrases.codes;

const hasInside = {
  verb: containsAny(finalVerbsInside),
  purpose: containsAny(purposesInside),
  place: containsAny(placesInside),
};

/** How far before a shape such a verb begins, in characters. */
const longestVerb = 14;

/** `Use 482913 to sign in`, `Type 482913 in Lumora`, `Confirm with 482913`: no word for a code at all. */
export function tieByInstruction(message: Message, shape: Shape): Tie {
  if (shape.code.length < 3) return none;
  const around = surroundings(message, shape);
  const isAsked = isAskedFor(around.lead) || (!around.isAllAscii && hasInside.verb(around.before.slice(-longestVerb)));
  const isLast = endsInVerb(around);
  // What is asked for may have been said in the sentence before: `You are signing in. If it is you, enter 482913.`
  const serves =
    hasPurpose(around) || ((isAsked || isLast) && (saysWhy(message, shape) || hasMentioned(message, shape)));
  if (shape.kind === 'letters')
    return isAsked && serves && !isStatus(shape.code) && isForSomething(around)
      ? { score: 5, reason: say.toBeEntered }
      : none;
  if (isAsked && (serves || hasPlace(message, around))) return { score: 4.3, reason: say.toBeEntered };
  if (isAsked && shape.kind !== 'mixed' && shape.code.length === 6) return { score: 3.5, reason: say.toBeEntered };
  if (isTyped(around) && couldBeTyped(shape)) return { score: 4.2, reason: say.toBeEntered };
  if (isLast && (serves || hasPlace(message, around))) return { score: 4.2, reason: say.toBeEntered };
  const told = tieByTelling(message, shape, around);
  if (told.score > 0) return told;
  return doing(message, shape, around, serves) ?? none;
}

/** `KXPQRT to log in`, `KXPQRT.` */
function isForSomething({ following, after }: Surroundings): boolean {
  return is(following[0], WordClass.purposeLink) || /^\s*["')\]]*[.,;!]|^\s*$/.test(after);
}

function doing({ normal }: Message, shape: Shape, around: Surroundings, serves: boolean): Tie | null {
  const { following, before, after } = around;
  const isNumber = shape.kind === 'digits' || shape.kind === 'grouped';
  const opens = opensMessage(normal.text, shape.start) || /^[\s"'*(]*$/.test(before);
  const next = following[0];
  if (opens && next && is(next, WordClass.validity) && shape.code.length >= 4)
    return { score: 4, reason: say.isFollowedBy({ words: next.text }) };
  if (next && isNumber && is(next, WordClass.purpose) && (opens || isBehindColon(before)))
    return { score: 4.2, reason: say.isFollowedBy({ words: next.text }) };
  // `41907 - to confirm your number`.
  if (opens && isNumber && /^\s*[-:>]/.test(after) && following.slice(0, 4).some(isPurpose))
    return { score: 4, reason: say.toBeUsed };
  if (opens && (shape.code.length === 6 || serves) && following.slice(0, 3).some(isVerb))
    return { score: 4.2, reason: say.toBeUsed };
  if (!serves) return null;
  if (opens && following.slice(0, 9).some(isPurpose) && isDistinct(shape)) return { score: 3.6, reason: say.toBeUsed };
  if (isNumber && opens && next && is(next, WordClass.purposeLink) && following.slice(1, 3).some(isPurpose))
    return { score: 4, reason: say.toBeUsed };
  if (shape.code.length >= 5 && isAloneOnLine(normal.text, shape)) return { score: 3.6, reason: say.aloneOnLine };
  if (isNumber && isDistinct(shape) && following.slice(0, 5).some(isPlace))
    return { score: 3.8, reason: say.toBeEntered };
  return confirms(shape, around, isNumber) ? { score: 4, reason: say.confirmsWith } : null;
}

/** Six digits, groups, or letters and digits: more than a number by chance. */
function isDistinct({ kind, code }: Shape): boolean {
  return kind === 'grouped' || (kind === 'digits' && code.length === 6);
}

/** `Confirm your number with 482913`, `What you need to sign in: 482913`. */
function confirms({ code }: Shape, { lead, following, before }: Surroundings, isNumber: boolean): boolean {
  const last = lead.at(-1);
  const isAhead = lead.some(isPurpose);
  const isNumbered = is(last, WordClass.number) && !namesAnother(lead.at(-2));
  if (isNumbered && isAhead && isNumber && code.length >= 5) return true;
  if (is(last, WordClass.instrument))
    return code.length === 6 || lead.slice(code.length === 5 ? 0 : -5).some(isPurpose);
  // `350718 ile onaylayın`.
  if (is(following[0], WordClass.instrument) && code.length >= 4 && following.slice(1, 4).some(isPurpose)) return true;
  if (!isNumber) return false;
  if (/[[(]$/.test(before) && code.length === 6 && (is(last, WordClass.purpose) || hasInside.purpose(last?.text ?? '')))
    return true;
  return (
    isBehindColon(before) &&
    !/\([^)]*$/.test(before) &&
    isAhead &&
    code.length >= 5 &&
    !namesAnother(last) &&
    !is(last, WordClass.code)
  );
}

/** A verb before the code, with or without "please". */
export function isAskedFor(lead: Token[]): boolean {
  return isVerb(verbBefore(lead));
}

/** `Type 482913`, `Enter on the site: 482913`, `482913 eintippen`: nobody types anything but a code. */
function isTyped({ lead, following, before }: Surroundings): boolean {
  if (is(verbBefore(lead), WordClass.typing) || isTypedBehind(following)) return true;
  const near = lead.slice(-7);
  const verb = near.findLastIndex(isTyping);
  return verb >= 0 && (isBehindColon(before) || near.slice(verb).some(isPlace));
}

/** `482913 eintippen`, but not `Locker 0217: type 83350`. */
function isTypedBehind(following: Token[]): boolean {
  const verb = following.slice(0, 3).findIndex(isTyping);
  return verb >= 0 && !following.slice(verb + 1, verb + 4).some(({ kind }) => kind === 'digits');
}

function couldBeTyped({ kind, code }: Shape): boolean {
  if (kind === 'digits') return code.length >= 4 && code.length <= 8 && !year.test(code) && !/^1?0+$/.test(code);
  return kind !== 'mixed' || code.length >= 5;
}

const isTyping = (token: Token): boolean => is(token, WordClass.typing);
/** An account, an order; or a word such as "no." ahead of its number. */
function namesAnother(token: Token | undefined): boolean {
  return is(token, WordClass.notBefore) || is(token, WordClass.number);
}

/** `618305 eingeben`, `618305を認証画面に入力してください`. */
function endsInVerb({ following, after, isAllAscii }: Surroundings): boolean {
  return (
    following.slice(0, 10).some((token) => is(token, WordClass.finalVerb)) || (!isAllAscii && hasInside.verb(after))
  );
}

function hasPurpose(around: Surroundings): boolean {
  return around.following.some(isPurpose) || around.lead.some(isPurpose) || isAround(around, hasInside.purpose);
}

function saysWhy({ normal, tokens }: Message, { start, first, last }: Shape): boolean {
  if (!normal.isAscii && hasInside.purpose(normal.lower.slice(Math.max(0, start - 60), start))) return true;
  return (
    tokens.slice(Math.max(0, first - 25), first).some(isPurpose) || tokens.slice(last + 1, last + 13).some(isPurpose)
  );
}

/** `Your new password was requested. Use 482913.` */
function hasMentioned({ introductions }: Message, { start }: Shape): boolean {
  // From the nearest on, as a long text has many; one that begins twice as far ahead does not end near enough.
  for (let index = countBefore(introductions, start) - 1; index >= 0; index -= 1) {
    const intro = introductions[index]!;
    if (start - intro.start > 2 * reach) return false;
    if (!intro.other && !intro.weak && intro.end <= start && start - intro.end <= reach) return true;
  }
  return false;
}

/** How many of them begin before a place. */
function countBefore(introductions: Introduction[], place: number): number {
  let low = 0;
  let high = introductions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (introductions[middle]!.start < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isAround({ before, after, isAllAscii }: Surroundings, has: (text: string) => boolean): boolean {
  if (isAllAscii) return false;
  return (!isAscii(before) && has(before)) || (!isAscii(after) && has(after));
}

/** `in the app`, `in Lumora`. */
function hasPlace({ normal }: Message, around: Surroundings): boolean {
  const { lead, following } = around;
  if (following.slice(0, 8).some(isPlace) || lead.slice(-8).some(isPlace) || isAround(around, hasInside.place))
    return true;
  const [link, name] = following;
  return (
    link !== undefined &&
    name !== undefined &&
    placeLinks.has(link.text) &&
    /\p{Lu}/u.test(normal.text[name.start] ?? '')
  );
}
