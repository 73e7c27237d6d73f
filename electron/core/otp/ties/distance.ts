import type { Phrase } from '../../../contract/words/phrase.ts';
import { phrases } from '../../../contract/words/phrases.ts';
import type { Normalised } from '../text/normalise.ts';
import type { SentenceEnd } from '../text/sentences.ts';
import type { Token } from '../text/tokens.ts';
import type { Introduction } from './introducers.ts';

const say = phrases.codes;

/** Farther apart than this, in characters, nothing is tied. It also keeps the work for each shape constant. */
export const reach = 160;

/** Numbers between a word and a shape that could be meant instead. */
export function decoys(between: Token[]): number {
  return between.filter((token) => token.kind === 'digits' && token.text.length >= 4).length;
}

/** What makes a tie to a word for "code" weak: another sentence, or the distance. */
export function doubtIn(sentence: SentenceEnd, normal: Normalised, { start, end }: Introduction): Phrase {
  return (sentence === 'none' ? say.far : say.sentenceEnds)({ words: normal.written(start, end) });
}
