import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../electron/core/otp/extract.ts';
import { normalise } from '../../../electron/core/otp/normalise.ts';

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

  it('has a way back to the original for each of its characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (original) => {
        const { text, lower, toOriginal } = normalise(original);
        expect(lower).toHaveLength(text.length);
        const places = Array.from({ length: text.length + 1 }, (_, index) => toOriginal(index));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(places.at(-1)).toBe(original.length);
      }),
    );
  });
});

describe('the place of a code', () => {
  it.each([
    ['Ihr Code lautet 482913.', '482913'],
    ['आपका ओटीपी ४८२९१३ है', '४८२९१३'],
    ['Your\u200b code is 48\u200b2913', '48\u200b2913'],
    ['Your code is 482-913', '482-913'],
    ['Hi\n@login.example #x7Kq', 'x7Kq'],
    ['😀 code: 482913 😀', '482913'],
    ['Your code is \ud83d482913', '482913'],
    ['ﷺ\u200e\u200f\u2066 code: 48\u2066\u20692913\u2069\u200f.', '48\u2066\u20692913\u2069\u200f'],
  ])('in %j is where it stands in the message as it came', (text, written) => {
    const [best] = extract(text).candidates;
    expect(text.slice(best?.start, best?.end)).toBe(written);
  });
});

describe('the service', () => {
  it.each([
    ['[Tessera] Verification code: 482913', undefined, 'Tessera'],
    ['Your Lumora code is 482913', undefined, 'Lumora'],
    ['676658 is your Lumora verification code.', undefined, 'Lumora'],
    ['Your login code is 482913', undefined, null],
    ['Kettlebank: use 482913 to sign in', undefined, 'Kettlebank'],
    ['482913 is your code', 'VM-LUMORA', 'LUMORA'],
    ['482913 is your code', '+12025550123', null],
    ['In.\n@login.example #482913', '+12025550123', 'login.example'],
  ])('of %j from %j is %j', (text, from, service) => {
    expect(extract(text, from).service).toBe(service);
  });
});
