import type { ChosenPapers, Settings } from '../../../electron/contract/settings.ts';
import type { Address, Bundle, Papers } from '../../../electron/contract/papers.ts';
import { locale } from '../../language.ts';
import { countryName } from '../../ui/countries.ts';
import { strings } from '../../ui/strings.ts';

const text = strings.money.papers;

export const noPapers: ChosenPapers = { bundleSid: null, addressSid: null, identitySid: null };

/** The countries that have papers to choose from, or chosen ones, sorted by name. */
export function papersCountries({ bundles, addresses }: Papers, chosen: Settings['papers'], added: string[]): string[] {
  const withPapers = [...bundles, ...addresses].flatMap(({ country }) => (country === null ? [] : [country]));
  const withChoice = Object.entries(chosen)
    .filter(([, papers]) => Object.values(papers).some((sid) => sid !== null))
    .map(([country]) => country);
  const codes = [...new Set([...withPapers, ...withChoice, ...added])];
  return codes.toSorted((a, b) => countryName(a).localeCompare(countryName(b), locale()));
}

interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

/** The bundles for a country. Unapproved ones are shown but disabled, because Twilio sells nothing with them. */
export function bundleOptions(bundles: readonly Bundle[], country: string, chosen: string | null): Option[] {
  const fitting = bundles.filter((bundle) => bundle.country === country || bundle.country === null);
  return withNone(fitting.map(bundleOption), chosen);
}

/** All addresses, with those in the country first: some countries accept an address from anywhere. */
export function addressOptions(addresses: readonly Address[], country: string, chosen: string | null): Option[] {
  const here = addresses.filter((address) => address.country === country);
  const elsewhere = addresses.filter((address) => address.country !== country);
  const options = [...here, ...elsewhere].map(({ sid, name, city, country: where }) => ({
    value: sid,
    label: `${name}, ${city}, ${countryName(where)}`,
  }));
  return withNone(options, chosen);
}

function bundleOption({ sid, name, type, status, approved }: Bundle): Option {
  const full = type === null ? name : `${name}, ${strings.numbers.types[type]}`;
  return approved
    ? { value: sid, label: full }
    : { value: sid, label: text.unapproved({ name: full, status }), disabled: true };
}

/** The choice stays visible even when the account no longer has it. */
function withNone(options: Option[], chosen: string | null): Option[] {
  const isMissing = chosen !== null && !options.some(({ value }) => value === chosen);
  const missing = isMissing ? [{ value: chosen, label: text.missing({ sid: chosen }) }] : [];
  return [{ value: '', label: text.notChosen }, ...options, ...missing];
}
