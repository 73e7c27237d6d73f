import { getCountries } from 'libphonenumber-js/min';
import { strings } from './strings.ts';

/** Countries whose numbers Twilio gives without an address or an identity document. */
export const easyCountries = ['US', 'CA'] as const;

/** "India" for IN, in the reader's language; the code itself where there is no name. */
export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The flag emoji of an ISO 3166-1 alpha-2 code: its two letters as regional indicators. */
export function flag(code: string): string {
  return [...code.toUpperCase()].map((letter) => String.fromCodePoint(letter.charCodeAt(0) + 0x1f1a5)).join('');
}

interface CountryGroup {
  group: string;
  items: { value: string; label: string }[];
}

/** All countries for a Select: first those that work without papers, then the person's own, then the rest by name. */
export function countryGroups(own: string): CountryGroup[] {
  const easy: string[] = [...easyCountries];
  const mine = easy.includes(own) ? [] : [own];
  const names = new Intl.DisplayNames(undefined, { type: 'region' });
  const rest = getCountries()
    .filter((code) => !easy.includes(code) && !mine.includes(code))
    .map((code) => ({ value: code as string, label: names.of(code) ?? code }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
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
