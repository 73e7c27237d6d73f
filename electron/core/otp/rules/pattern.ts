import { RE2JS, RE2JSSyntaxException } from 're2js';
import type { Span } from './wording.ts';

/** In UTF-16 units. Anything longer is not a code: the pattern takes too much. */
export const longestCode = 40;

/** The most instructions in a compiled pattern: the cost of each message grows with them. */
const largest = 2_000;

const flags = RE2JS.CASE_INSENSITIVE | RE2JS.MULTILINE;

/** The place of the code in a text; null when the pattern does not match, or its match holds no usable code. */
export type FindCode = (text: string) => Span | null;

/**
 * Compiles a pattern. RE2 needs time in proportion to the length of the text, whatever the pattern. It also bounds the
 * compiled size: nested counts repeat nothing more than 1,000 times.
 *
 * Throws a RE2JSSyntaxException, which `refusal` explains.
 */
export function compilePattern(pattern: string): FindCode {
  const expression = RE2JS.compile(inRe2(pattern), flags);
  if (!('code' in expression.namedGroups())) throw new RE2JSSyntaxException('missing code group');
  if (expression.programSize() > largest) throw new RE2JSSyntaxException('expression too large');
  return (text) => {
    // For RE2, only \n ends a line.
    const matcher = expression.matcher(text.replaceAll('\r', '\n'));
    if (!matcher.find()) return null;
    const [start, end] = [matcher.start('code'), matcher.end('code')];
    return start < end && end - start <= longestCode ? { start, end } : null;
  };
}

/** An escape, with the parts that JavaScript writes differently from RE2. */
const escapes = /\\(?:u\{([\da-fA-F]+)\}|u([\da-fA-F]{4})|([pP]\{)(?:Script|sc|General_Category|gc)=|([^]))/g;

/** RE2's own \s covers only ASCII. */
const letters: Record<string, string> = { r: '\\n', s: '\\p{White_Space}', S: '\\P{White_Space}' };

function inRe2(pattern: string): string {
  return pattern.replace(escapes, (escape, point?: string, unit?: string, property?: string, letter?: string) => {
    if (point !== undefined) return `\\x{${point}}`;
    if (unit !== undefined) return character(unit);
    return property === undefined ? (letters[letter ?? ''] ?? escape) : `\\${property}`;
  });
}

/** As itself, so that two surrogate halves become one character; by number where it may have a special meaning. */
function character(unit: string): string {
  const code = Number.parseInt(unit, 16);
  return code < 128 ? `\\x{${unit}}` : String.fromCharCode(code);
}
