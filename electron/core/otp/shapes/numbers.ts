import type { Token } from '../text/tokens.ts';
import { longestRun, mostCharacters, year, type Shape } from './shape.ts';

/** The group lengths in which people write a code. */
const spaced = new Set(['3 3', '4 4', '2 2 2', '3 4', '4 3', '3 3 3', '2 2 2 2', '2 2', '3 2', '2 3', '5 5', '4 4 4']);
/** Pairs joined by hyphens are dates and bank branches. */
const hyphenatedGroups = new Set(['2 2 2 2', '3 3', '4 4', '3 4', '4 3', '3 3 3', '5 5', '4 4 4']);
const singleDigits = /^1( 1){3,7}$/;
const minDigits = 3;

/** Signs after which a number continues: 1,249.00, 12/03/2026, 14:05, 2.1.3, 415-555. */
const joins = new Set(['.', ',', '/', ':', '-', "'"]);

/** The last token of the run of numbers that begins here, all joined by the same space or hyphen. */
export function numberRun(text: string, tokens: Token[], from: number): number {
  let last = from;
  let joint: string | null = null;
  while (last - from < longestRun) {
    const token = tokens[last] as Token;
    const next = tokens[last + 1];
    if (!next || next.kind !== 'digits') break;
    const gap = text.slice(token.end, next.start);
    const isDotted = gap === '.' && token.text.length === 1 && next.text.length === 1;
    // `482 - 913`; but four digits before a dash may be a card's, with the code behind it.
    const isDashed = gap === ' - ' && token.text.length === 3 && next.text.length === 3;
    if (!(gap === ' ' || gap === '-' || gap === '\u00a0' || isDashed || isDotted)) break;
    if (joint !== null && gap !== joint) break;
    joint = gap;
    last += 1;
  }
  return last;
}

/** The shapes in such a run. */
export function numberShapes(text: string, tokens: Token[], first: number, last: number): Shape[] {
  if (first === last) return loneNumber(text, tokens, first);
  const run = tokens.slice(first, last + 1);
  const { start } = tokens[first] as Token;
  const { end } = tokens[last] as Token;
  const pattern = run.map((token) => token.text.length).join(' ');
  const code = run.map((token) => token.text).join('');
  const sign = text[(tokens[first] as Token).end];
  const hyphenated = sign === '-';
  // `9.3.6.4` may be a version or an address, too.
  if (sign === '.') {
    const isSpelled = singleDigits.test(pattern) && isLoneNumber(text, start, end);
    return isSpelled ? [{ kind: 'long', code, start, end, first, last }] : [];
  }
  const known =
    (hyphenated ? hyphenatedGroups : spaced).has(pattern) ||
    singleDigits.test(pattern) ||
    isPairsButNoDate(run, pattern);
  const grouped = known && code.length >= 4 && isLoneNumber(text, start, end);
  if (grouped) return [{ kind: 'grouped', code, start, end, first, last }];
  if (hyphenated && pattern !== '2 2 2' && isChain(run, pattern) && isLoneNumber(text, start, end))
    return [{ kind: 'chained', code: text.slice(start, end), start, end, first, last }];
  if (hyphenated) return [];
  const isLong =
    run.length === 3 && code.length >= 6 && code.length <= mostCharacters && isLoneNumber(text, start, end);
  if (isLong && !code.startsWith('0')) return [{ kind: 'long', code, start, end, first, last }];
  // A long run in no known grouping is a phone number or an account; numbers that just follow each other are not.
  const isTelephone = code.startsWith('0') || run.every((token) => token.text.length < 6);
  if (code.length >= 9 && isTelephone) return [];
  return run.flatMap((token, offset) =>
    isLoneNumber(text, token.start, token.end) ? digitShape(tokens, first + offset) : [],
  );
}

/** `17-2-3085`, as lockers write it: neither a date nor a telephone number. */
function isChain(run: Token[], pattern: string): boolean {
  const hasYear = run.some(({ text }) => year.test(text));
  const digits = run.reduce((sum, { text }) => sum + text.length, 0);
  return !hasYear && digits >= 4 && digits <= 8 && /^[1-4](?: [1-5]){2,3}$/.test(pattern) && /[12]/.test(pattern);
}

function loneNumber(text: string, tokens: Token[], index: number): Shape[] {
  const { start, end } = tokens[index] as Token;
  return isLoneNumber(text, start, end) ? digitShape(tokens, index) : [];
}

/** `48-29-15`, but not `13-09-26`. */
function isPairsButNoDate(run: Token[], pattern: string): boolean {
  if (pattern !== '2 2 2') return false;
  const [a, b, c] = run.map(({ text }) => Number(text)) as [number, number, number];
  const isDate = (day: number, month: number) => day <= 31 && month <= 12;
  return !(isDate(a, b) || isDate(b, a) || isDate(c, b));
}

function digitShape(tokens: Token[], index: number): Shape[] {
  const { text: code, start, end } = tokens[index] as Token;
  if (code.length < minDigits || code.length > mostCharacters) return [];
  return [{ kind: 'digits', code, start, end, first: index, last: index }];
}

/** Whether the number ends where its digits end. */
export function isLoneNumber(text: string, start: number, end: number): boolean {
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  if (before === '+' || before === '_' || before === '@' || after === '_' || after === '@') return false;
  if (joins.has(before) && isDigit(text[start - 2])) return false;
  if (joins.has(after) && isDigit(text[end + 1]) && !isNext(text, end)) return false;
  if (after === '-' && (text[end + 1] ?? ' ').trim() === '') return false;
  const areaCode = end - start <= 3 || text[start] === '0';
  return !(areaCode && before === '(' && after === ')' && /^ ?\d/.test(text.slice(end + 1, end + 3)));
}

/** `482913,5分钟`: a comma with no space behind it, and another number. */
function isNext(text: string, end: number): boolean {
  return /^,\d{1,3}(?:分|小时|小時|日|秒|次|天|位)/.test(text.slice(end, end + 6));
}

export function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}
