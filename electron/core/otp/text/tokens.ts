import { classesOf } from '../lexicon/lexicon.ts';
import { CharacterKind, kindAt, widthAt } from './characters.ts';

type TokenKind = 'digits' | 'latin' | 'mixed' | 'word';

/** A run of digits, of Latin letters, of both (`7KQ4M2`), or of another script's letters. */
export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
  /** In lower case. */
  text: string;
  /** What it is as a word (lexicon). */
  classes: number;
}

/** A space was forgotten: `482913is your code`, `OTP482913`. */
const gluedCode =
  /^(?:(\d{4,8})(is|est|ist|es|ar|er|on|je|jest|kod[iuy]?|code)|(otp|pin|tan|mtan|code|kod|kode|token|clave|senha)(\d{4,8}))$/;

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
  push(tokens, 'word', start, lower.slice(start, end));
  return end;
}

/** Adds the ASCII letters and digits from here on; returns where they end. */
function addLatin(tokens: Token[], lower: string, start: number): number {
  let end = start;
  let digits = 0;
  for (; end < lower.length; end += 1) {
    const kind = kindAt(lower, end);
    if (kind === CharacterKind.digit) digits += 1;
    else if (kind !== CharacterKind.latin) break;
  }
  const text = lower.slice(start, end);
  if (digits === text.length) push(tokens, 'digits', start, text);
  else if (digits === 0) push(tokens, 'latin', start, text);
  else addMixed(tokens, text, start);
  return end;
}

function addMixed(tokens: Token[], text: string, start: number): void {
  const [, digitsAhead, word, name, digitsBehind] = gluedCode.exec(text) ?? [];
  if (digitsAhead && word) {
    push(tokens, 'digits', start, digitsAhead);
    push(tokens, 'latin', start + digitsAhead.length, word);
  } else if (name && digitsBehind) {
    push(tokens, 'latin', start, name);
    push(tokens, 'digits', start + name.length, digitsBehind);
  } else push(tokens, 'mixed', start, text);
}

function push(tokens: Token[], kind: TokenKind, start: number, text: string): void {
  const classes = kind === 'latin' || kind === 'word' ? classesOf(text) : 0;
  tokens.push({ kind, start, end: start + text.length, text, classes });
}
