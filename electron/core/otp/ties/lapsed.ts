import { firstOf } from '../lexicon/affixes.ts';
import { is, WordClass } from '../lexicon/lexicon.ts';
import { isAscii } from '../text/normalise.ts';
import { sentenceStop } from '../text/sentences.ts';
import type { Shape } from '../shapes/shape.ts';
import { conditions, lapsedPhrases, statusWords } from '../words/states.ts';
import type { Message } from '../message.ts';

const lapsed = firstOf(lapsedPhrases, (text, at) => !endsInLetter.test(text.slice(Math.max(0, at - 2), at)));
/** The same for a text that has ASCII alone: there, an expression is faster. */
const lapsedInAscii = new RegExp(`(?<![a-z])(?:${lapsedPhrases.filter(isAscii).map(escaped).join('|')})`);
const endsInLetter = /[\p{Script=Latin}\p{Script=Cyrillic}]$/u;
/** The same ahead of the code. */
const lapsedAhead = /انتهت صلاحيه|expired code|abgelaufener? code/u;
const status = new Set(statusWords);

/** How far behind a code, in characters. */
const reach = 100;

function escaped(phrase: string): string {
  return phrase.replaceAll('.', String.raw`\.`);
}

/** Whether the sentence goes on to say that the code no longer works: now, and not in five minutes or if it is late. */
export function hasLapsed({ normal, tokens }: Message, { start, end, last }: Shape): boolean {
  if (lapsedAhead.test(normal.lower.slice(Math.max(0, start - 30), start))) return true;
  const behind = normal.lower.slice(end, end + reach);
  const found = normal.isAscii ? behind.search(lapsedInAscii) : (lapsed(behind)?.at ?? -1);
  const at = end + found;
  if (found < 0 || at >= sentenceStop(normal.text, end)) return false;
  const between = tokens.slice(last + 1, last + 12).filter((token) => token.start < at);
  return (
    !between.some(({ text }) => conditions.has(text)) &&
    !between.slice(-2).some((token) => is(token, WordClass.notAfter))
  );
}

/** Whether letters that could be a code are a word about one: `CODE EXPIRED`. */
export function isStatus(letters: string): boolean {
  return status.has(letters.toLowerCase());
}
