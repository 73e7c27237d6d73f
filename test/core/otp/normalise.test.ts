import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise } from '../../../electron/core/otp/text/normalise.ts';
import { forAll } from '../../support/runs.ts';

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
});
