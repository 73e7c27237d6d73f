import type { Phrase } from '../../../contract/words/phrase.ts';
import { phrases } from '../../../contract/words/phrases.ts';
import { firstEndingOf } from '../lexicon/affixes.ts';
import { is, WordClass } from '../lexicon/lexicon.ts';
import type { Message } from '../message.ts';
import type { Shape } from '../shapes/shape.ts';
import { isAscii } from '../text/normalise.ts';
import { sentenceEnd } from '../text/sentences.ts';
import type { Token } from '../text/tokens.ts';
import { reach } from '../ties/distance.ts';
import type { Introduction } from '../ties/introducers.ts';
import { hasLapsed } from '../ties/lapsed.ts';
import { notCodeBeforeInside } from '../words/otherNumbers.ts';
import { joined } from './plausibility.ts';

const say = phrases.codes;

/** `Kd.-Nr. 440982`: something has this number. */
const numberWord = new Set(['nr', 'no', 'num', 'nos']);
/** A tie that outweighs a word which may mean something else before a number. */
const strong = 4.8;
/** What a code is for may stand between its word and it, in this many characters. */
const longestPurpose = 14;
const notCodeBefore = firstEndingOf(notCodeBeforeInside);
const softFillers = new Set(['is', 'was', 'for', 'your', 'a', 'the', 'of']);
const moneySigns = /[$€£¥₹₽₩₺₫₦₱฿₴₪₸]/;

/** What else it may be, in words; null when nothing speaks against it. */
export function evidenceAgainst(
  message: Message,
  shape: Shape,
  previous: Introduction | null,
  tie: number,
): Phrase | null {
  const { normal, tokens } = message;
  const left = normal.text.slice(Math.max(0, shape.start - 8), shape.start);
  const right = normal.text.slice(shape.end, shape.end + 3);
  const sign = isPlain(left, right) ? null : bySigns(left, right);
  if (sign) return sign;
  // Philippine pesos: `COD P645`.
  if (tie < joined && /^P\d+$/.test(shape.code)) return say.money;
  const percentage = message.hasPercent ? byPercentage(normal.text, shape, left, right) : null;
  if (percentage) return percentage;
  if (message.isVoucher || (message.isOffer && isVoucher(shape))) return say.offer;
  if (shape.kind === 'letters' && isShouted(message, shape, previous)) return say.shouted;
  if (isReference(shape, left, right, tie)) return say.reference;
  if (previous && isPostal(normal.lower, shape, previous)) return say.postal;
  if (previous?.other && tie === 0 && shape.first - previous.last <= 3) return say.otherKind;
  if (!message.repeated.has(shape.code) && hasLapsed(message, shape)) return say.lapsed;
  if (!normal.isAscii && /^\s?(?:年|月|日|号|號|点|點|折|次|个|個|件|枚|室|楼|キロ|장|개|회|층)/u.test(right))
    return say.quantity;
  const unit = tokens[shape.last + 1];
  if (unit && is(unit, WordClass.notAfter) && unit.start - shape.end <= 1 && shape.kind !== 'letters')
    return say.isFollowedBy({ words: normal.written(unit.start, unit.end) });
  const named = namedBefore(message, shape, previous, tie) ?? namedInside(message, left, shape, previous);
  return named ? say.standsBefore({ words: named }) : null;
}

/** Nothing but letters, spaces and the commonest signs on both sides: this is so of most. */
function isPlain(left: string, right: string): boolean {
  return (
    /(?:^|[\w\s:([-])[a-wyz\s:([]$|^[\s(["']?$/i.test(left) && /^(?:[\sa-wyz,)\]][\sa-wyz]|[.,]?$|\.\s)/i.test(right)
  );
}

/** A mask, a currency, or the signs of what one dials. */
function bySigns(left: string, right: string): Phrase | null {
  if (isMasked(left, right)) return say.tail;
  if (isMoney(left, right)) return say.money;
  return left.endsWith('*') && /^(?:\*\d|#)/.test(right) ? say.dialled : null;
}

function isMasked(left: string, right: string): boolean {
  if (/[*•….xX]\s?$/.test(left) && /(?:[*•…]{2,}|\.\.)\s?$|[*xX]$/.test(left) && !/^\s?\*/.test(right)) return true;
  return /^(?:[*•…xX]{2}|[-\s][*•]{2})/.test(right) && !/\*\s?$/.test(left);
}

function isMoney(left: string, right: string): boolean {
  return (
    moneySigns.test(left.trimEnd().slice(-1)) ||
    moneySigns.test(right.trimStart()[0] ?? '') ||
    /^(?:\.-|\/-)/.test(right)
  );
}

function byPercentage(text: string, { end }: Shape, left: string, right: string): Phrase | null {
  if (/^\s?%/.test(right) || /%\s?$/.test(left)) return say.percentage;
  return /^[^.\n]{1,24}\d\s?%/.test(text.slice(end, end + 30)) ? say.percentageFollows : null;
}

/** `SAVE20`, `WELCOME50`, `RUM10K`, `SUMMER`: easy to remember, with or without a number. */
function isVoucher({ kind, code }: Shape): boolean {
  return kind === 'letters' || (kind === 'mixed' && /^[A-Z]{2,}\d{1,4}[A-Z]?$|^\d+[A-Z]{3,}$/.test(code.toUpperCase()));
}

/** `#22071`, `PH-88201377`, `20250/UM`: what a shop or an office numbers. */
function isReference({ kind, code }: Shape, left: string, right: string, tie: number): boolean {
  if (kind === 'prefixed') return tie < strong && !/^[A-Z]-/.test(code);
  return kind === 'digits' && ((tie < strong && left.endsWith('#')) || /^\/\p{Lu}/u.test(right));
}

/** India calls its six-digit postal codes PIN codes. */
function isPostal(lower: string, { code, start }: Shape, previous: Introduction): boolean {
  const word = lower.slice(Math.max(0, previous.start - 6), previous.end);
  return (
    code.length === 6 &&
    start - previous.end <= 3 &&
    /(?:\bpincode|(?:पिन|పిన్|পিন|પિન|ਪਿੰਨ|ಪಿನ್|பின்|പിൻ) ?(?:कोड|కోడ్|কোড|કોડ|ਕੋਡ|ಕೋಡ್|கோட்|കോഡ്))$/.test(word)
  );
}

function isShouted({ normal, tokens }: Message, { end, first, last }: Shape, previous: Introduction | null): boolean {
  const isNamed = previous?.last === first - 1 && previous.end - previous.start <= 4;
  const [before, after] = [tokens[first - 1], tokens[last + 1]];
  const isOneSentence = after && sentenceEnd(normal.text, end, after.start) === 'none';
  return [isNamed ? undefined : before, isOneSentence ? after : undefined].some((token) => {
    const written = token ? normal.text.slice(token.start, token.end) : '';
    return written.length >= 2 && /^\p{Lu}+$/u.test(written);
  });
}

function namedBefore(
  { normal, tokens, isEnglish }: Message,
  shape: Shape,
  previous: Introduction | null,
  tie: number,
): string | null {
  const introduced = isIntroduced(normal.text, tokens, shape, previous);
  const isSent = sendsTo(tokens, shape);
  const isWeakly = !introduced && tie < strong;
  const isTied = tie >= 3;
  let number: string | null = null;
  let end = shape.start;
  for (let index = shape.first - 1, steps = 0; index >= 0 && steps < 4; index -= 1, steps += 1) {
    const token = tokens[index] as Token;
    const gap = normal.text.slice(token.end, end);
    if (normal.text[token.start - 1] === '-' && previous?.last === index - 1) return null;
    if ((previous && index <= previous.last) || isBreak(gap, token) || (introduced && /[:=>]| - /.test(gap)))
      return null;
    if (steps === 0 && isSent) return normal.written(token.start, token.end);
    const isWeak = steps === 0 && isWeakly && !(isTied && couldName(token)) && isWeakHere(token, isEnglish);
    if (isWeak || is(token, WordClass.notBefore)) return normal.written(token.start, token.end);
    if (!is(token, WordClass.filler) || (softFillers.has(token.text) && introduced)) return number;
    if (!introduced && numberWord.has(token.text)) number = token.text;
    end = token.start;
  }
  return null;
}

/** "Is e 482913 do chod", `tell the driver the number 4471`: no more than a part of "is", or a word for the code. */
function couldName(token: Token): boolean {
  return token.text.length === 1 || is(token, WordClass.number);
}

/** `to` and `on` are "is" in other languages than English. */
function isWeakHere(token: Token, isEnglish: boolean): boolean {
  return is(token, WordClass.weakNotBefore) && (isEnglish || (token.text !== 'to' && token.text !== 'on'));
}

/** Whether a word for "code" precedes the shape in its sentence, which does not ask to text or call there. */
function isIntroduced(text: string, tokens: Token[], shape: Shape, previous: Introduction | null): boolean {
  if (!previous || previous.other || shape.start - previous.end > reach) return false;
  if (sentenceEnd(text, previous.end, shape.start) !== 'none') return false;
  return !sendsTo(tokens, shape);
}

/** `Text the password MIX to 85069`. */
function sendsTo(tokens: Token[], { first }: Shape): boolean {
  return (
    is(tokens[first - 1], WordClass.sendLink) &&
    tokens.slice(Math.max(0, first - 10), first).some((token) => is(token, WordClass.sends))
  );
}

/** A comma or line end between a word and a number: `Dear customer, 482913 is …`. */
function isBreak(gap: string, token: Token): boolean {
  return /[,;!?\n]/.test(gap) || (/\.\s/.test(gap) && token.text.length > 4);
}

function namedInside({ normal }: Message, left: string, shape: Shape, previous: Introduction | null): string | null {
  // `รหัสรับพัสดุ 482913`: the parcel is what the code is for.
  if (previous && !previous.other && shape.start - previous.end < longestPurpose) {
    const isOneClause = !normal.text.slice(previous.end, shape.start).includes(',');
    if (isOneClause && sentenceEnd(normal.text, previous.end, shape.start) === 'none') return null;
  }
  if (normal.isAscii || isAscii(left)) return null;
  const bare = left.replace(/[\s:："'(#]+$/u, '');
  return notCodeBefore(bare);
}
