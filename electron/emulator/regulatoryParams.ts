import { invalidParameter } from './errors.ts';

/** Number types of the regulatory API; the emulator sells no `national` numbers. */
const numberTypes: readonly string[] = ['local', 'mobile', 'national', 'toll-free'];

/** The country filter of a regulatory list, upper-cased; null for all. @throws TwilioError 400/20001 */
export function isoCountryParam(query: URLSearchParams): string | null {
  const country = query.get('IsoCountry');
  if (country === null || /^[A-Za-z]{2}$/.test(country)) return country && country.toUpperCase();
  throw invalidParameter(`IsoCountry must be a country code: ${country}`);
}

/** The number type filter of a regulatory list; null for all. @throws TwilioError 400/20001 */
export function numberTypeParam(query: URLSearchParams): string | null {
  const numberType = query.get('NumberType');
  if (numberType === null || numberTypes.includes(numberType)) return numberType;
  throw invalidParameter(`NumberType must be one of ${numberTypes.join(', ')}`);
}
