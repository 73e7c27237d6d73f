import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSegments } from '../../electron/emulator/segments.ts';
import { anyCharacter } from '../support/characters.ts';

const gsm7 = fc.constantFrom(...'@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0189:;<=>?¡AZÄÖÑÜ§¿azäöñüà');
const extension = fc.constantFrom(...'^{}\\[~]|€');

describe('segments', () => {
  it.each([
    ['', 'GSM-7', 1],
    ['a'.repeat(160), 'GSM-7', 1],
    ['a'.repeat(161), 'GSM-7', 2],
    ['a'.repeat(306), 'GSM-7', 2],
    ['a'.repeat(307), 'GSM-7', 3],
    ['€'.repeat(80), 'GSM-7', 1],
    ['€'.repeat(81), 'GSM-7', 2],
    ['€'.repeat(152), 'GSM-7', 2],
    ['€'.repeat(153), 'GSM-7', 3],
    ['ç', 'UCS-2', 1],
    ['я'.repeat(70), 'UCS-2', 1],
    ['я'.repeat(71), 'UCS-2', 2],
    ['я'.repeat(134), 'UCS-2', 2],
    ['я'.repeat(135), 'UCS-2', 3],
    ['😀'.repeat(35), 'UCS-2', 1],
    ['😀'.repeat(36), 'UCS-2', 2],
    ['😀'.repeat(66), 'UCS-2', 2],
    ['😀'.repeat(67), 'UCS-2', 3],
  ])('of %j are %s and %i', (text, encoding, segments) => {
    expect(countSegments(text)).toEqual({ encoding, segments });
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
