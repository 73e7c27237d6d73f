import type { Phrase } from '../../../contract/words/phrase.ts';
import { phrases } from '../../../contract/words/phrases.ts';
import type { Message } from '../message.ts';
import type { Shape } from '../shapes/shape.ts';
import type { Introduction } from '../ties/introducers.ts';
import { strongestTie } from '../ties/ties.ts';
import { evidenceAgainst } from './against.ts';
import { plausibility } from './plausibility.ts';

const say = phrases.codes;

/** The lowest score that counts as the code: a wrong code is worse than none, because people paste it. */
export const threshold = 3.3;

/** How likely a shape is the code. */
export interface Judgement {
  shape: Shape;
  score: number;
  /** How strongly it is tied to a word for "code"; 0 when it is not. */
  tie: number;
  reason: Phrase;
  /** Whether it is what the word for "code" before it introduces. */
  settles: boolean;
}

/** Weighs what speaks for a shape against what else it may be. `previous`, `next`: the nearest words for "code". */
export function judge(
  message: Message,
  shape: Shape,
  previous: Introduction | null,
  next: Introduction | null,
  isSettled: boolean,
): Judgement {
  const tie = strongestTie(message, shape, previous, next, isSettled);
  const against = evidenceAgainst(message, shape, previous, tie.score);
  if (against) return { shape, score: -5, tie: tie.score, reason: against, settles: tie.settles ?? false };
  if (tie.score === 0) return { shape, score: 0, tie: 0, reason: tie.doubt ?? say.notNear, settles: false };
  const plausible = plausibility(shape, tie.score);
  const score = tie.score + plausible;
  const doubt = plausible <= -1.5 ? say.unusual : (tie.doubt ?? say.unusual);
  return {
    shape,
    score,
    tie: tie.score,
    reason: score < threshold ? doubt : tie.reason,
    settles: tie.settles ?? false,
  };
}
