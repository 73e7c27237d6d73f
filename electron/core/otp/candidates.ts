import type { Normalised } from './normalise.ts';
import { otherLettersAt } from './otherLetters.ts';
import { groupsAt, singlesAt } from './singles.ts';
import type { Token } from './tokens.ts';

/**
 * `chained`: digits in groups that no other code has, such as those of a locker. `long`: in groups that a telephone
 * number may have.
 */
type CandidateKind = 'digits' | 'grouped' | 'prefixed' | 'mixed' | 'letters' | 'chained' | 'long';

/** Something in the text that has the shape of a code. */
export interface Shape {
  kind: CandidateKind;
  /** As it would be typed, without grouping characters. */
  code: string;
  start: number;
  end: number;
  /** Indexes of its first and last token. */
  first: number;
  last: number;
}

/** The group lengths in which people write a code. */
const spaced = new Set(['3 3', '4 4', '2 2 2', '3 4', '4 3', '3 3 3', '2 2 2 2', '2 2', '3 2', '2 3', '5 5', '4 4 4']);
/** Pairs joined by hyphens are dates and bank branches. */
const hyphenatedGroups = new Set(['2 2 2 2', '3 3', '4 4', '3 4', '4 3', '3 3 3', '5 5', '4 4 4']);
const singleDigits = /^1( 1){3,7}$/;
/** `OTP-482913`: the letters name the code but are not part of it. */
const isCodeName = /^(?:otp|pin|tan|code|token)$/i;
const isCodeWord = /(?:OTP|PIN|PASS|CODE|TAN|TOKEN)$/;
const minDigits = 3;
const maxDigits = 10;

/** Signs after which a number continues: 1,249.00, 12/03/2026, 14:05, 2.1.3, 415-555. */
const joins = new Set(['.', ',', '/', ':', '-', "'"]);

/** The most tokens in a run that belongs together; hostile texts have more. */
const longestRun = 12;

/** Every shape in the text, in order. Linear. */
export function findShapes({ text }: Normalised, tokens: Token[], isAddress: (token: Token) => boolean): Shape[] {
  const shapes: Shape[] = [];
  for (let index = 0; index < tokens.length;) {
    const token = tokens[index] as Token;
    const run = token.kind === 'digits' ? numberRun(text, tokens, index) : index;
    const whole = singlesAt(text, tokens, index) ?? groupsAt(text, tokens, index) ?? otherLettersAt(text, tokens, index);
    if (isAddress(token)) index += 1;
    else if (whole) {
      shapes.push(whole);
      index = whole.last + 1;
    } else if (token.kind === 'digits') {
      shapes.push(...numberShapes(text, tokens, index, run));
      index = run + 1;
    } else {
      const shape = wordShape(text, tokens, index);
      if (shape) shapes.push(shape);
      index = (shape?.last ?? index) + 1;
    }
  }
  return shapes;
}

/** The last token of the run of numbers that begins here, all joined by the same space or hyphen. */
function numberRun(text: string, tokens: Token[], from: number): number {
  let last = from;
  let joint: string | null = null;
  while (last - from < longestRun) {
    const [token, next] = [tokens[last] as Token, tokens[last + 1]];
    if (!next || next.kind !== 'digits') break;
    const gap = text.slice(token.end, next.start);
    const isDotted = gap === '.' && token.text.length === 1 && next.text.length === 1;
    if (!(gap === ' ' || gap === '-' || gap === ' - ' || gap === '\u00a0' || isDotted)) break;
    if (joint !== null && gap !== joint) break;
    joint = gap;
    last += 1;
  }
  return last;
}

function numberShapes(text: string, tokens: Token[], first: number, last: number): Shape[] {
  if (first === last) return loneNumber(text, tokens, first);
  const run = tokens.slice(first, last + 1);
  const [start, end] = [(run[0] as Token).start, (run.at(-1) as Token).end];
  const pattern = run.map((token) => token.text.length).join(' ');
  const code = run.map((token) => token.text).join('');
  const sign = text[(run[0] as Token).end];
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
  const isLong = run.length === 3 && code.length >= 6 && code.length <= maxDigits && isLoneNumber(text, start, end);
  if (isLong && !code.startsWith('0')) return [{ kind: 'long', code, start, end, first, last }];
  // A long run in no known grouping is a phone number or an account; numbers that just follow each other are not.
  if (code.length >= 9 && run.every((token) => token.text.length < 6)) return [];
  return run.flatMap((token, offset) =>
    isLoneNumber(text, token.start, token.end) ? digitShape(tokens, first + offset) : [],
  );
}

/** `17-2-3085`, as lockers write it: neither a date nor a telephone number. */
function isChain(run: Token[], pattern: string): boolean {
  const hasYear = run.some(({ text }) => /^(?:19|20)\d\d$/.test(text));
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
  if (code.length < minDigits || code.length > maxDigits) return [];
  return [{ kind: 'digits', code, start, end, first: index, last: index }];
}

/** Whether the number ends where its digits end. */
function isLoneNumber(text: string, start: number, end: number): boolean {
  const [before, after] = [text[start - 1] ?? '', text[end] ?? ''];
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

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/** `G-482913`, `7KQ4M2`, `AB12-CD34`, `XKQZ`. */
function wordShape(text: string, tokens: Token[], index: number): Shape | null {
  const token = tokens[index] as Token;
  if (token.kind === 'word') return null;
  if (token.kind === 'latin' && !(isCapital(text, token.start) && isCapital(text, token.end - 1)))
    return isSmallCode(text, token) ? shapeOf('letters', text, token, index) : null;
  if (isInsideWord(text, token)) return null;
  const next = tokens[index + 1];
  const hyphen = next !== undefined && next.start === token.end + 1 && text[token.end] === '-';
  const written = text.slice(token.start, token.end);
  if (
    hyphen &&
    /^[A-Z]{1,3}$/.test(written) &&
    !isCodeName.test(written) &&
    next.kind === 'digits' &&
    isPrefixed(text, next)
  )
    return prefixed(text, token, next, index);
  if (hyphen && next.kind !== 'word' && !isCodeName.test(written)) return hyphenated(text, tokens, index);
  if (token.kind === 'mixed' && isMixed(written)) return shapeOf('mixed', text, token, index);
  return token.kind === 'latin' && /^[A-Z]{4,10}$/.test(written) && !isCodeWord.test(written)
    ? shapeOf('letters', text, token, index)
    : null;
}

/** `Passcode: kudrem`: letters alone behind a colon, at the end of what is said. */
function isSmallCode(text: string, { start, end }: Token): boolean {
  const length = end - start;
  if (length < 4 || length > maxDigits || !/[:=] ?["'*]?$/.test(text.slice(Math.max(0, start - 3), start)))
    return false;
  return (
    /^["'*]?(?:$|[.,;]?\s*(?:\n|$)|\. )/.test(text.slice(end, end + 4)) && isLowerCase.test(text.slice(start, end))
  );
}

const isLowerCase = /^[a-z]+$/;

/** Most words fail this quick test: letters alone are hardly ever a code unless they are capitals. */
function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x41 && unit <= 0x5a;
}

function shapeOf(kind: CandidateKind, text: string, { start, end }: Token, index: number): Shape {
  return { kind, code: text.slice(start, end), start, end, first: index, last: index };
}

function isInsideWord(text: string, { start, end }: Token): boolean {
  if (/[.,]/.test(text[start - 1] ?? '') && isDigit(text[start - 2])) return true;
  // Part of a longer chain is never a code of its own.
  if (text[start - 1] === '-' && /\w/.test(text[start - 2] ?? ' ')) return true;
  return (
    /[\w@*]/.test(text[start - 1] ?? ' ') ||
    /[_@*]/.test(text[end] ?? ' ') ||
    (text[end] === '.' && /[a-z0-9_]/.test(text[end + 1] ?? ' '))
  );
}

function isPrefixed(text: string, number: Token): boolean {
  return (
    number.text.length >= 4 &&
    number.text.length <= 8 &&
    isLoneNumber(`  ${text.slice(number.start, number.end + 2)}`, 2, 2 + number.text.length)
  );
}

// Google takes G-482913 with its letter and without; longer prefixes (FB-46120) name the sender.
function prefixed(text: string, letters: Token, number: Token, index: number): Shape {
  const code = letters.text.length === 1 ? text.slice(letters.start, number.end) : number.text;
  return { kind: 'prefixed', code, start: letters.start, end: number.end, first: index, last: index + 1 };
}

function hyphenated(text: string, tokens: Token[], index: number): Shape | null {
  let last = index;
  while (last - index < longestRun) {
    const [token, next] = [tokens[last] as Token, tokens[last + 1]];
    if (!next || next.kind === 'word' || next.start !== token.end + 1 || text[token.end] !== '-') break;
    last += 1;
  }
  const [start, end] = [(tokens[index] as Token).start, (tokens[last] as Token).end];
  const written = text.slice(start, end);
  const code = written.replaceAll('-', '');
  if (/^[A-Z]{3,4}-[A-Z]{3,4}$/.test(written)) return { kind: 'letters', code, start, end, first: index, last };
  const looksLikeCode = /^[A-Z0-9]+$/.test(code) && /\d/.test(code) && code.length >= 5 && code.length <= maxDigits;
  return looksLikeCode ? { kind: 'mixed', code, start, end, first: index, last } : null;
}

/** Letters and digits that are not a quantity, ordinal or masked account. */
function isMixed(written: string): boolean {
  if (written.length < 4 || written.length > maxDigits) return false;
  const lower = written.toLowerCase();
  return !/^\d+[a-z]{1,4}$/.test(lower) || /^\d{3,}[a-z]{1,4}$/.test(lower) || /^\d[a-z]{3}$/.test(lower)
    ? !/^(?:.*x{3}.*|x{2,}\d+|n\d+|rs\d+|cv[vc]2?|(?:rm|[ktu]sh|ghs|tzs|kes|ugx|ngn|usd|inr|eur|gbp|zar|php|idr|myr|sgd|aed|sar)\d+)$/.test(
        lower,
      )
    : false;
}
