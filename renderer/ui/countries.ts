import { getCountries } from 'libphonenumber-js/min';
import { locale } from '../language.ts';
import { strings } from './strings.ts';

/** Countries whose numbers Twilio sells without an address or an identity document. */
export const easyCountries = ['US', 'CA'] as const;

/** "India" for IN, in the reader's language; the code itself if it has no name. */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(locale(), { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

const englishNames = new Intl.DisplayNames('en', { type: 'region' });

/** Whether the typed text matches a country: its name, its English name (keyboards are often English), or its code. */
export function matchesCountry(code: string, typed: string): boolean {
  const wanted = typed.trim().toLocaleLowerCase();
  const names = [countryName(code), englishNames.of(code) ?? code];
  return code.toLowerCase() === wanted || names.some((name) => name.toLocaleLowerCase().includes(wanted));
}

interface CountryGroup {
  group: string;
  items: { value: string; label: string }[];
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

function item(code: string): { value: string; label: string } {
  return { value: code, label: countryName(code) };
}
