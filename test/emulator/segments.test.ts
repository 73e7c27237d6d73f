import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSegments } from '../../electron/emulator/segments.ts';
import { anyCharacter } from '../support/characters.ts';

const gsm7 = fc.constantFrom(...'@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0189:;<=>?¡AZÄÖÑÜ§¿azäöñüà');
const extension = fc.constantFrom(...'^{}\\[~]|€');

describe('segments', () => {
  it.each([
    ['a', 'GSM-7', 160, 306],
    ['€', 'GSM-7', 80, 152],
    ['я', 'UCS-2', 70, 134],
    ['😀', 'UCS-2', 35, 66],
  ])('of “%s” are %s: one up to %i characters, two up to %i', (character, encoding, one, two) => {
    for (const [length, segments] of [
      [one, 1],
      [one + 1, 2],
      [two, 2],
      [two + 1, 3],
    ] as const)
      expect(countSegments(character.repeat(length))).toEqual({ encoding, segments });
  });

  it.each([
    ['', 'GSM-7'],
    ['ç', 'UCS-2'],
  ])('of “%s” are %s and one', (text, encoding) => {
    expect(countSegments(text)).toEqual({ encoding, segments: 1 });
  });

  it('are one septet for a basic character and two for an extended one', () => {
    fc.assert(
      fc.property(fc.array(gsm7, { maxLength: 400 }), (characters) => {
        const { encoding, segments } = countSegments(characters.join(''));
        expect(encoding).toBe('GSM-7');
        expect(segments).toBe(characters.length <= 160 ? 1 : Math.ceil(characters.length / 153));
      }),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(gsm7, extension), { maxLength: 400 }), (characters) => {
        const septets = characters.reduce((sum, character) => sum + ('^{}\\[~]|€'.includes(character) ? 2 : 1), 0);
        const { segments } = countSegments(characters.join(''));
        if (septets <= 160) expect(segments).toBe(1);
        // An escape that would be cut leaves one septet of its segment empty, at most.
        else
          expect(segments).toSatisfy(
            (count: number) => count >= Math.ceil(septets / 153) && count <= Math.ceil(septets / 152),
          );
      }),
    );
  });

  it('never fall when a character is added, and hold any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: anyCharacter, maxLength: 200 }),
        fc.string({ unit: anyCharacter, minLength: 1, maxLength: 1 }),
        (text, more) => {
          const { encoding, segments } = countSegments(text);
          expect(countSegments(text + more).segments).toBeGreaterThanOrEqual(segments);
          expect(text.length).toBeLessThanOrEqual(segments === 1 ? 160 : segments * 153);
          if (encoding === 'UCS-2') expect(text.length).toBeLessThanOrEqual(segments === 1 ? 70 : segments * 67);
        },
      ),
    );
  });
});
