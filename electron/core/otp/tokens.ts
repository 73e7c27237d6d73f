import { CharacterKind, kindAt, widthAt } from './characters.ts';

type TokenKind = 'digits' | 'latin' | 'mixed' | 'word';

/** A run of digits, of Latin letters, of both (`7KQ4M2`), or of another script's letters. */
export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
  /** In lower case. */
  text: string;
}

/** A space was forgotten: `482913is your code`, `OTP482913`. */
const gluedCode =
  /^(?:(\d{4,8})(is|est|ist|es|ar|er|on|je|jest)|(otp|pin|tan|mtan|code|kod|kode|token|clave|senha)(\d{4,8}))$/;

/** Splits a normalised text in lower case. Linear. */
export function tokenise(lower: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < lower.length;) {
    const kind = kindAt(lower, at);
    if (kind === CharacterKind.other) at += 1;
    // In Chinese or Japanese, the script can change without a space: that ends a word, too.
    else if (kind === CharacterKind.letter) at = addWord(tokens, lower, at);
    else at = addLatin(tokens, lower, at);
  }
  return tokens;
}

/** Adds the letters beyond ASCII from here on; returns where they end. */
function addWord(tokens: Token[], lower: string, start: number): number {
  let end = start;
  while (end < lower.length && kindAt(lower, end) === CharacterKind.letter) end += widthAt(lower, end);
  tokens.push({ kind: 'word', start, end, text: lower.slice(start, end) });
  return end;
}

/** Adds the ASCII letters and digits from here on; returns where they end. */
function addLatin(tokens: Token[], lower: string, start: number): number {
  let [end, digits] = [start, 0];
  for (; end < lower.length; end += 1) {
    const kind = kindAt(lower, end);
    if (kind === CharacterKind.digit) digits += 1;
    else if (kind !== CharacterKind.latin) break;
  }
  const text = lower.slice(start, end);
  if (digits === text.length) tokens.push({ kind: 'digits', start, end, text });
  else if (digits === 0) tokens.push({ kind: 'latin', start, end, text });
  else addMixed(tokens, text, start);
  return end;
}

function addMixed(tokens: Token[], text: string, start: number): void {
  const [, digitsAhead, word, name, digitsBehind] = gluedCode.exec(text) ?? [];
  const end = start + text.length;
  if (digitsAhead && word) {
    const between = start + digitsAhead.length;
    tokens.push({ kind: 'digits', start, end: between, text: digitsAhead });
    tokens.push({ kind: 'latin', start: between, end, text: word });
  } else if (name && digitsBehind) {
    const between = start + name.length;
    tokens.push({ kind: 'latin', start, end: between, text: name });
    tokens.push({ kind: 'digits', start: between, end, text: digitsBehind });
  } else tokens.push({ kind: 'mixed', start, end, text });
}

const addressCharacter = /[\w\-.~:/?#@!$&*+;=%]/;

/** Finds web and mail addresses: nothing in them is a code. It starts from what all have; most texts have none. */
export function findAddresses(lower: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const sign = /[/@]|www\./g;
  for (let passed = 0; sign.test(lower); sign.lastIndex = passed) {
    let [start, end] = [sign.lastIndex - 1, sign.lastIndex];
    while (start > passed && addressCharacter.test(lower[start - 1] as string)) start -= 1;
    while (end < lower.length && addressCharacter.test(lower[end] as string)) end += 1;
    const offset = addressStart(lower.slice(start, end));
    if (offset >= 0) found.push({ start: start + offset, end });
    passed = end;
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
