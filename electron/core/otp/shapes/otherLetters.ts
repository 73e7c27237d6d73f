import type { Shape } from './shape.ts';
import type { Token } from '../text/tokens.ts';

/** Letters of a script that has capitals, other than Latin, with or without digits. */
const code = /^[\p{Lu}\d]{4,10}$/u;
const small = /^[\p{Ll}]{4,10}$/u;
/** A run that is longer is no code. */
const longest = 10;

/** `ЖК4Р82`, `ΞΡΤΛΨΚ`, `Пароль: бодрук`. Null where none begins at this token. */
export function otherLettersAt(text: string, tokens: Token[], index: number): Shape | null {
  const { start, kind } = tokens[index] as Token;
  if (kind === 'latin' || tokens[index - 1]?.end === start) return null;
  let last = index;
  while (last - index < longest && tokens[last + 1]?.start === tokens[last]!.end) last += 1;
  const run = tokens.slice(index, last + 1);
  if (!run.some((token) => token.kind === 'word')) return null;
  const [end, from] = [tokens[last]!.end, Math.max(0, start - 3)];
  if (/[\w@-]/.test(text[start - 1] ?? '') || /[\w@-]/.test(text[end] ?? '')) return null;
  const written = text.slice(start, end);
  const isSmall = small.test(written) && /[:=] ?["'*]?$/.test(text.slice(from, start));
  if (!isSmall && (!code.test(written) || !/\p{Lu}/u.test(written))) return null;
  if (isSmall && !/^["'*]?(?:$|[.,;]?\s*(?:\n|$)|\. )/.test(text.slice(end, end + 4))) return null;
  return { kind: /\d/.test(written) ? 'mixed' : 'letters', code: written, start, end, first: index, last };
}
