import { getCountries } from 'libphonenumber-js/min';
import { locale } from '../language.ts';
import { namedCountries, type NamedCountry } from './countrySearch.ts';
import { remembered } from './remembered.ts';
import { strings } from './strings.ts';

/** Countries whose numbers Twilio sells without an address or an identity document. */
export const easyCountries = ['US', 'CA'] as const;

/** "India" for IN, in the reader's language; the code itself if it has no name. */
export const countryName = remembered((code) => {
  try {
    return new Intl.DisplayNames(locale(), { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
});

interface CountryItem {
  value: string;
  label: string;
}

interface CountryGroup {
  group: string;
  items: CountryItem[];
}

/** All countries for a Select: first those that need no papers, then the person's own, then the rest by name. */
export function countryGroups(own: string): CountryGroup[] {
  const easy: string[] = [...easyCountries];
  const mine = easy.includes(own) ? [] : [own];
  const names = new Intl.DisplayNames(locale(), { type: 'region' });
  const rest = getCountries()
    .filter((code) => !easy.includes(code) && !mine.includes(code))
    .map((code) => ({ value: code as string, label: names.of(code) ?? code }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale()));
  const groups = [
    { group: strings.countries.easy, items: easy.map(item) },
    { group: strings.countries.own, items: mine.map(item) },
    { group: strings.countries.all, items: rest },
  ];
  return groups.filter((group) => group.items.length > 0);
}

/** The same countries with their names, to be searched. */
export function countryIndex(own: string): NamedCountry[] {
  const codes = countryGroups(own).flatMap(({ items }) => items.map(({ value }) => value));
  return namedCountries(codes, locale());
}

function item(code: string): CountryItem {
  return { value: code, label: countryName(code) };
}
