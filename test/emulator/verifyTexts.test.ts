import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageIn, languageOf } from '../../electron/emulator/verify/languages.ts';
import { languages, verificationText } from '../../electron/emulator/verify/texts.ts';

const plain = { name: 'Lumora', code: '135790', warning: false, appHash: null };

describe('the text of a verification', () => {
  it.each(languages)('names the service and the code once in %s', (language) => {
    const text = verificationText({ ...plain, language });
    expect(text.split('Lumora')).toHaveLength(2);
    expect(text.split('135790')).toHaveLength(2);
    expect(text).not.toMatch(/NAME|CODE/);
    expect(verificationText({ ...plain, language, warning: true }).startsWith(`${text} `)).toBe(true);
  });

  it('is different in each language, and in one SMS', () => {
    expect(languages.length).toBeGreaterThanOrEqual(30);
    const texts = languages.map((language) => verificationText({ ...plain, language }));
    expect(new Set(texts).size).toBe(languages.length);
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(70);
  });

  it('holds any name and code as they are', () => {
    const words = fc.stringMatching(/^[A-Z$&a-z0-9 ]{1,32}$/);
    fc.assert(
      fc.property(words, fc.stringMatching(/^[0-9]{4,10}$/), fc.constantFrom(...languages), (name, code, language) => {
        const text = verificationText({ ...plain, name, code, language });
        expect(text).toContain(name);
        expect(text).toContain(code);
      }),
    );
  });

  it('is in the language of a locale, or of a country, else in English', () => {
    const locales = ['pt-BR', 'pt_BR', 'PT', 'en-GB', 'zh-CN', 'zh-HK', 'te', 'tlh', 'toString'];
    expect(locales.map(languageOf)).toEqual(['pt-br', 'pt-br', 'pt', 'en', 'zh', 'zh-hk', 'en', null, null]);
    expect(['DE', 'MX', 'IN', 'US', null].map(languageIn)).toEqual(['de', 'es', 'en', 'en', 'en']);
  });
});
