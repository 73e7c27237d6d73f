import { anyAt, findAnyIn, firstEndingOf } from '../lexicon/affixes.ts';
import { introducing } from '../lexicon/codeWords.ts';
import { expressionsOf } from '../lexicon/expressions.ts';
import { is, WordClass } from '../lexicon/lexicon.ts';
import { normalise } from '../text/normalise.ts';
import { isKey } from './nouns.ts';
import type { Token } from '../text/tokens.ts';
import { companions } from '../words/introducers.ts';
import { otherCodeKindsInside } from '../words/otherCodes.ts';

/** A word for "code" in a message. */
export interface Introduction {
  start: number;
  end: number;
  /** Indexes of its first and last token. */
  first: number;
  last: number;
  /**
   * Where it says that it is a discount code or a postcode: not a one-time code, and neither is what it introduces.
   * `of`, `for`: `codigo de pedido`, `code for order`.
   */
  other: 'ahead' | 'behind' | 'of' | 'for' | false;
  /** It goes with a code without naming it. */
  weak: boolean;
}

const fold = (word: string) => normalise(word).lower;

const companionWords = new Set(companions.map(fold));
const inside = introducing('inside');
const wordsIn = findAnyIn(inside.filter((word) => !word.includes(' ')).toSorted((a, b) => b.length - a.length));
const severalAt = expressionsOf(inside.filter((phrase) => phrase.includes(' ')));
const otherKindsInside = otherCodeKindsInside.map(fold);
const otherKindEnding = firstEndingOf(otherKindsInside);
const otherKindAt = anyAt(otherKindsInside);
/** A word that means no more than "code": what stands beside it may have one. */
const plainCode =
  /cod|kod|koo|код|шифр|sifr|κωδ|^ma$|कोड|কোড|కోడ|ಕೋಡ|கோட|કોડ|ਕੋਡ|കോഡ|كد|كوڈ|رمز|كود|קוד|კოდ|կոդ|รหัส|码|碼|コード|코드/u;
/** Beside one of these, `ma` is Vietnamese. */
const vietnamese = new Set(
  'otp giup khi quay cua khong nhap phut quy khach voi trong giao dich dang nay tai khoan xac thuc ban nhan cho duoc'.split(
    ' ',
  ),
);
/** India calls its postal codes PIN codes. */
const pinKinds = new Set(['postal', 'area', 'zip', 'post', 'winner', 'lucky']);
const forLinks = new Set(['for', 'voor', 'fur', 'para', 'pour', 'dla', 'til', 'for', 'для']);
/** These name a one-time code, whatever stands beside them. */
const unmistakable = new Set(['otp', 'otps', 'totp', '2fa', 'mfa', 'passcode', 'mtan', 'smstan']);

/** Scripts whose words are searched inside runs of letters. */
const needsInside = /[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** The words for "code" in a message, in order; if there are none, words that go with a code. */
export function findIntroductions(tokens: Token[], isAddress: (token: Token) => boolean): Introduction[] {
  const found: Introduction[] = [];
  let known: boolean | undefined;
  const isVietnamese = () => (known ??= tokens.some(({ text }) => vietnamese.has(text)));
  for (let index = 0; index < tokens.length; index += 1) {
    if (!isAddress(tokens[index] as Token)) index = addIntroductions(found, tokens, index, isVietnamese);
  }
  return found.length > 0 ? found : findCompanions(tokens);
}

/** Most words are none of these. */
const couldIntroduce = WordClass.code | WordClass.key | WordClass.number | WordClass.keyCompound | WordClass.expression;

/** Adds what begins at a token; returns the last token that belongs to it. */
function addIntroductions(found: Introduction[], tokens: Token[], index: number, isVietnamese: () => boolean): number {
  const token = tokens[index] as Token;
  const { kind, text } = token;
  if (!is(token, couldIntroduce)) {
    if (kind === 'word') addInside(found, tokens, index);
    return index;
  }
  const last = is(token, WordClass.expression) ? severalAt(tokens, index) : -1;
  if (last >= 0) found.push(introduction(tokens, index, last, false));
  else if (text === 'ma' && !isVietnamese()) return index;
  else if (is(token, WordClass.code) || isKey(tokens, index)) found.push(introduction(tokens, index, index, false));
  else if (kind === 'word') addInside(found, tokens, index);
  return Math.max(index, last);
}

function introduction(tokens: Token[], first: number, last: number, weak: boolean): Introduction {
  const { start } = tokens[first] as Token;
  const { end } = tokens[last] as Token;
  return { start, end, first, last, other: isOtherKind(tokens, first, last), weak };
}

/** `discount code`, `code postal`, `código de cupón`. */
function isOtherKind(tokens: Token[], first: number, last: number): Introduction['other'] {
  if (unmistakable.has(tokens[first]?.text ?? '')) return false;
  const token = tokens[first] as Token;
  const before = tokens[first - 1];
  if (before !== undefined && token.start - before.end <= 1 && isOtherAhead(before, token)) return 'ahead';
  if (isThing(tokens, first, last)) return 'ahead';
  const next = following(tokens, last);
  if (next === null) return false;
  if (is(next, WordClass.otherKindBehind)) return 'behind';
  const link = is(next, WordClass.kindLink) ? following(tokens, last + 1) : null;
  // `Code van uw bestelling`.
  const kind = is(link ?? undefined, WordClass.verbFiller) ? following(tokens, last + 2) : link;
  if (kind === null || !is(kind, WordClass.otherKindBehind)) return false;
  return forLinks.has(next.text) ? 'for' : 'of';
}

/** `Kod tovaru`, `area code`: a thing beside a word that means no more than "code". */
function isThing(tokens: Token[], first: number, last: number): boolean {
  const token = tokens[first] as Token;
  const before = tokens[first - 1];
  const next = following(tokens, last);
  const isAhead = before !== undefined && token.start - before.end <= 1 && is(before, WordClass.coded);
  return (isAhead || (next !== null && is(next, WordClass.coded))) && plainCode.test(token.text);
}

/** `order code`, but an order's PIN is for who fetches it. */
function isOtherAhead(before: Token, { text }: Token): boolean {
  return is(before, WordClass.otherKind) && (text !== 'pin' || pinKinds.has(before.text));
}

/** The next word, if only a space is between, or the stop of `cod. cliente`. */
function following(tokens: Token[], index: number): Token | null {
  const token = tokens[index];
  const next = tokens[index + 1];
  return token && next && next.start - token.end <= (token.text.length <= 3 ? 2 : 1) ? next : null;
}

function addInside(found: Introduction[], tokens: Token[], index: number): void {
  const { text, start } = tokens[index] as Token;
  const places = wordsIn(text);
  if (places.length === 0 || !needsInside.test(text)) return;
  const isOther = isOtherKind(tokens, index, index);
  for (const { at, word } of places) {
    const end = at + word.length;
    const other = isOther || (isOtherInside(text, at, end) && 'ahead');
    found.push({ start: start + at, end: start + end, first: index, last: index, other, weak: false });
  }
}

function isOtherInside(text: string, at: number, end: number): boolean {
  const head = text.slice(Math.max(0, end - 8), end);
  return otherKindEnding(head) !== null || otherKindAt(text, at) !== undefined;
}

function findCompanions(tokens: Token[]): Introduction[] {
  const found: Introduction[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    if (companionWords.has((tokens[index] as Token).text)) found.push(introduction(tokens, index, index, true));
  }
  return found;
}
