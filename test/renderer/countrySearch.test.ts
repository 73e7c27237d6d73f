import { describe, expect, it } from 'vitest';
import { countryGroups } from '../../renderer/ui/countries.ts';
import { findCountries, namedCountries } from '../../renderer/ui/countrySearch.ts';

const codes = countryGroups('IN').flatMap(({ items }) => items.map(({ value }) => value));
const countries = namedCountries(codes, 'fr');
const found = (typed: string) => findCountries(typed, countries);
const first = (typed: string) => found(typed)[0];

describe('a country', () => {
  it('is found in the reader’s language, in English and in its own languages', () => {
    expect(['allemagne', 'germany', 'deutschland', 'भारत', '日本'].map(first)).toEqual(['DE', 'DE', 'DE', 'IN', 'JP']);
    expect(['schweiz', 'svizzera', 'sverige', 'ísland', 'საქართველო'].map(first)).toEqual([
      'CH',
      'CH',
      'SE',
      'IS',
      'GE',
    ]);
  });

  it('is found by the short forms that people use, and by its ISO code', () => {
    expect(['uk', 'UK', 'England', 'britain'].map(first)).toEqual(['GB', 'GB', 'GB', 'GB']);
    expect(['usa', 'U.S.A.', 'u.s.', 'america', 'us'].map(first)).toEqual(['US', 'US', 'US', 'US', 'US']);
    expect(['uae', 'holland', 'korea', 'de', 'in', 'ca'].map(first)).toEqual(['AE', 'NL', 'KR', 'DE', 'IN', 'CA']);
  });

  it('is found by its dial code, the main country of the code first', () => {
    expect(found('+44').slice(0, 1)).toEqual(['GB']);
    expect(found('44')).toContain('JE');
    expect(found('+1').slice(0, 2)).toEqual(['US', 'CA']);
    expect(['+91', '0049', '+49 30 1234', '+1 (415) 555-0123'].map(first)).toEqual(['IN', 'DE', 'DE', 'US']);
  });

  it('is found whatever its accents, signs and case', () => {
    expect(['cote d’ivoire', 'COTE D IVOIRE', 'reunion', 'turkiye'].map(first)).toEqual(['CI', 'CI', 'RE', 'TR']);
    expect(['trinidad and tobago', 'saint lucia', 'st lucia'].map(first)).toEqual(['TT', 'LC', 'LC']);
  });
});

describe('countries', () => {
  it('are ranked by the whole name, then by its beginning, then by the beginnings of its words', () => {
    expect(found('america')).toEqual(['US', 'AS']);
    // Guinea Ecuatorial is how it calls itself.
    expect(found('guinea')).toEqual(['GN', 'GQ', 'GW', 'PG']);
    expect(found('uk')).toEqual(['GB', 'UA']);
  });

  it('fit by the beginnings of their words in any order, and not by the middle of one', () => {
    expect(found('kingdom united')).toEqual(['GB']);
    expect(found('virgin us')).toEqual(['VI']);
    expect(found('erica')).toEqual([]);
    expect(found('nowhere')).toEqual([]);
  });
});
