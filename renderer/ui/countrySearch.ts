import { getCountryCallingCode, type CountryCode } from 'libphonenumber-js/min';
import metadata from 'libphonenumber-js/min/metadata';
import { otherNames, secondLanguages } from './countryNames.ts';

/** A country with everything that people type to find it. */
export interface NamedCountry {
  code: string;
  /** In the reader's language, in English and in its own languages, with short forms, each as `plain` writes it. */
  names: readonly string[];
  /** The digits after the `+`. */
  dialCode: string;
}

/** The names of these countries, for a reader of this locale. The order breaks ties between equally good matches. */
export function namedCountries(codes: readonly string[], locale: string): NamedCountry[] {
  const nameIn = namer();
  return codes.map((code) => {
    const own = new Intl.Locale(`und-${code}`).maximize().language;
    const languages = [locale, 'en', own, ...(secondLanguages[code] ?? [])];
    const names = [...languages.map((language) => nameIn(language, code)), ...(otherNames[code] ?? '').split('|')];
    return {
      code,
      names: [...new Set(names.flatMap(spellings))].filter((name) => name !== ''),
      dialCode: getCountryCallingCode(code as CountryCode),
    };
  });
}

function namer(): (language: string, code: string) => string {
  const byLanguage = new Map<string, Intl.DisplayNames>();
  return (language, code) => {
    const names = byLanguage.get(language) ?? new Intl.DisplayNames(language, { type: 'region' });
    byLanguage.set(language, names);
    return names.of(code) ?? code;
  };
}

/** "St. Lucia" is also looked for as "Saint Lucia". */
function spellings(name: string): string[] {
  const spelled = plain(name);
  return [spelled, spelled.replace(/\bst\b/g, 'saint')];
}

/** Letters, signs of letters and digits alone: without case, accents, dots and other punctuation. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F.]/g, '')
    .replaceAll('&', ' and ')
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** The codes of the countries that fit what was typed, the best first. */
export function findCountries(typed: string, countries: readonly NamedCountry[]): string[] {
  const rank = /^[+\d][\d\s()-]*$/.test(typed.trim()) ? dialRank(typed) : nameRank(plain(typed));
  return countries
    .flatMap((country) => {
      const found = rank(country);
      return found === null ? [] : [{ code: country.code, rank: found }];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ code }) => code);
}

/** The lower, the better; null: it does not fit. */
type Rank = (country: NamedCountry) => number | null;

/** A whole name or the ISO code before the beginning of a name, and that before the beginnings of its words. */
function nameRank(typed: string): Rank {
  const wanted = typed.split(' ');
  const rankOf = (name: string) => {
    if (name === typed) return 0;
    if (name.startsWith(typed)) return 1;
    const words = name.split(' ');
    return wanted.every((start) => words.some((word) => word.startsWith(start))) ? 2 : null;
  };
  return ({ code, names }) => {
    if (code.toLowerCase() === typed) return 0;
    const ranks = names.map(rankOf).filter((rank) => rank !== null);
    return ranks.length === 0 ? null : Math.min(...ranks);
  };
}

const mainCountries = metadata.country_calling_codes;

/** Countries with this dial code, the main one first; then those with a longer one; then those of a whole number. */
function dialRank(typed: string): Rank {
  const digits = typed.replaceAll(/\D/g, '').replace(/^00/, '');
  return ({ code, dialCode }) => {
    if (dialCode === digits) return mainCountries[dialCode]?.[0] === code ? 0 : 1;
    if (dialCode.startsWith(digits)) return 2;
    return digits.startsWith(dialCode) ? 3 : null;
  };
}
