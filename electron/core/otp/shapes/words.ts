import type { Token } from '../text/tokens.ts';
import { isDigit, isLoneNumber } from './numbers.ts';
import { longestRun, mostCharacters, type Shape, type ShapeKind } from './shape.ts';

/** `OTP-482913`: the letters name the code but are not part of it. */
const isCodeName = /^(?:otp|pin|tan|code|token)$/i;
const isCodeWord = /(?:OTP|PIN|PASS|CODE|TAN|TOKEN)$/;

/** `G-482913`, `7KQ4M2`, `AB12-CD34`, `XKQZ`. */
export function wordShape(text: string, tokens: Token[], index: number): Shape | null {
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
  if (length < 4 || length > mostCharacters || !isBehindColon(text, start)) return false;
  return endsThere(text, end) && isLowerCase.test(text.slice(start, end));
}

/** Whether nothing more is said behind a place on its line, or a sentence ends there. */
export function endsThere(text: string, end: number): boolean {
  return /^["'*]?(?:$|[.,;]?\s*(?:\n|$)|\. )/.test(text.slice(end, end + 4));
}

const isLowerCase = /^[a-z]+$/;

const [space, colon, equals] = [0x20, 0x3a, 0x3d];

/** `"`, `'` or `*`. */
function isQuote(unit: number): boolean {
  return unit === 0x22 || unit === 0x27 || unit === 0x2a;
}

/** Whether a colon or an equals sign stands right before a place, or before a space or a quotation mark there. */
export function isBehindColon(text: string, start: number): boolean {
  let at = start - 1;
  if (isQuote(text.charCodeAt(at))) at -= 1;
  if (text.charCodeAt(at) === space) at -= 1;
  const unit = text.charCodeAt(at);
  return unit === colon || unit === equals;
}

/** Most words fail this quick test: letters alone are hardly ever a code unless they are capitals. */
function isCapital(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0x41 && unit <= 0x5a;
}

function shapeOf(kind: ShapeKind, text: string, { start, end }: Token, index: number): Shape {
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
    const token = tokens[last] as Token;
    const next = tokens[last + 1];
    if (!next || next.kind === 'word' || next.start !== token.end + 1 || text[token.end] !== '-') break;
    last += 1;
  }
  const { start } = tokens[index] as Token;
  const { end } = tokens[last] as Token;
  const written = text.slice(start, end);
  const code = written.replaceAll('-', '');
  if (/^[A-Z]{3,4}-[A-Z]{3,4}$/.test(written)) return { kind: 'letters', code, start, end, first: index, last };
  const looksLikeCode =
    /^[A-Z0-9]+$/.test(code) && /\d/.test(code) && code.length >= 5 && code.length <= mostCharacters;
  return looksLikeCode ? { kind: 'mixed', code, start, end, first: index, last } : null;
}

/** Letters and digits that are not a quantity, ordinal or masked account. */
function isMixed(written: string): boolean {
  if (written.length < 4 || written.length > mostCharacters) return false;
  const lower = written.toLowerCase();
  return !/^\d+[a-z]{1,4}$/.test(lower) || /^\d{3,}[a-z]{1,4}$/.test(lower) || /^\d[a-z]{3}$/.test(lower)
    ? !/^(?:.*x{3}.*|x{2,}\d+|n\d+|rs\d+|cv[vc]2?|(?:rm|[ktu]sh|ghs|tzs|kes|ugx|ngn|usd|inr|eur|gbp|zar|php|idr|myr|sgd|aed|sar)\d+)$/.test(
        lower,
      )
    : false;
}

/** Without a vowel, as drawn at random. */
export function isUnspeakable(code: string): boolean {
  return /^[^aeiouy]+$/i.test(code);
}
