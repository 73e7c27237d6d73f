import { Places, stride } from './places.ts';

/** A message normalised for the search, with the way back to the original text. */
export interface Normalised {
  /** Latin letters without accents, digits of every script as ASCII, no invisible marks. Case is kept. */
  text: string;
  /** `text` in lower case; the same length. */
  lower: string;
  /** Whether it has no letters or signs beyond ASCII. */
  isAscii: boolean;
  /** The index in the original text of a character of `text`. */
  toOriginal(index: number): number;
  /** A part of `text` as it was written. */
  written(start: number, end: number): string;
}

/**
 * Zero-width and directional marks, variation selectors, soft hyphens (Unicode, Default_Ignorable_Code_Point), and what
 * draws a frame round a character, such as a key round a digit.
 */
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Me}]/u;

/**
 * Accents that NFD splits off Latin, Greek, Cyrillic and Arabic letters, Arabic vowel signs and the bar that stretches a
 * word. Marks of other scripts count as letters.
 */
const accents = /[\u0300-\u036f\u0640\u064b-\u0655\u0670]/gu;

/** Letters with a plain form that Unicode does not know; Arabic ones that people write for each other. */
const plainForms: Record<string, string> = {
  ə: 'e',
  Ə: 'E',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŋ: 'n',
  đ: 'd',
  Đ: 'D',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  Ð: 'D',
  Þ: 'TH',
  Ħ: 'H',
  Ŋ: 'N',
  ɔ: 'o',
  ɛ: 'e',
  ɗ: 'd',
  ɓ: 'b',
  ƙ: 'k',
  ک: 'ك',
  ی: 'ي',
  ى: 'ي',
  ے: 'ي',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ة: 'ه',
};

/** Typographic signs that people and patterns write in ASCII. */
const signs: Record<string, string> = {
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  // These stops end a sentence, and no abbreviation.
  '।': '。',
  '॥': '。',
  '۔': '。',
  '።': '。',
  '။': '。',
  '。': '。',
  '、': ', ',
  '،': ', ',
  '٫': '.',
  '٬': ',',
  '，': ', ',
  '፦': ':',
  '؛': ';',
  '؟': '?',
  '【': '[',
  '】': ']',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '〔': '[',
  '〕': ']',
  '\u2028': '\n',
  '\u2029': '\n',
  '\r': '\n',
};

// oxlint-disable-next-line no-control-regex
const notAscii = /[^\x00-\x7f]/;

/** Whether a text has no letters or signs beyond ASCII. */
export function isAscii(text: string): boolean {
  return !notAscii.test(text);
}

/** Normalises a text. Linear in its length; unchanged stretches are taken in one piece. */
export function normalise(original: string): Normalised {
  if (isAscii(original))
    return {
      text: original,
      lower: original.toLowerCase(),
      isAscii: true,
      toOriginal: (index) => index,
      written: (start, end) => original.slice(start, end),
    };
  const places = new Places();
  let text = '';
  let piece = '';
  let taken = 0;
  /** Than the original, so far. */
  let longer = 0;
  for (let at = 0; at < original.length;) {
    const unit = original.charCodeAt(at);
    if (kept[unit] === 1) {
      at += 1;
      continue;
    }
    const character = characterAt(original, at);
    const folded = foldedForm(unit, character);
    if (folded !== character) {
      piece += original.slice(taken, at) + folded;
      taken = at + character.length;
      if (folded.length !== character.length) places.note(at + longer, at);
      longer += folded.length - character.length;
      if (piece.length > longestPiece) {
        text += joined(piece);
        piece = '';
      }
    }
    at += character.length;
  }
  text += piece + original.slice(taken);
  const toOriginal = (index: number) => originalPlace(original, places, index);
  const written = (start: number, end: number) => original.slice(toOriginal(start), toOriginal(end));
  return { text, lower: lowerCase(text), isAscii: isAscii(text), toOriginal, written };
}

/** The engine keeps the parts of a string until it is searched, and hostile texts have a million. */
const longestPiece = 4_096;

function joined(piece: string): string {
  notAscii.test(piece);
  return piece;
}

/** Goes from the noted place before an index to the character that stands there, or that it is a part of. */
function originalPlace(original: string, places: Places, index: number): number {
  const place = places.lastBefore(index);
  if (place === null) return index;
  let { start, at } = place;
  const end = Math.min(original.length, at + stride);
  while (at < end) {
    const character = characterAt(original, at);
    const { length } = foldedForm(original.charCodeAt(at), character);
    if (index < start + length) return length === character.length ? at + index - start : at;
    start += length;
    at += character.length;
  }
  return at + index - start;
}

function characterAt(text: string, at: number): string {
  const unit = text.charCodeAt(at);
  const paired = unit >= 0xd800 && unit < 0xdc00 && at + 1 < text.length;
  return paired ? text.slice(at, at + 2) : (text[at] as string);
}

/** Letters that stay unchanged, in scripts where the code unit tells: Indic (not digits), Thai, Kana, Han, Hangul. */
function isPlain(unit: number): boolean {
  if (unit < 0x80) return true;
  if (unit >= 0x900 && unit < 0xe00) return (unit & 0x7f) < 0x64 || (unit & 0x7f) > 0x6f;
  // Thai except SARA AM, Hebrew, and Arabic letters that have no other form.
  if (unit >= 0xe01 && unit < 0xe50) return unit !== 0xe33;
  if (unit >= 0x5d0 && unit < 0x640) return unit < 0x5eb || unit === 0x627 || unit === 0x628 || unit > 0x629;
  return (unit > 0x3040 && unit < 0x30ff) || (unit >= 0x4e00 && unit < 0xa000) || (unit >= 0xac00 && unit < 0xd7a4);
}

/** A cache by UTF-16 unit: 1 where a character is known to stay unchanged. */
const kept = new Uint8Array(0x10000);
/** The same for those that change. */
const known = new Map<number, string>();

function foldedForm(unit: number, character: string): string {
  // Half of a surrogate pair says nothing about the pairs that begin with it.
  if (unit >= 0xd800 && unit < 0xe000) return fold(character);
  if (kept[unit] === 1) return character;
  const found = known.get(unit);
  if (found !== undefined) return found;
  const folded = isPlain(unit) ? character : fold(character);
  if (folded === character) kept[unit] = 1;
  else known.set(unit, folded);
  return folded;
}

function fold(character: string): string {
  const plainForm = digits.get(character) ?? signs[character] ?? plainForms[character];
  if (plainForm !== undefined) return plainForm;
  if (invisible.test(character)) return '';
  const plain = character.normalize('NFKD').replace(accents, '').normalize('NFC');
  // The digits of ½ belong to no number before it.
  if (plain.includes('⁄')) return character;
  // An accent on its own (as in decomposed text) leaves nothing; a compatibility form may be another sign.
  return plain.length === 1 && plain !== character ? (signs[plain] ?? plain) : plain;
}

/** The code point of zero in each script with its own digits (Unicode 17, General_Category Nd); nine follow it. */
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20,
  0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0,
  0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
];

const digits: ReadonlyMap<string, string> = new Map(
  zeros.flatMap((zero) =>
    Array.from({ length: 10 }, (_, value) => [String.fromCodePoint(zero + value), String(value)] as const),
  ),
);

// A few letters change their length in lower case; they are left as they are, so that positions stay the same.
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  ).join('');
}
