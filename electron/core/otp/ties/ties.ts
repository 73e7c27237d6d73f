import { phrases } from '../../../contract/words/phrases.ts';
import type { Shape } from '../shapes/shape.ts';
import { isAskedFor, tieByInstruction } from './instructions.ts';
import { tieToPrevious } from './introduced.ts';
import { tieToNext } from './introducing.ts';
import type { Introduction } from './introducers.ts';
import type { Message } from '../message.ts';
import { isAloneOnLine } from './positions.ts';
import { none, stronger, type Tie } from './tie.ts';

const say = phrases.codes;

/**
 * The strongest way in which a shape is tied to a message. `previous`, `next`: the nearest words for "code";
 * `isSettled`: what the one before introduces was found already.
 */
export function strongestTie(
  message: Message,
  shape: Shape,
  previous: Introduction | null,
  next: Introduction | null,
  isSettled: boolean,
): Tie {
  if (isNamedAgain(message, shape)) return { score: 8, reason: say.toBeEntered };
  const before = tieToPrevious(message, shape, previous, isSettled);
  if (before.score >= strongest.toNext) return before;
  const beside = stronger(stronger(before, tieToNext(message, shape, next)), tieToLink(message, shape));
  if (beside.score >= (shape.kind === 'letters' ? strongest.byInstructionOfLetters : strongest.byInstruction))
    return beside;
  return stronger(stronger(beside, tieByInstruction(message, shape)), tieAlone(message, shape));
}

/** The most that these ways can score: if an earlier tie is as strong, the rest need not be tried. */
const strongest = { toNext: 5.6, byInstruction: 4.3, byInstructionOfLetters: 5 };

/** A code of several is named again where it is to be entered: `Enter 771204 to pay`. */
function isNamedAgain({ tokens, repeated }: Message, { code, first }: Shape): boolean {
  return repeated.size > 0 && repeated.has(code) && isAskedFor(tokens.slice(Math.max(0, first - 4), first));
}

/** A link that signs in carries it. */
function tieToLink({ linked }: Message, { code, kind }: Shape): Tie {
  return kind !== 'letters' && linked.has(code.toLowerCase()) ? { score: 5, reason: say.linked } : none;
}

/** The shape is the whole message, or a whole line of a message that speaks of a code. */
function tieAlone({ normal, speaks }: Message, shape: Shape): Tie {
  if (shape.kind === 'letters') return none;
  if (shape.kind === 'prefixed' && /^[A-Z]-\d/.test(shape.code) && shape.start === 0)
    return { score: 4.2, reason: say.asGoogle };
  const rest = normal.text.length - (shape.end - shape.start);
  if (rest <= 8 && !/[\p{L}\p{N}-]/u.test(normal.text.slice(0, shape.start) + normal.text.slice(shape.end)))
    return { score: shape.code.length >= 4 ? 4.2 : 0, reason: say.nothingElse };
  if (!speaks) return none;
  if (isAloneOnLine(normal.text, shape)) return { score: 4, reason: say.aloneOnLine };
  return endsMessageAlone(normal.text, shape) ? { score: 3.5, reason: say.aloneAtEnd } : none;
}

/** The place of the next character that is no white space; the end of the text where there is none. */
function nextVisible(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text[at] as string)) at += 1;
  return at;
}

/** Six digits that are the last sentence, but for a sign. */
function endsMessageAlone(text: string, { code, start, end }: Shape): boolean {
  return (
    code.length === 6 &&
    /[.!?\n]\s+$/.test(text.slice(Math.max(0, start - 4), start)) &&
    nextVisible(text, nextVisible(text, end) + 1) >= text.length
  );
}
