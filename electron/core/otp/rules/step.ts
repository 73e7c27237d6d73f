import type { Instruction } from './program.ts';
import type { Place } from './syntax.ts';

/** What a way through the program has found so far: UTF-16 indexes, -1 for what is not there. Never changed, but replaced. */
export interface Trace {
  from: number;
  codeStart: number;
  codeEnd: number;
}

/** A way through the program. */
export interface Step {
  /** The instruction's number. */
  at: number;
  /** The present turn of the innermost repetition has taken a character. */
  moved: boolean;
  trace: Trace;
}

/** Where the text is read: between two characters, of which either may be empty (an end). */
export interface Spot {
  index: number;
  previous: string;
  next: string;
}

/** An instruction that needs no character. */
export type Free = Exclude<Instruction, { op: 'take' | 'match' }>;

/**
 * Moves a step over such an instruction. False when it cannot go on here. At a fork the step takes the better way and
 * the other is added to `pending`. Steps are changed in place: a new one for each would cost more than all the rest.
 */
export function moveOn(step: Step, instruction: Free, spot: Spot, pending: Step[]): boolean {
  step.at += 1;
  switch (instruction.op) {
    case 'place':
      return stands(instruction.place, spot);
    case 'split':
      pending.push({ at: instruction.second, moved: step.moved, trace: step.trace });
      step.at = instruction.first;
      return true;
    case 'jump':
      step.at = instruction.to;
      return true;
    case 'open':
      step.trace = { ...step.trace, codeStart: spot.index };
      return true;
    case 'close':
      step.trace = { ...step.trace, codeEnd: spot.index };
      return true;
    case 'forget':
      step.trace = { ...step.trace, codeStart: -1, codeEnd: -1 };
      return true;
    case 'turn':
      step.moved = false;
      return true;
    case 'progress':
      return step.moved;
  }
}

function stands(place: Place, { previous, next }: Spot): boolean {
  switch (place) {
    case 'lineStart':
      return endsLine(previous);
    case 'lineEnd':
      return endsLine(next);
    case 'wordEdge':
      return isWord(previous) !== isWord(next);
    case 'noWordEdge':
      return isWord(previous) === isWord(next);
  }
}

// JavaScript's line terminators, and the ends of the text.
function endsLine(character: string): boolean {
  return /^[\n\r\u2028\u2029]?$/.test(character);
}

function isWord(character: string): boolean {
  return /^\w$/iu.test(character);
}
