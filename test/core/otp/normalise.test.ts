import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../electron/core/otp/text/normalise.ts';
import { forAll } from '../../support/runs.ts';
import { anyCharacter } from '../../support/characters.ts';

/** Many that become longer or shorter, or nothing. */
const changing = fc.oneof(
  anyCharacter,
  fc.constantFrom('\uFDFA', '\u200B', 'e\u0301', '\u0301', 'ß', '、', '½', '１', 'a'),
);

describe('a normalised text', () => {
  it.each([
    ['Código de verificación', 'codigo de verificacion'],
    ['４８２９１３', '482913'],
    ['٤٨٢٩١٣ ۴۸۲۹۱۳ ४८२९१३ ৪৮২৯১৩ ๔๘๒๙๑๓', '482913 482913 482913 482913 482913'],
    ['48\u200b29\u200e13', '482913'],
    ['Doğrulama kodu: şifre', 'dogrulama kodu: sifre'],
    ['“482–913”', '"482-913"'],
  ])('of %j is %j', (text, plain) => {
    expect(normalise(text).lower).toBe(plain);
  });

  it('has a way back to the original for each of its characters', () =>
    forAll(100, [fc.string({ unit: 'grapheme', maxLength: 60 })], (original) => {
      const { text, lower, toOriginal } = normalise(original);
      expect(lower).toHaveLength(text.length);
      const places = Array.from({ length: text.length + 1 }, (_, index) => toOriginal(index));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places.at(-1)).toBe(original.length);
    }));

  it('comes, up to each of its characters, from what stands before that one in the original', () =>
    forAll(100, [fc.string({ unit: changing, maxLength: 300 })], (original) => {
      const { text, toOriginal } = normalise(original);
      for (let index = 0; index <= text.length; index += 1) {
        const before = normalise(original.slice(0, toOriginal(index))).text;
        expect(text.startsWith(before)).toBe(true);
        // A character may stand for up to 18, and each of them leads back to it.
        expect(index - before.length).toBeLessThan(18);
        expect(before.length).toBeLessThanOrEqual(index);
      }
    }));
});
