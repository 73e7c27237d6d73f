import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText, undisguised } from '../../electron/contract/plainText.ts';
import { anyCharacter } from '../support/characters.ts';

describe('a stranger’s text in a terminal, a menu or a notification', () => {
  it.each([
    ['a command that clears the screen', '\u001b[2JCode', '[2JCode'],
    ['a command that writes to the clipboard', '\u001b]52;c;ZXZpbA==\u0007x', ']52;c;ZXZpbA== x'],
    ['another eight-bit command', '\u009b31mred', '31mred'],
    ['lines of its own', 'a\nb\r\nc\u2028d', 'a b c d'],
    ['a turned order', 'code \u202e319284\u202c now', 'code 319284 now'],
    ['isolates', '\u2066x\u2069', 'x'],
    ['unseen characters', 'Goo\u200bg\u2060le\ufeff', 'Google'],
    ['a NUL', 'a\0b', 'a b'],
  ])('loses %s', (_what, text, shown) => expect(plainText(text)).toBe(shown));

  it('keeps the joiners that a script is written with', () => {
    expect(plainText('क्‍ष и café 👨‍👩‍👧')).toBe('क्‍ष и café 👨‍👩‍👧');
  });

  it('is one line without controls, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        expect(plainText(text)).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});

describe('a message on a page', () => {
  it('shows what would turn its characters round, or is a control, as a mark', () => {
    expect(undisguised('code \u202e319284\u0000\u001b')).toBe('code \ufffd319284\ufffd\ufffd');
  });

  it('keeps its lines, and its length: places in it stay what they are', () => {
    expect(undisguised('one\r\n\ttwo')).toBe('one\r\n\ttwo');
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter }), (text) => {
        expect(undisguised(text).length).toBe(text.length);
      }),
    );
  });
});
