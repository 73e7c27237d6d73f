import type { CountryCode } from 'libphonenumber-js/max';

/** Why a number is invalid, as Lookup says it. */
export type ValidationError =
  'TOO_SHORT' | 'TOO_LONG' | 'INVALID_BUT_POSSIBLE' | 'INVALID_COUNTRY_CODE' | 'INVALID_LENGTH' | 'NOT_A_NUMBER';

export interface PlannedNumber {
  /** ISO 3166-1 alpha-2; null when the number belongs to no country, such as +800. */
  country: string | null;
  callingCode: string;
  e164: string;
  national: string;
  type: 'mobile' | 'landline' | 'voip' | null;
}

/**
 * What the numbering plans say about a number in E.164 or national form. A plus decides; without one, the number is of
 * the country given. @returns the reason when it is not valid.
 */
export async function planned(text: string, country: string): Promise<PlannedNumber | ValidationError> {
  const { parsePhoneNumberFromString, validatePhoneNumberLength } = await plans();
  const [defaultCountry, wrong] = [country as CountryCode, lengthErrors];
  const length = validatePhoneNumberLength(text, { defaultCountry });
  if (length !== undefined) return wrong[length];
  const number = parsePhoneNumberFromString(text, { defaultCountry, extract: false });
  if (!number || number.ext) return 'NOT_A_NUMBER';
  if (!number.isValid()) return 'INVALID_BUT_POSSIBLE';
  return {
    country: number.country ?? null,
    callingCode: number.countryCallingCode,
    e164: number.number,
    national: number.formatNational(),
    type: lineTypes[number.getType() ?? ''] ?? null,
  };
}

/** Whether this is the ISO code of a country with a numbering plan. */
export async function hasPlan(country: string): Promise<boolean> {
  const { isSupportedCountry } = await plans();
  return isSupportedCountry(country);
}

/** The tables are large and rarely needed. */
function plans() {
  return import('libphonenumber-js/max');
}

const lengthErrors = {
  INVALID_COUNTRY: 'INVALID_COUNTRY_CODE',
  NOT_A_NUMBER: 'NOT_A_NUMBER',
  TOO_SHORT: 'TOO_SHORT',
  TOO_LONG: 'TOO_LONG',
  INVALID_LENGTH: 'INVALID_LENGTH',
} as const;

/** In North America landline and mobile numbers look the same. */
const lineTypes: Readonly<Record<string, PlannedNumber['type']>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'landline',
  FIXED_LINE_OR_MOBILE: 'mobile',
  VOIP: 'voip',
};
