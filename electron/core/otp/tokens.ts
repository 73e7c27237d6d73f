export type TokenKind = 'digits' | 'latin' | 'mixed' | 'word';

/** A run of digits, of Latin letters, of both (`7KQ4M2`), or of another script's letters. */
export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
  /** In lower case. */
  text: string;
}

// Scripts change within a line of Chinese or Japanese without a space: that is the end of a word, too.
const runs = /[0-9a-z]+|[[\p{L}\p{M}]--[a-z]]+/gv;
const letter = /[a-z]/;
const digit = /[0-9]/;

/** A space was forgotten: `482913is your code`, `OTP482913`. */
const gluedCode = /^(?:(\d{4,8})(is|est|ist|es|ar|er|jest)|(otp|pin|code)(\d{4,8}))$/;

/** Splits a normalised text in lower case. Linear. */
export function tokenise(lower: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: text, index: start } of lower.matchAll(runs)) {
    const [, ...parts] = gluedCode.exec(text) ?? [];
    const [first, second] = parts.filter((part) => part !== undefined);
    if (first && second) tokens.push(tokenOf(first, start), tokenOf(second, start + first.length));
    else tokens.push(tokenOf(text, start));
  }
  return tokens;
}

function tokenOf(text: string, start: number): Token {
  return { kind: kindOf(text), start, end: start + text.length, text };
}

function kindOf(text: string): TokenKind {
  if (!isAscii(text.charCodeAt(0))) return 'word';
  if (!digit.test(text)) return 'latin';
  return letter.test(text) ? 'mixed' : 'digits';
}

/** Runs are either of ASCII letters and digits or of other letters alone, so the first character tells. */
function isAscii(unit: number): boolean {
  return unit < 0x80;
}

const addressRuns = /[\w\-.~:/?#@!$&*+;=%]+/g;

/** Where web and mail addresses stand: nothing in them is a code. */
export function findAddresses(lower: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  // Most messages have none, and this is the cheapest way to know.
  if (!lower.includes('/') && !lower.includes('@') && !lower.includes('www.')) return found;
  for (const { 0: run, index } of lower.matchAll(addressRuns)) {
    const at = addressStart(run);
    if (at >= 0) found.push({ start: index + at, end: index + run.length });
  }
  return found;
}

function addressStart(run: string): number {
  const scheme = run.indexOf('://');
  if (scheme >= 0) return Math.max(0, run.slice(0, scheme).search(/[a-z]+$/));
  const www = run.indexOf('www.');
  if (www >= 0) return www;
  if (/[a-z0-9]@[a-z0-9]/.test(run)) return 0;
  const host = run.search(/\.[a-z]{2,10}\//);
  return host < 0 ? -1 : hostStart(run, host);
}

function hostStart(run: string, at: number): number {
  let start = at;
  while (start > 0 && /[\w.-]/.test(run[start - 1] as string)) start -= 1;
  return start;
}
