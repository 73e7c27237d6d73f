import { beforeAll, describe, expect, it } from 'vitest';
import { credentialsSchema, searchSchema } from '../../electron/contract/api.ts';
import { connectionLost } from '../../renderer/connectionLost.ts';
import { languageOf } from '../../electron/contract/language.ts';
import { hostLang, localeOf, speak } from '../../renderer/language.ts';

const now = Date.parse('2026-03-02T10:00:00Z');

describe('the language', () => {
  it('is the chosen one, else the first of the reader’s that there is', () => {
    expect(languageOf('hi', ['en-US'])).toBe('hi');
    expect(languageOf('en', ['hi-IN'])).toBe('en');
    expect(languageOf('auto', ['hi-IN', 'en-US'])).toBe('hi');
    expect(languageOf('auto', ['fr-FR', 'hi', 'en'])).toBe('hi');
    expect(languageOf('auto', ['en-GB', 'hi'])).toBe('en');
    expect(languageOf('auto', ['fr-FR'])).toBe('en');
  });

  it('is written as in the reader’s country', () => {
    expect(localeOf('en', 'en-IN')).toBe('en-IN');
    expect(localeOf('en', 'fr-FR')).toBe('en');
    expect(localeOf('hi', 'en-US')).toBe('hi-IN');
  });
});

describe('a page in Hindi', () => {
  beforeAll(() => speak('hi'));
  const format = () => import('../../renderer/ui/format.ts');

  it('writes days, ages and countries in Hindi, with Latin digits', async () => {
    const { formatDay, formatAge } = await format();
    const { countryName } = await import('../../renderer/ui/countries.ts');
    expect(formatDay('2026-12-01T12:00:00Z', now)).toMatch(/^1 दिस/);
    expect(formatAge('2026-03-02T09:55:00Z', now, 60_000)).toBe('5 मि॰ पहले');
    expect(countryName('IN')).toBe('भारत');
  });

  it('groups amounts as India does, and leaves phone numbers alone', async () => {
    const { formatMoney, formatNumber } = await format();
    expect(formatMoney({ amount: '123456.50', currency: 'USD' })).toBe('$1,23,456.50');
    expect(formatNumber('+14155550123')).toBe('(415) 555-0123');
  });

  it('finds a country by its English name and its code, too', async () => {
    const { matchesCountry } = await import('../../renderer/ui/countries.ts');
    expect(['भार', 'india', 'IN'].map((typed) => matchesCountry('IN', typed))).toEqual([true, true, true]);
    expect(matchesCountry('US', 'भारत')).toBe(false);
  });

  it('explains a failure in Hindi, and keeps what the host said', async () => {
    const { failureWords } = await import('../../renderer/ui/failureWords.ts');
    const failure = { ...connectionLost, code: 'SPEND_LIMIT', message: 'It costs $2.', hint: 'Raise it.' } as const;
    expect(failureWords(failure)).toEqual({
      message: 'यह ख़रीद आपकी तय की हुई सीमा से ऊपर चली जाती।',
      hint: 'सेटिंग्स में सीमा बदलें, या रखा हुआ नंबर इस्तेमाल करें।',
      original: 'It costs $2. Raise it.',
    });
    expect(failureWords(connectionLost)).toMatchObject({ message: 'OTP Dock से कनेक्शन टूट गया।', original: null });
    expect(hostLang()).toBe('en');
  });

  it('says in Hindi what is wrong in a field', async () => {
    const { fieldErrors } = await import('../../renderer/ui/validation.ts');
    expect(fieldErrors(credentialsSchema, { accountSid: 'AC1', authToken: '0'.repeat(32) })).toEqual({
      accountSid: 'Account SID में AC के बाद 32 अंक या a से f तक के अक्षर होते हैं।',
    });
    expect(fieldErrors(searchSchema, { locality: 'x' })).toEqual({ locality: 'यह मान ठीक नहीं है।' });
  });
});
