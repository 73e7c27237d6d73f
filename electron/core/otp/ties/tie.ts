import type { Phrase } from '../../../contract/words/phrase.ts';
import { phrases } from '../../../contract/words/phrases.ts';

/** How strongly a shape is tied to what the message says: 0 not at all, 6 beyond doubt. */
export interface Tie {
  score: number;
  reason: Phrase;
  /** Whether it is what the word for "code" before it introduces. */
  settles?: boolean;
  /** What makes it weak, if it is. */
  doubt?: Phrase;
}

export const none: Tie = { score: 0, reason: phrases.codes.notNear };

export function stronger(first: Tie, second: Tie): Tie {
  return second.score > first.score ? second : first;
}
