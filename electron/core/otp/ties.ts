import type { Phrase } from '../../contract/words/phrase.ts';
import { phrases } from '../../contract/words/phrases.ts';
import { beginsWithAny } from './affixes.ts';
import type { Shape } from './candidates.ts';
import type { Introduction } from './introducers.ts';
import type { Message } from './message.ts';
import { sentenceEnd } from './sentences.ts';
import type { Token } from './tokens.ts';
import {
  codeVerbs,
  copulas,
  finalCopulas,
  finalVerbsInside,
  instruments,
  purposes,
  purposesInside,
  verbFillers,
} from './words/contexts.ts';

const say = phrases.codes;

/** How strongly a shape is tied to what the message says: 0 not at all, 6 beyond doubt. */
export interface Tie {
  score: number;
  reason: Phrase;
}

/** Farther apart than this, in characters, nothing is tied. It also keeps the work for each shape constant. */
export const reach = 160;

const verbs = new Set(codeVerbs);
const instrument = new Set(instruments);
const isPurpose = beginsWithAny(purposes);
const purposeLinks = new Set(['to', 'as', 'for', 'on', 'in', 'within', 'um', 'als', 'om', 'pour', 'para', 'per']);
const verbFiller = new Set(verbFillers);
const copula = new Set(copulas);
const finalCopula = new Set(finalCopulas);

const none: Tie = { score: 0, reason: say.notNear };

/** The strongest way in which a shape is tied to a message. */
export function strongestTie(
  message: Message,
  shape: Shape,
  previous: Introduction | null,
  next: Introduction | null,
): Tie {
  const before = tieToPrevious(message, shape, previous);
  if (before.score >= strongest.toNext) return before;
  const beside = stronger(before, tieToNext(message, shape, next));
  if (beside.score >= strongest.byVerb) return beside;
  return stronger(stronger(beside, tieByVerb(message, shape)), tieAlone(message, shape));
}

/** The most that these ways can score: if an earlier tie is as strong, the rest need not be tried. */
const strongest = { toNext: 5.6, byVerb: 4.3 };

function stronger(first: Tie, second: Tie): Tie {
  return second.score > first.score ? second : first;
}

/** `Your code is 482913`: the fewer words between, the better; after "is" or a colon, distance hardly counts. */
function tieToPrevious({ normal, tokens }: Message, shape: Shape, intro: Introduction | null): Tie {
  if (!intro || intro.other || shape.start - intro.end > reach) return none;
  const gap = normal.text.slice(intro.end, shape.start);
  const between = tokens.slice(intro.last + 1, shape.first);
  const joined =
    /[:=>]\s*["'(*[#]*\s*$/.test(gap) ||
    copula.has(between.at(-1)?.text ?? '') ||
    finalCopula.has(tokens[shape.last + 1]?.text ?? '');
  if (shape.kind === 'letters' && !endsClause(normal.text, tokens, shape)) return none;
  if (intro.weak)
    return beside(gap, shape, joined, shape.last === tokens.length - 1)
      ? { score: 4, reason: beforeReason(normal.text, intro) }
      : none;
  const near = nearness(between.length) - decoys(between) * 1.2;
  let score = joined ? Math.max(near + 0.6, 4.8 - between.length * 0.03) : near;
  const end = sentenceEnd(normal.text, intro.end, shape.start);
  if (end === 'certain' || (end === 'presumed' && !joined))
    score = isAloneOnLine(normal.text, shape) ? Math.min(score, 4.6) : Math.min(score, near) - 2.8;
  return { score: Math.max(0, score), reason: beforeReason(normal.text, intro) };
}

/** A letters-only code ends its clause, or its purpose follows: `your code is KXPQRT.`, `KXPQ to log in`. */
function endsClause(text: string, tokens: Token[], { end, last }: Shape): boolean {
  return (
    /^\s*(?:["'*)\].,;!]|$)|^[ \t]*\n/.test(text.slice(end, end + 8)) || purposeLinks.has(tokens[last + 1]?.text ?? '')
  );
}

function beforeReason(text: string, { start, end }: Introduction): Phrase {
  return say.follows({ words: text.slice(start, end) });
}

/** `Verify: 482913`, `security number is 482913`. */
function beside(gap: string, { kind, code }: Shape, joined: boolean, isLast: boolean): boolean {
  const ends = gap === ' ' && isLast;
  return (joined || ends) && kind !== 'letters' && code.length >= 4 && code.length <= 8 && /^[^.!?\n]{0,10}$/.test(gap);
}

function nearness(words: number): number {
  if (words <= 2) return words === 0 ? 6 : 5.5;
  return words <= 5 ? 4.8 : words <= 9 ? 4 : 3;
}

/** Numbers between a word and a shape that could be meant instead. */
function decoys(between: Token[]): number {
  return between.filter((token) => token.kind === 'digits' && token.text.length >= 4).length;
}

/** `482913 is your code`. */
function tieToNext({ normal, tokens }: Message, shape: Shape, intro: Introduction | null): Tie {
  if (!intro || intro.other || intro.start - shape.end > reach) return none;
  const between = tokens.slice(shape.last + 1, intro.first);
  const isWord = shape.kind === 'letters';
  const entered = verbs.has(tokens[shape.first - 1]?.text ?? '');
  if (isWord && !entered && !copula.has(between[0]?.text ?? '')) return none;
  if (intro.weak && (between.length > 0 || isWord)) return none;
  let score = positionAhead(normal.text, tokens, shape, between[0]);
  score -= Math.min(3, between.length * 0.14) + decoys(between) * 1.2;
  if (sentenceEnd(normal.text, shape.end, intro.start) !== 'none') score -= 2.6;
  return { score: Math.max(0, score), reason: say.isFollowedBy({ words: normal.text.slice(intro.start, intro.end) }) };
}

function positionAhead(text: string, tokens: Token[], shape: Shape, following: Token | undefined): number {
  const lead = text.slice(Math.max(0, shape.start - 60), shape.start);
  if (opensMessage(lead, shape)) return 5.6;
  if (verbs.has(tokens[shape.first - 1]?.text ?? '')) return 5.4;
  if (copula.has(following?.text ?? '')) return 5;
  return /(?:^|[.!?:\n\])>-])\s*["'(*]*$/.test(lead) ? 4.8 : 3.6;
}

/** `Use 482913 to sign in`, `482913 - use this to verify …`, `Confirm with 482913`: no word for a code at all. */
function tieByVerb({ normal, tokens, hasFinalVerb }: Message, shape: Shape): Tie {
  if (shape.kind === 'letters') return none;
  const following = tokens.slice(shape.last + 1, shape.last + 12);
  const lead = tokens.slice(Math.max(0, shape.first - 25), shape.first);
  const ahead = lead.at(-1)?.text ?? '';
  if (hasFinalVerb && isForFinalVerb(normal.text, shape)) return { score: 4.2, reason: say.toBeEntered };
  if (!serves(following) && !serves(lead)) return none;
  if (isDoing(normal.text, shape, following[0]))
    return { score: 4.2, reason: say.isFollowedBy({ words: following[0].text }) };
  if (isAskedFor(lead)) return { score: 4.3, reason: say.toBeEntered };
  if (instrument.has(ahead) && shape.code.length === 6) return { score: 4, reason: say.confirmsWith };
  const opens = opensMessage(normal.text.slice(Math.max(0, shape.start - 60), shape.start), shape);
  const used = opens && following.some(({ text }) => verbs.has(text)) && serves(following);
  return used ? { score: 4.2, reason: say.toBeUsed } : none;
}

/** `Security: 480927 authorises a login`. */
function isDoing(text: string, { kind, start }: Shape, next: Token | undefined): next is Token {
  const afterColon = /:\s*$/.test(text.slice(Math.max(0, start - 3), start));
  return kind === 'digits' && afterColon && next !== undefined && isPurpose(next.text);
}

/** A verb before the code, with or without "please". */
function isAskedFor(lead: Token[]): boolean {
  let last = lead.length - 1;
  while (last > lead.length - 4 && verbFiller.has(lead[last]?.text ?? '')) last -= 1;
  return verbs.has(lead[last]?.text ?? '');
}

/** `618305を認証画面に入力してください`. */
function isForFinalVerb(text: string, { start, end, code }: Shape): boolean {
  // oxlint-disable-next-line no-control-regex
  if (code.length < 4 || /^[\x00-\x7f]*$/.test(text.slice(end, end + 40))) return false;
  const near = text.slice(Math.max(0, start - 60), end + 60);
  return (
    finalVerbsInside.some((verb) => text.slice(end, end + 40).includes(verb)) &&
    purposesInside.some((each) => near.includes(each))
  );
}

function serves(near: Token[]): boolean {
  return near.some(({ text }) => isPurpose(text));
}

/** The shape is the whole message, or a whole line of a message that speaks of a code. */
function tieAlone({ normal, speaks }: Message, shape: Shape): Tie {
  if (shape.kind === 'letters') return none;
  if (shape.kind === 'prefixed' && /^[A-Z]-\d/.test(shape.code) && shape.start === 0) {
    return { score: 4.2, reason: say.asGoogle };
  }
  const rest = normal.text.length - (shape.end - shape.start);
  if (rest <= 8 && !/[\p{L}\p{N}-]/u.test(normal.text.slice(0, shape.start) + normal.text.slice(shape.end))) {
    return { score: shape.code.length >= 4 ? 4 : 0, reason: say.nothingElse };
  }
  if (!speaks) return none;
  if (isAloneOnLine(normal.text, shape)) return { score: 4, reason: say.aloneOnLine };
  return endsMessageAlone(normal.text, shape) ? { score: 3.5, reason: say.aloneAtEnd } : none;
}

function opensMessage(lead: string, { start }: Shape): boolean {
  return start < 60 && /^\s*(?:<#>|\[#\]|#)?\s*(?:[[(<][^\])>]{1,40}[\])>])?\s*["'(*]*$/.test(lead);
}

/** Six digits that are the last sentence. */
function endsMessageAlone(text: string, { code, start, end }: Shape): boolean {
  return (
    code.length === 6 &&
    /[.!?\n]\s+$/.test(text.slice(Math.max(0, start - 4), start)) &&
    text.slice(end).trim().length <= 1
  );
}

function isAloneOnLine(text: string, { start, end }: Shape): boolean {
  const left = `${start > 8 ? '' : '\n'}${text.slice(Math.max(0, start - 8), start)}`;
  const right = `${text.slice(end, end + 8)}${end + 8 >= text.length ? '\n' : ''}`;
  return /\n[\s*"'(]*$/.test(left) && /^[ \t*"').]*\n/.test(right);
}
