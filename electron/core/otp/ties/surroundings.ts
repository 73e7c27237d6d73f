import { is, WordClass } from '../lexicon/lexicon.ts';
import type { Message } from '../message.ts';
import type { Shape } from '../shapes/shape.ts';
import { sentenceStart, sentenceStop } from '../text/sentences.ts';
import type { Token } from '../text/tokens.ts';

/** What stands around a shape. */
export interface Surroundings {
  lead: Token[];
  following: Token[];
  /** Its sentence, on both sides. */
  before: string;
  after: string;
  /** Whether the whole message is in ASCII. */
  isAllAscii: boolean;
}

export function surroundings({ normal, tokens }: Message, { start, end, first, last }: Shape): Surroundings {
  const from = sentenceStart(normal.text, start);
  const to = sentenceStop(normal.text, end);
  return {
    lead: tokens.slice(Math.max(0, first - 25), first).filter((token) => token.start >= from),
    following: tokens.slice(last + 1, last + 13).filter((token) => token.end <= to),
    before: normal.lower.slice(from, start),
    after: normal.lower.slice(end, to),
    isAllAscii: normal.isAscii,
  };
}

export const isPurpose = (token: Token): boolean => is(token, WordClass.purpose);
export const isPlace = (token: Token): boolean => is(token, WordClass.place);

export function isVerb(token: Token | undefined): boolean {
  return is(token, WordClass.use) || is(token, WordClass.typing);
}

export function isBehindColon(before: string): boolean {
  return /:\s*["'*]*$/.test(before);
}

/** The verb that a shape is the object of, with or without "please": `enter the 482913`, `verwenden Sie bitte 482913`. */
export function verbBefore(lead: Token[]): Token | undefined {
  let last = lead.length - 1;
  while (last > lead.length - 4 && isBetween(lead[last])) last -= 1;
  return lead[last];
}

function isBetween(token: Token | undefined): boolean {
  return is(token, WordClass.verbFiller) || is(token, WordClass.number);
}
