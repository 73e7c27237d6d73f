import { run } from './match.ts';
import type { Program } from './program.ts';
import type { Span } from './wording.ts';

/** In UTF-16 units. What is longer is not a code, but a pattern that takes too much. */
export const longestCode = 40;

/** Where the code stands in a text; null when the pattern does not match, or its match holds no usable code. */
export function findCode(program: Program, text: string): Span | null {
  const code = run(program, text).match?.code;
  if (!code || code.start === code.end || code.end - code.start > longestCode) return null;
  return code;
}
