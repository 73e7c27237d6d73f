import { phrases } from '../../../contract/words/phrases.ts';
import { is, WordClass } from '../lexicon/lexicon.ts';
import type { Message } from '../message.ts';
import type { Shape } from '../shapes/shape.ts';
import type { Token } from '../text/tokens.ts';
import { ifYou } from '../words/ifYou.ts';
import { isPlace, isPurpose, verbBefore, type Surroundings } from './surroundings.ts';
import { none, type Tie } from './tie.ts';

const reason = phrases.codes.toBeEntered;

/** How far ahead of a shape, in characters, a condition that only its owner meets still concerns it. */
const conditionReach = 60;

/** `Give 4471 to the driver`, `Is it you? Then 482913`. */
export function tieByTelling(message: Message, shape: Shape, around: Surroundings): Tie {
  if (isConditional(message, shape)) return { score: 4.2, reason };
  const isBeside = is(verbBefore(around.lead), WordClass.tells) || is(around.following[0], WordClass.tells);
  if (isTold(around)) return { score: isBeside ? 4.6 : 4.2, reason };
  return isBeside && isForSomeone(message, shape, around) ? { score: 4, reason } : none;
}

function isTold({ lead, following }: Surroundings): boolean {
  // `Never give a code to whoever calls as agent 2637`.
  if (lead.slice(-12).some((token) => is(token, WordClass.guard))) return false;
  const near = [...lead.slice(-6), ...following.slice(0, 8)];
  return near.some((token) => is(token, WordClass.tells)) && near.some(isHearer);
}

const isHearer = (token: Token): boolean => is(token, WordClass.hearer);

/** Whoever it is told is in the sentence before, or where or what for it is told is said. */
function isForSomeone({ tokens }: Message, { first, kind }: Shape, { lead, following }: Surroundings): boolean {
  if (kind !== 'digits' && kind !== 'grouped') return false;
  // `Never tell a code. If you are called, report it to 1247.`
  if (tokens.slice(Math.max(0, first - 20), first).some((token) => is(token, WordClass.guard))) return false;
  if (tokens.slice(Math.max(0, first - 20), first).some(isHearer)) return true;
  const near = [...lead.slice(-6), ...following.slice(0, 8)];
  return near.some(isPlace) || near.some(isPurpose);
}

/** Whether it follows "if it is you" in its sentence, or a question that ends with it. */
function isConditional({ normal }: Message, { kind, code, start }: Shape): boolean {
  if (kind === 'letters' || kind === 'mixed' || code.length < 4 || code.length > 8) return false;
  const ahead = normal.lower.slice(Math.max(0, start - conditionReach), start);
  const found = ifYou(ahead);
  return found !== null && !/[.!。;]\s|\d/u.test(ahead.slice(found.at + found.word.length));
}
