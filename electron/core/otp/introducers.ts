import { beginsWithAny, findAnyIn, longestEndingOf } from './affixes.ts';
import { normalise } from './normalise.ts';
import type { Token } from './tokens.ts';
import { kindLinks, otherCodeKinds, otherCodeKindsBehind, otherCodeKindsInside } from './words/contexts.ts';
import { companions, introducers } from './words/introducers.ts';

/** A word for "code" in a message. */
export interface Introduction {
  start: number;
  end: number;
  /** Indexes of its first and last token. */
  first: number;
  last: number;
  /** A discount code, a postcode: not a one-time code, and neither is what it introduces. */
  other: boolean;
  /** It goes with a code without naming it. */
  weak: boolean;
}

const fold = (word: string) => normalise(word).lower;
const all = (key: 'words' | 'starts' | 'ends' | 'inside') => [
  ...new Set(introducers.flatMap((each) => (each[key] ?? []).map(fold))),
];

const words = new Set(all('words'));
const companionWords = new Set(companions.map(fold));
const endingOf = longestEndingOf(all('ends'));
const inside = all('inside');
const wordsIn = findAnyIn(inside.toSorted((a, b) => b.length - a.length));
const severalWords = inside.filter((phrase) => phrase.includes(' '));
const otherKinds = new Set(otherCodeKinds);
const otherKindsBehind = new Set(otherCodeKindsBehind.map(fold));
const otherKindsInside = otherCodeKindsInside.map(fold);
const links = new Set(kindLinks);
/** These name a one-time code, whatever stands beside them. */
const unmistakable = new Set(['otp', 'otps', 'totp', '2fa', 'mfa', 'passcode', 'mtan', 'smstan']);

/** No word is longer; hostile texts are. */
const longestWord = 24;
/** The longest ending that a language adds to a stem. */
const longestEnding = 8;
/** `kodunuz`, `кодом`: a stem with its endings. */
const isStem = beginsWithAny(
  all('starts').filter((stem) => stem.length >= 3),
  longestEnding,
);

/** Scripts whose words are searched inside runs of letters. */
const needsInside = /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** The words for "code" in a message, in order; if there are none, words that go with a code. */
export function findIntroductions(lower: string, tokens: Token[]): Introduction[] {
  const found: Introduction[] = [];
  for (let index = 0; index < tokens.length; index += 1) addIntroductions(found, tokens, index);
  if (found.some(({ other }) => !other)) return found;
  const several = findSeveralWords(lower, tokens);
  if (several.length > 0) return several;
  return found.length > 0 ? found : findCompanions(tokens);
}

function addIntroductions(found: Introduction[], tokens: Token[], index: number): void {
  const { kind, text } = tokens[index] as Token;
  if (kind === 'digits') return;
  if (isCodeWord(text)) found.push(wholeWord(tokens, index, false));
  else if (kind === 'word') addInside(found, tokens, index);
}

function wholeWord(tokens: Token[], index: number, weak: boolean): Introduction {
  const { start, end } = tokens[index] as Token;
  return { start, end, first: index, last: index, other: isOtherKind(tokens, index), weak };
}

function isCodeWord(text: string): boolean {
  if (words.has(text)) return true;
  return text.length <= longestWord && (isStem(text) || isCompound(text));
}

/** `Sicherheitscode`, but neither `postcode` nor `Gutscheincode`. */
function isCompound(text: string): boolean {
  const ending = endingOf(text);
  if (ending === null) return false;
  if (text === ending) return ending.length >= 4;
  if (text.length <= ending.length + 2) return false;
  const head = text.slice(0, -ending.length);
  return !otherKinds.has(head) && !otherKinds.has(head.replace(/s$/, ''));
}

/** `discount code`, `code postal`, `código de cupón`. */
function isOtherKind(tokens: Token[], index: number): boolean {
  if (unmistakable.has(tokens[index]?.text ?? '')) return false;
  const [token, before] = [tokens[index] as Token, tokens[index - 1]];
  if (before !== undefined && token.start - before.end <= 1 && otherKinds.has(before.text)) return true;
  const next = following(tokens, index);
  const kind = next !== null && links.has(next.text) ? following(tokens, index + 1) : next;
  return kind !== null && otherKindsBehind.has(kind.text);
}

/** The next word, if only a space is between. */
function following(tokens: Token[], index: number): Token | null {
  const [token, next] = [tokens[index], tokens[index + 1]];
  return token && next && next.start - token.end <= 1 ? next : null;
}

function addInside(found: Introduction[], tokens: Token[], index: number): void {
  const { text, start } = tokens[index] as Token;
  const places = wordsIn(text);
  if (places.length === 0 || !needsInside.test(text)) return;
  const isOther = isOtherKind(tokens, index);
  for (const { at, word } of places) {
    const end = at + word.length;
    const other = isOther || isOtherInside(text, at, end);
    found.push({ start: start + at, end: start + end, first: index, last: index, other, weak: false });
  }
}

function isOtherInside(text: string, at: number, end: number): boolean {
  const head = text.slice(Math.max(0, end - 8), end);
  return otherKindsInside.some((kind) => head.endsWith(kind) || text.startsWith(kind, at));
}

/** Expressions of several words, looked for only where no single word was found. */
function findSeveralWords(lower: string, tokens: Token[]): Introduction[] {
  return severalWords.flatMap((phrase) => {
    const start = lower.indexOf(phrase);
    if (start < 0) return [];
    const end = start + phrase.length;
    const first = tokens.findIndex((token) => token.end > start);
    const last = tokens.findLastIndex((token) => token.start < end);
    return [{ start, end, first, last, other: false, weak: false }];
  });
}

function findCompanions(tokens: Token[]): Introduction[] {
  const found: Introduction[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    if (companionWords.has((tokens[index] as Token).text)) found.push(wholeWord(tokens, index, true));
  }
  return found;
}
