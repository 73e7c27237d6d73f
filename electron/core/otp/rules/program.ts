import type { Place } from './syntax.ts';

/** Whether a character (one code point, as text) belongs to a set. */
export type CharacterTest = (character: string) => boolean;

export interface Split {
  op: 'split';
  /** What is tried first. */
  first: number;
  second: number;
}

/** A step of a program. Those that name no other go on with the next one. */
export type Instruction =
  | { op: 'take'; test: CharacterTest }
  | { op: 'place'; place: Place }
  | Split
  | { op: 'jump'; to: number }
  /** The code begins, ends, or is forgotten because a repetition that holds its group begins anew. */
  | { op: 'open' }
  | { op: 'close' }
  | { op: 'forget' }
  /** Around one more turn of a repetition that may be empty: a turn that takes no character does not count. */
  | { op: 'turn' }
  | { op: 'progress' }
  | { op: 'match' };

export type Program = readonly Instruction[];

/**
 * The test for a set. The engine's own expressions know Unicode's classes and its simple case folding; on a single
 * character they cannot backtrack. Answers for ASCII are kept, as they are asked for again and again.
 */
export function characterTest(source: string): CharacterTest {
  const native = new RegExp(`^${source}$`, 'iu');
  const ascii: boolean[] = [];
  return (character) => {
    const unit = character.charCodeAt(0);
    return unit < 128 ? (ascii[unit] ??= native.test(character)) : native.test(character);
  };
}
