import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keywordOf } from '../../electron/emulator/carrier/optOut.ts';
import { parseOutgoing } from '../../electron/emulator/carrier/outgoing.ts';
import { senderOf } from '../../electron/emulator/carrier/senders.ts';
import { anyCharacter } from '../support/characters.ts';

const anyText = fc.string({ unit: anyCharacter, maxLength: 20 });
const digits = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max });
const number = digits(6, 15)
  .filter((text) => !text.startsWith('0'))
  .map((text) => `+${text}`);
const nameCharacter = fc.constantFrom(...'ABCXYZabcxyz0189 +-_&');
const name = fc
  .string({ unit: nameCharacter, minLength: 1, maxLength: 11 })
  .filter((text) => /[A-Za-z]/.test(text) && !text.startsWith(' '));

const codeOf = (wish: Record<string, string>): number | null => {
  try {
    parseOutgoing(new URLSearchParams({ Body: 'x', ...wish }), 0);
    return null;
  } catch (thrown) {
    return (thrown as { code: number }).code;
  }
};

describe('a sender', () => {
  const to = '+12025550123';

  it('is any number, short code or name', () => {
    fc.assert(
      fc.property(fc.oneof(number, digits(3, 8), name), (from) => {
        fc.pre(from !== to && !from.startsWith('+1500555000'));
        expect(codeOf({ To: to, From: from })).toBeNull();
        expect(parseOutgoing(new URLSearchParams({ To: to, From: from, Body: 'x' }), 0)).toMatchObject({ from });
      }),
    );
  });

  it('is nothing else', () => {
    const wrong = fc.oneof(
      anyText.filter((text) => /[^\x20-\x7e]/.test(text)),
      fc.string({ unit: nameCharacter, minLength: 12, maxLength: 30 }),
      digits(9, 20),
      digits(1, 2),
    );
    fc.assert(
      fc.property(wrong, (from) => {
        expect(codeOf({ To: to, From: from })).toBe(21212);
      }),
    );
  });
});

describe('a recipient', () => {
  it('is a number in E.164 form', () => {
    fc.assert(
      fc.property(number, (to) => {
        expect(codeOf({ To: to, From: 'Kettlebank' })).toBeNull();
      }),
    );
  });

  it('is nothing else, whatever the sender', () => {
    const wrong = fc
      .oneof(anyText, digits(1, 20), name)
      .filter((text) => text !== '' && !/^[+ ][1-9]\d{5,14}$/.test(text));
    fc.assert(
      fc.property(wrong, anyText, (to, from) => {
        expect(codeOf({ To: to, From: from })).toBe(21211);
      }),
    );
  });
});

describe('words to opt out and in', () => {
  const words = {
    STOP: 'stop',
    STOPALL: 'stop',
    END: 'stop',
    QUIT: 'stop',
    UNSTOP: 'start',
    YES: 'start',
    HELP: 'help',
  };
  const word = fc.constantFrom(...Object.entries(words));
  const blanks = fc.string({ unit: fc.constantFrom(' ', '\n', '\t'), maxLength: 3 });

  it('are known in any case, with blanks around', () => {
    fc.assert(
      fc.property(word, fc.infiniteStream(fc.boolean()), blanks, blanks, ([text, keyword], upper, before, after) => {
        const mixed = [...text].map((letter) => (upper.next().value ? letter : letter.toLowerCase())).join('');
        expect(keywordOf(before + mixed + after)).toBe(keyword);
      }),
    );
  });

  it('are not known within a text', () => {
    fc.assert(
      fc.property(
        word,
        anyText.filter((text) => text.trim() !== ''),
        ([text], more) => {
          fc.pre(!/^(?:un|all)$/i.test(more.trim()));
          expect(keywordOf(`${text} ${more}`)).toBeNull();
          expect(keywordOf(`${more}.${text}`)).toBeNull();
        },
      ),
    );
  });
});

it('a Messaging Service always sends from the same number, which nobody has', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 }), (hex) => {
      expect(senderOf(`MG${hex}`)).toMatch(/^\+1\d{3}55501\d\d$/);
      expect(senderOf(`MG${hex.toUpperCase()}`)).toBe(senderOf(`MG${hex}`));
    }),
  );
});
