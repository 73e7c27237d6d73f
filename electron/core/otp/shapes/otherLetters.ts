import type { Shape } from './shape.ts';
import { endsThere, isBehindColon } from './words.ts';
import type { Token } from '../text/tokens.ts';

/** Letters of a script that has capitals, other than Latin, with or without digits. */
const code = /^[\p{Lu}\d]{4,10}$/u;
const small = /^[\p{Ll}]{4,10}$/u;
/** A run that is longer is no code. */
const longest = 10;

/** `ЖК4Р82`, `ΞΡΤΛΨΚ`, `Пароль: бодрук`. Null where none begins at this token. */
export function otherLettersAt(text: string, tokens: Token[], index: number): Shape | null {
  const { start, end: first, kind } = tokens[index] as Token;
  if (kind === 'latin' || tokens[index - 1]?.end === start) return null;
  // Most numbers, and most words in such a script, fail these quick tests.
  const isGlued = tokens[index + 1]?.start === first;
  if (kind === 'word' ? !isGlued && !couldBegin(text, start) : !isGlued) return null;
  let last = index;
  while (last - index < longest && tokens[last + 1]?.start === tokens[last]!.end) last += 1;
  const run = tokens.slice(index, last + 1);
  if (!run.some((token) => token.kind === 'word')) return null;
  const { end } = tokens[last]!;
  if (/[\w@-]/.test(text[start - 1] ?? '') || /[\w@-]/.test(text[end] ?? '')) return null;
  const written = text.slice(start, end);
  const isSmall = small.test(written) && isBehindColon(text, start);
  if (!isSmall && (!code.test(written) || !/\p{Lu}/u.test(written))) return null;
  if (isSmall && !endsThere(text, end)) return null;
  return { kind: /\d/.test(written) ? 'mixed' : 'letters', code: written, start, end, first: index, last };
}

/** A capital, or a letter behind a colon or a space that follows one. */
function couldBegin(text: string, start: number): boolean {
  const letter = text[start] as string;
  return letter !== letter.toLowerCase() || isBehindColon(text, start);
}
