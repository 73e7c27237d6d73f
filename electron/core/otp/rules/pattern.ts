import { RE2JS, RE2JSSyntaxException } from 're2js';
import type { Span } from './wording.ts';

/** In UTF-16 units. What is longer is not a code, but a pattern that takes too much. */
export const longestCode = 40;

/** The most instructions of a compiled pattern: what a message costs grows with it. */
const largest = 2_000;

const flags = RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE;

/** The place of the code in a text; null when the pattern does not match, or its match holds no usable code. */
export type FindCode = (text: string) => Span | null;

/**
 * Makes a pattern ready. RE2 needs time in proportion to the length of the text, whatever the pattern. It also bounds
 * what a pattern is compiled to: counts inside each other repeat nothing more than 1,000 times.
 *
 * Throws a RE2JSSyntaxException, which `refusal` explains.
 */
export function compilePattern(pattern: string): FindCode {
  const expression = RE2JS.compile(inRe2(pattern), flags);
  if (!('code' in expression.namedGroups())) throw new RE2JSSyntaxException('missing code group');
  if (expression.programSize() > largest) throw new RE2JSSyntaxException('expression too large');
  return (text) => {
    // For RE2 a line ends with \n alone.
    const matcher = expression.matcher(text.replaceAll('\r', '\n'));
    if (!matcher.find()) return null;
    const [start, end] = [matcher.start('code'), matcher.end('code')];
    return start < end && end - start <= longestCode ? { start, end } : null;
  };
}

/** An escape, and what of it JavaScript writes in another way than RE2. */
const escapes = /\\(?:u\{([\da-fA-F]+)\}|u([\da-fA-F]{4})|([pP]\{)(?:Script|sc|General_Category|gc)=|([^]))/g;

/** RE2's own \s is ASCII's. */
const letters: Record<string, string> = { r: '\\n', s: '\\p{White_Space}', S: '\\P{White_Space}' };

function inRe2(pattern: string): string {
  return pattern.replace(escapes, (escape, point?: string, unit?: string, property?: string, letter?: string) => {
    if (point !== undefined) return `\\x{${point}}`;
    if (unit !== undefined) return character(unit);
    return property === undefined ? (letters[letter ?? ''] ?? escape) : `\\${property}`;
  });
}

/** As itself, so that the two halves of a character become one; by number where it may be a sign with a meaning. */
function character(unit: string): string {
  const code = Number.parseInt(unit, 16);
  return code < 128 ? `\\x{${unit}}` : String.fromCharCode(code);
}
