import type { Shape } from './shape.ts';
import type { Token } from '../text/tokens.ts';

const fewest = 4;
const most = 10;
const mostGroups = 4;

/** `b 7 c 2 x 9`, `K-7-Q-2`: letters and digits one by one. Null where they do not begin at this token. */
export function singlesAt(text: string, tokens: Token[], index: number): Shape | null {
  if (!isSingle(tokens[index])) return null;
  const { end, start } = tokens[index];
  const gap = text.slice(end, tokens[index + 1]?.start);
  if ((gap !== ' ' && gap !== '-') || /[\w@-]/.test(text[start - 1] ?? '')) return null;
  if (isSingle(tokens[index - 1]) && gapBehind(text, tokens, index - 1) === gap) return null;
  let last = index;
  while (last - index < most && isSingle(tokens[last + 1]) && gapBehind(text, tokens, last) === gap) last += 1;
  // A word of one letter may stand ahead of the code: `codigo e 4 8 2 9`.
  const first = isLower(text, tokens[index]) && !hasLetter(tokens, index + 1, last) ? index + 1 : index;
  const run = tokens.slice(first, last + 1);
  const digits = run.filter(({ kind }) => kind === 'digits').length;
  if (run.length < fewest || run.length > most || digits < 2 || digits === run.length) return null;
  if (gapBehind(text, tokens, last) === '-') return null;
  const code = run.map((each) => text.slice(each.start, each.end)).join('');
  return { kind: 'mixed', code, start: tokens[first]!.start, end: tokens[last]!.end, first, last };
}

/** `C5 T9 H1`, `AB12 CD34`: capitals and digits in groups of the same length. Null where none begins here. */
export function groupsAt(text: string, tokens: Token[], index: number): Shape | null {
  const { start, end } = tokens[index] as Token;
  const length = end - start;
  if (length < 2 || length > 4 || tokens[index]?.kind === 'word' || !isGroup(text, tokens[index], length)) return null;
  let last = index;
  while (last - index < mostGroups && isGroup(text, tokens[last + 1], length) && gapBehind(text, tokens, last) === ' ')
    last += 1;
  if (last === index) return null;
  const run = tokens.slice(index, last + 1);
  if (run.length > mostGroups || run.filter(({ kind }) => kind === 'mixed').length < 2) return null;
  if (/[\w@-]/.test(text[start - 1] ?? '') || /[\w@-]/.test(text[tokens[last]!.end] ?? '')) return null;
  const code = run.map((each) => text.slice(each.start, each.end)).join('');
  return code.length > most ? null : { kind: 'mixed', code, start, end: tokens[last]!.end, first: index, last };
}

function isGroup(text: string, token: Token | undefined, length: number): boolean {
  if (token === undefined || token.end - token.start !== length) return false;
  for (let at = token.start; at < token.end; at += 1) if (!isCapitalOrDigit(text.charCodeAt(at))) return false;
  return true;
}

function isCapitalOrDigit(unit: number): boolean {
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);
}

function isSingle(token: Token | undefined): token is Token {
  return token !== undefined && token.end - token.start === 1 && token.kind !== 'word';
}

function gapBehind(text: string, tokens: Token[], index: number): string {
  return text.slice(tokens[index]!.end, tokens[index + 1]?.start ?? tokens[index]!.end);
}

function hasLetter(tokens: Token[], from: number, to: number): boolean {
  return tokens.slice(from, to + 1).some(({ kind }) => kind !== 'digits');
}

function isLower(text: string, { start }: Token): boolean {
  return /[a-z]/.test(text[start] ?? '');
}
