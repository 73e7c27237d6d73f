import type { Phrase } from '../../../contract/words/phrase.ts';
import { phrases } from '../../../contract/words/phrases.ts';
import { containsAny } from '../lexicon/affixes.ts';
import { is, WordClass } from '../lexicon/lexicon.ts';
import { year, type Shape } from '../shapes/shape.ts';
import { isUnspeakable } from '../shapes/words.ts';
import { decoys, doubtIn, reach } from './distance.ts';
import { isVerb } from './surroundings.ts';
import type { Introduction } from './introducers.ts';
import { isStatus } from './lapsed.ts';
import type { Message } from '../message.ts';
import type { Normalised } from '../text/normalise.ts';
import { isAloneOnLine, isOwnSentence } from './positions.ts';
import { sentenceEnd, sentenceStart } from '../text/sentences.ts';
import { none, type Tie } from './tie.ts';
import type { Token } from '../text/tokens.ts';
import { guardsInside } from '../words/states.ts';

const say = phrases.codes;
const hasGuard = containsAny(guardsInside);

/** `Your code is 482913`: the fewer words between, the better; after "is" or a colon, distance hardly counts. */
export function tieToPrevious(message: Message, shape: Shape, intro: Introduction | null, isSettled: boolean): Tie {
  if (!intro || shape.start - intro.end > reach) return none;
  const { normal, tokens } = message;
  const gap = normal.text.slice(intro.end, shape.start);
  const between = tokens.slice(intro.last + 1, shape.first);
  const joined = isJoined(message, gap, between, tokens[shape.last + 1]);
  if (intro.other && (shape.kind === 'letters' || !isForNumber(intro, between, joined))) return none;
  if (shape.kind === 'letters' && !couldBeLetters(message, shape, between)) return none;
  const reason = follows(normal, intro);
  if (intro.weak) return beside(gap, shape, joined, shape.last === tokens.length - 1) ? { score: 4, reason } : none;
  const end = sentenceEnd(normal.text, intro.end, shape.start);
  if (between.length > 0 && (!joined || end !== 'none') && isGuarded(message, intro, between)) return none;
  const near =
    nearness(between.length) -
    decoys(between) * 1.2 -
    misgivings(message, shape, intro, between, isSettled, gap.includes(','));
  let score = joined ? Math.max(near + 0.6, settling(between, isSettled) - between.length * 0.03) : near;
  if (end === 'certain' || (end === 'presumed' && !joined))
    score = isAloneOnLine(normal.text, shape)
      ? Math.min(score, 4.6)
      : Math.min(score, near) - (isOwnSentence(normal.text, shape) ? 2 : 2.8);
  const settles = score > 4 && (joined || (between.length === 0 && shape.code.length > 3));
  // Of several codes, the one that is named again is meant.
  if (message.repeated.has(shape.code) && (settles || decoys(between) > 0)) score += 2.4;
  return { score: Math.max(0, score), reason, settles, doubt: doubtIn(end, normal, intro) };
}

/** A colon, an equals sign, a dash or "is" right before it, or "is" behind it where the language has it there. */
function isJoined({ isEnglish }: Message, gap: string, between: Token[], next: Token | undefined): boolean {
  if (/(?:[:=>]|\s-\s)\s*["'(*[#]*\s*$/.test(gap) || is(next, WordClass.finalCopula)) return true;
  const isCopula = (token: Token | undefined) =>
    is(token, WordClass.copula) && !(isEnglish && foreign.has(token?.text ?? ''));
  return isCopula(between.at(-1)) || (is(between.at(-1), WordClass.article) && isCopula(between.at(-2)));
}

/** Copulas of other languages that mean something else in English. */
const foreign = new Set(['to', 'on', 'er', 'as', 'a']);

/** "The code for card 4417 is 771204": what is joined to the word is its code, rather than what stands nearer. */
function settling(between: Token[], isSettled: boolean): number {
  return !isSettled && between.length > 0 && !is(between.at(-1), WordClass.notBefore) ? 6.3 : 4.8;
}

/** `Code of order 208815: 6127` names the order that it is for; `code of order: 208815` is another kind of code. */
function isForNumber({ other }: Introduction, between: Token[], joined: boolean): boolean {
  if (!joined || other === 'ahead') return false;
  const number = between.findIndex(({ kind }) => kind === 'digits');
  return number < 0 ? other === 'for' : !between.slice(0, number).some((token) => is(token, WordClass.copula));
}

/** A letters-only code ends its clause, or what it is for follows: `your code is KXPQRT.`, `KXPQ to log in`. */
function couldBeLetters({ normal, tokens }: Message, { code, end, last }: Shape, between: Token[]): boolean {
  if (isStatus(code)) return false;
  if (code === code.toLowerCase() && between.length > 5) return false;
  if (/^\s*(?:["'*)(\].,;!。]|$)|^[ \t]*\n/.test(normal.text.slice(end, end + 8))) return true;
  return is(tokens[last + 1], WordClass.purposeLink) || (between.length === 0 && isUnspeakable(code));
}

function follows(normal: Normalised, { start, end }: Introduction): Phrase {
  return say.follows({ words: normal.written(start, end) });
}

/** `Verify: 482913`, `security number is 482913`. */
function beside(gap: string, { kind, code }: Shape, joined: boolean, isLast: boolean): boolean {
  const ends = gap === ' ' && isLast;
  return (
    (joined || ends) && kind !== 'letters' && code.length >= 4 && code.length <= 8 && /^[^.!?。\n]{0,10}$/.test(gap)
  );
}

function nearness(words: number): number {
  if (words <= 2) return words === 0 ? 6 : 5.5;
  return words <= 5 ? 4.8 : words <= 9 ? 4 : 3;
}

/** `Never share your PIN`, `wrong password`: no code is given. */
function isGuarded({ normal, tokens }: Message, { first, start, end }: Introduction, between: Token[]): boolean {
  const from = sentenceStart(normal.text, start, 'presumed');
  const ahead = tokens.slice(Math.max(0, first - 8), first).filter((token) => token.start >= from);
  if ([...ahead, ...between.slice(0, 5)].some((token) => is(token, WordClass.guard))) return true;
  if (ahead.slice(-3).some((token) => is(token, WordClass.change))) return true;
  return !normal.isAscii && hasGuard(normal.lower.slice(from, end + 20));
}

/** What speaks against a number that nothing joins to the word. */
function misgivings(
  { tokens, repeated }: Message,
  { code, kind }: Shape,
  { first }: Introduction,
  between: Token[],
  isSettled: boolean,
  isBehindComma: boolean,
): number {
  let sum = 0;
  // `Type your PIN to pay the 1450`: a code that one has.
  if (between.length > 2 && isVerb(tokens[first - 2])) sum += 1;
  // Four digits are a year, a time or a price as well.
  if (between.length > 2 && kind === 'digits' && code.length <= 4) sum += 1.4;
  if (between.length > 2 && year.test(code)) sum += 1.5;
  // `… is your password, roll number 220418`.
  if (isBehindComma && is(between.at(-1), WordClass.number)) sum += 1.5;
  return isSettled && !repeated.has(code) ? sum + 2.4 : sum;
}
