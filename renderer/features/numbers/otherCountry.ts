import type { ErrorCode } from '../../../electron/contract/errors.ts';
import { easyCountries } from '../../ui/countries.ts';

const byCountry: readonly ErrorCode[] = [
  'NO_NUMBERS_AVAILABLE',
  'REGULATORY_BUNDLE_REQUIRED',
  'ADDRESS_REQUIRED',
  'COUNTRY_UNSUPPORTED',
];

/** Whether choosing another country can get around this failure. */
export function needsOtherCountry(code: ErrorCode): boolean {
  return byCountry.includes(code);
}

/** Countries to offer instead of this one, the likeliest first. */
export function countriesInsteadOf(country: string): string[] {
  return easyCountries.filter((easy) => easy !== country);
}
