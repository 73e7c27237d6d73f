import { beforeAll, describe, expect, it } from 'vitest';
import { searchSchema } from '../../electron/contract/api.ts';
import { credentialsSchema } from '../../electron/contract/credentials.ts';
import { foreignLang, localeOf, speak } from '../../renderer/language.ts';

const now = Date.parse('2026-03-02T10:00:00Z');

describe('English', () => {
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

  it('finds a country by its Hindi name, its English name and its code', async () => {
    const { countryIndex } = await import('../../renderer/ui/countries.ts');
    const { findCountries } = await import('../../renderer/ui/countrySearch.ts');
    const first = (typed: string) => findCountries(typed, countryIndex('IN'))[0];
    expect(['भार', 'india', 'IN', 'संयुक्त राज्य'].map(first)).toEqual(['IN', 'IN', 'IN', 'US']);
  });

  it('marks what other programs say as English', () => {
    expect(foreignLang()).toBe('en');
  });

  it('says in Hindi what is wrong in a field', async () => {
    const { fieldErrors } = await import('../../renderer/ui/validation.ts');
    expect(fieldErrors(credentialsSchema, { accountSid: 'AC1', authToken: '0'.repeat(32) })).toEqual({
      accountSid: 'Account SID में AC के बाद 32 अंक या a से f तक के अक्षर होते हैं।',
    });
    expect(fieldErrors(searchSchema, { locality: 'x' })).toEqual({ locality: 'यह मान ठीक नहीं है।' });
  });
});
