import type { Program } from './program.ts';
import { moveOn, type Spot, type Step, type Trace } from './step.ts';

export interface Match {
  /** Of the whole match: UTF-16 indexes, the end exclusive. */
  start: number;
  end: number;
  /** Of the group; null when the match went another way. */
  code: { start: number; end: number } | null;
}

/** The leftmost match, as a backtracking engine would choose it, and how many steps it took to find (for the tests). */
export function run(program: Program, text: string): { match: Match | null; steps: number } {
  const simulation = new Simulation(program);
  let previous = '';
  let index = 0;
  for (const next of text) {
    if (!simulation.advance({ index, previous, next })) return simulation;
    previous = next;
    index += next.length;
  }
  simulation.advance({ index, previous, next: '' });
  return simulation;
}

/**
 * All ways through the program at once (Pike's VM, https://swtch.com/~rsc/regexp/regexp2.html). No instruction is met
 * more than twice at one place in the text, whatever the pattern: once for each value of `moved`, which JavaScript's
 * rule needs that a turn of a repetition must take a character (https://doi.org/10.1145/3656431).
 */
class Simulation {
  match: Match | null = null;
  steps = 0;
  readonly #program: Program;
  /** By instruction and `moved`: the round in which it was last met. */
  readonly #met: Uint32Array;
  #round = 0;
  /** The ways that wait for a character, best first. */
  #waiting: Step[] = [];

  constructor(program: Program) {
    this.#program = program;
    this.#met = new Uint32Array(program.length * 2);
  }

  /** Takes the character before a spot. False when no better match can come. */
  advance(spot: Spot): boolean {
    const steps = this.#waiting;
    this.#waiting = [];
    this.#round += 1;
    const ended = steps.some((step) => this.#takes(step, spot) && this.#follow(step, spot));
    // A match that begins further left is better than any that begins here.
    if (!ended && !this.match) this.#follow({ at: 0, moved: true, trace: startingAt(spot.index) }, spot);
    return !this.match || this.#waiting.length > 0;
  }

  #takes(step: Step, { previous }: Spot): boolean {
    this.steps += 1;
    const instruction = this.#program[step.at]!;
    if (instruction.op !== 'take' || !instruction.test(previous)) return false;
    step.at += 1;
    step.moved = true;
    return true;
  }

  /** Follows a way and its forks to the next characters, best first. True when it came to a match: what is left is worse. */
  #follow(first: Step, spot: Spot): boolean {
    const pending = [first];
    for (let step = pending.pop(); step; step = pending.pop()) {
      if (this.#walk(step, spot, pending)) return true;
    }
    return false;
  }

  /** Follows a way until it waits, ends, or comes to where a better one has been. True when it came to a match. */
  #walk(step: Step, spot: Spot, pending: Step[]): boolean {
    while (!this.#isMet(step)) {
      const instruction = this.#program[step.at]!;
      if (instruction.op === 'match') {
        this.match = asMatch(step.trace, spot.index);
        return true;
      }
      if (instruction.op === 'take') {
        this.#waiting.push(step);
        return false;
      }
      if (!moveOn(step, instruction, spot, pending)) return false;
    }
    return false;
  }

  /** Whether a better way has been here, and marks that one has. */
  #isMet({ at, moved }: Step): boolean {
    this.steps += 1;
    const key = at * 2 + Number(moved);
    const met = this.#met[key] === this.#round;
    this.#met[key] = this.#round;
    return met;
  }
}

function startingAt(index: number): Trace {
  return { from: index, codeStart: -1, codeEnd: -1 };
}

function asMatch({ from, codeStart, codeEnd }: Trace, end: number): Match {
  return { start: from, end, code: codeEnd < 0 ? null : { start: codeStart, end: codeEnd } };
}
