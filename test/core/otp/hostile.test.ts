import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extract } from '../../../electron/core/otp/extract.ts';
import { hostile } from './hostileTexts.ts';
import { negatives, positives } from './texts.ts';
import { workOf } from './work.ts';
import { forAll } from '../../support/runs.ts';
import { anyCharacter } from '../../support/characters.ts';

/** Letters and digits alone, without accents, the digits of every script as ASCII. */
function bare(text: string): string {
  const digits = text.normalize('NFKD').replaceAll(/\p{Nd}/gu, (digit) => {
    let value = 0;
    // A script has its ten digits in a row, so the value is the number of digits that stand before this one.
    for (let point = digit.codePointAt(0) ?? 0; value < 9 && /\p{Nd}/u.test(String.fromCodePoint(point - 1)); point--) {
      value++;
    }
    return String(value);
  });
  return digits.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

describe('hostile input', () => {
  for (const [kind, make] of Object.entries(hostile)) {
    it(`costs work in proportion to its length: ${kind}`, () => {
      const small = workOf(() => extract(make(2000)));
      const large = workOf(() => extract(make(32_000)));
      // Sixteen times the length may cost three times sixteen, as the end of a text counts too; squared it were 256.
      expect(large).toBeLessThan(48 * small + 1000);
      // And it is little work for each character.
      expect(large).toBeLessThan(64 * 32_000);
    });
  }
});

const codes = '482913|4821|48-29-13|482 913|٤٨٢٩١٣|४८२९|４８２９|K7QX2M|QHZRWB|G-482913|１２-３４';
const others = 'Rs.2,500.00|12/03/2026|14:35|+44 7700 900482|XX4821|https://a.example/482913|@a.example #4829';
const fragment = fc.constantFrom(
  ...['code', 'Your code is ', 'OTP: ', 'PIN', 'код ', '验证码', 'رمز ', 'कोड ', '. ', ', ', '\n', ' ', '-', ':', '#'],
  ...codes.split('|'),
  ...others.split('|'),
  ...['\u200F', '\u200B', '\u2068', '\u2069', '\u0301', '(', ')', '[', ']', '*', '"', '<#>', 'kQ8wXr2mPz1', '😀', '½'],
);
const message = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(fragment, { maxLength: 30 }).map((pieces) => pieces.join('')),
);

describe('any text at all', () => {
  it('is read without an error, to the same end each time, with a confidence from 0 to 1', () =>
    forAll(200, [message], (text) => {
      const found = extract(text);
      expect(found.confidence).toBeGreaterThanOrEqual(0);
      expect(found.confidence).toBeLessThanOrEqual(1);
      expect(found.confidence === 0).toBe(found.code === null);
      expect(found.reason).not.toBe('');
      expect(extract(text)).toEqual(found);
    }));

  it('contains the code that is found in it, of 3 to 10 letters and digits beside a prefix, or a chain of numbers', () =>
    forAll(200, [message], (text) => {
      const { code, domain } = extract(text);
      if (code === null) return;
      expect(bare(text)).toContain(bare(code));
      // What is bound to a site is taken as it stands: the format allows any sign in it.
      if (domain === null) expect(code).toMatch(/^(([A-Za-z]{1,3}-)?[\p{L}\d]{3,10}|\d{1,4}(-\d{1,5}){2,3})$/u);
    }));
});

const words = fc
  .array(fc.constantFrom('weather', 'garden', 'river', 'window', 'yellow', 'slowly', 'music', 'bread', 'under'), {
    minLength: 12,
    maxLength: 40,
  })
  .map((list) => list.join(' '));

describe('words that have nothing to do with the code', () => {
  it('make no code of a message without one', async () => {
    const silent = negatives.filter(({ text }) => extract(text).code === null);
    await forAll(150, [fc.constantFrom(...silent), words], ({ text }, after) => {
      expect(extract(`${text}\n\n${after}`).code).toBeNull();
      expect(extract(`${after}.\n\n${text}`).code).toBeNull();
    });
  });

  it('do not turn the code into another', async () => {
    const found = positives.filter(({ text, code }) => extract(text).code === code);
    await forAll(150, [fc.constantFrom(...found), words], ({ text, code }, after) => {
      expect([code, null]).toContain(extract(`${text}\n\n${after}`).code);
    });
  });
});

describe('a plain message', () => {
  const templates: ((code: string) => string)[] = [
    (code) => `Your verification code is ${code}.`,
    (code) => `${code} is your Kestrel verification code. Don't share it.`,
    (code) => `Use code ${code} to sign in to Kestrel.`,
    (code) => `Ihr Bestätigungscode lautet: ${code}`,
    (code) => `Votre code de vérification est ${code}`,
    (code) => `【云杉】您的验证码为${code}，5分钟内有效。`,
    (code) => `Ваш код подтверждения: ${code}`,
  ];
  const digits = fc.stringMatching(/^\d{4,8}$/);

  it('yields its digits whatever they are', () =>
    forAll(200, [fc.constantFrom(...templates), digits], (template, code) => {
      expect(extract(template(code)).code).toBe(code);
    }));

  it('yields the same code in groups and in the digits of other scripts', async () => {
    const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0x1040, 0xff10];
    const [six, anyGap] = [fc.stringMatching(/^\d{6}$/), fc.constantFrom(' ', '-')];
    await forAll(50, [six, anyGap, fc.constantFrom(...zeros)], (code, gap, zero) => {
      const foreign = [...code].map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
      expect(extract(`Your verification code is ${code.slice(0, 3)}${gap}${code.slice(3)}.`).code).toBe(code);
      expect(extract(`Your verification code is ${foreign}.`).code).toBe(code);
    });
  });
});
