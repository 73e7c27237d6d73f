import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validation } from '../../electron/contract/sentences/hi/validation.ts';
import { english } from '../../renderer/ui/strings/english.ts';
import { hindi } from '../../renderer/ui/strings/hi.ts';
import { counter } from '../../electron/contract/plural.ts';

type Text = string | ((...args: unknown[]) => string);

/** Every text under its path, such as `numbers.title`. What stands for the host's words English does not have. */
function texts(words: object, path = ''): [string, Text][] {
  return Object.entries(words).flatMap(([key, value]: [string, unknown]): [string, Text][] => {
    const here = path === '' ? key : `${path}.${key}`;
    if (here === 'host') return [];
    if (typeof value === 'object' && value !== null) return texts(value, here);
    return [[here, value as Text]];
  });
}

const given = [17, 23, 31];
const special: Record<string, unknown[]> = {
  'settings.data.wipeRemaining': [['17', '23']],
  'reception.health.tunnelState': ['url', 'online'],
};

function said(path: string, text: Text): string {
  return typeof text === 'string' ? text : text(...(special[path] ?? given));
}

/** Names and examples, which are the same in every language; and texts made of their arguments alone. */
const same = [
  'OTP Dock',
  'Account SID',
  'Auth Token',
  'Identity SID',
  'Twilio',
  'ngrok',
  'MMS',
  'your pin is (?<code>\\d{4,8})',
  'https://dashboard.ngrok.com/get-started/your-authtoken',
  '17 (23)',
  '17: 23',
];

describe('the words', () => {
  const inEnglish = texts(english);
  const inHindi = new Map(texts(hindi));

  it('are the same ones in each language, in the same order', () => {
    expect([...inHindi.keys()]).toEqual(inEnglish.map(([path]) => path));
  });

  it('are Hindi throughout in Hindi, but for names and examples', () => {
    const foreign = [...inHindi]
      .map(([path, text]) => said(path, text))
      .filter((text) => !/\p{Script=Devanagari}/u.test(text));
    expect(foreign.filter((text) => !same.includes(text))).toEqual([]);
  });

  it('say in Hindi whatever they are given and say in English', () => {
    for (const [path, text] of inEnglish) {
      const argument = (words: string) => new Set(words.match(/\b(17|23|31)\b/g));
      expect(argument(said(path, inHindi.get(path) ?? '')), path).toEqual(argument(said(path, text)));
    }
  });

  it('name what has no translation as it is named everywhere', () => {
    for (const [path, text] of inEnglish) {
      const names = (words: string) =>
        new Set(words.match(/Twilio|ngrok|\bSMS\b|\bURL\b|\bAPI\b|\bUTC\b|https?:\S+\w/g));
      const hindiNames = [...names(said(path, inHindi.get(path) ?? ''))];
      expect(hindiNames, path).toEqual(expect.arrayContaining([...names(said(path, text))]));
    }
  });

  it('have every sentence of the contract’s schemas in Hindi, and no other', () => {
    const sources = ['settings.ts', 'api.ts', 'messages.ts'].map((file) =>
      readFileSync(resolve(import.meta.dirname, '../../electron/contract', file), 'utf8'),
    );
    const sentences = sources.flatMap((source) => source.match(/(?<=')[A-Z][^'\n]*\.(?=')/g) ?? []);
    expect(new Set(Object.keys(validation))).toEqual(new Set(sentences));
  });
});

describe('a count', () => {
  it('takes the form of its language, and its digits', () => {
    const numbers = counter('en')({ one: '# number', other: '# numbers' });
    expect([0, 1, 2, 123_456].map(numbers)).toEqual(['0 numbers', '1 number', '2 numbers', '123,456 numbers']);
    const found = counter('hi-IN')({ one: '# संदेश मिला', other: '# संदेश मिले' });
    expect([0, 1, 2, 123_456].map(found)).toEqual(['0 संदेश मिला', '1 संदेश मिला', '2 संदेश मिले', '1,23,456 संदेश मिले']);
  });
});
