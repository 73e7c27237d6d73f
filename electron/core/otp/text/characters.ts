/** What a character can be a part of. */
export const CharacterKind = { other: 1, digit: 2, latin: 3, letter: 4 } as const;
export type CharacterKind = (typeof CharacterKind)[keyof typeof CharacterKind];

const { other, digit, latin, letter } = CharacterKind;
const isLetter = /^[\p{L}\p{M}]$/u;

/** A cache by UTF-16 unit, 0 until first needed: testing a Unicode property costs much more than a look-up. */
const kinds = new Uint8Array(0x10000);

/** What the character at an index of a text is: `digit` and `latin` are ASCII only. */
export function kindAt(text: string, at: number): CharacterKind {
  const unit = text.charCodeAt(at);
  const known = kinds[unit] as CharacterKind | 0;
  if (known !== 0) return known;
  if (unit >= 0xd800 && unit < 0xdc00)
    return isLetter.test(String.fromCodePoint(text.codePointAt(at) ?? unit)) ? letter : other;
  const kind = kindOf(unit);
  kinds[unit] = kind;
  return kind;
}

/** How many units the character at an index has. */
export function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function kindOf(unit: number): CharacterKind {
  if (unit >= 0x30 && unit <= 0x39) return digit;
  if (unit >= 0x61 && unit <= 0x7a) return latin;
  return isLetter.test(String.fromCharCode(unit)) ? letter : other;
}
