import type { MicroUsd } from './money.ts';

export type NumberType = 'local' | 'mobile' | 'tollFree';
export type AddressRequirement = 'none' | 'any' | 'local' | 'foreign';

/** A run of `count` numbers, spread over all those with `prefix` and `digits` more digits. */
export type Series = readonly [prefix: string, digits: number, count: number];

/** What a country sells of one number type. */
export interface Offer {
  monthly: MicroUsd;
  /** The source of the numbers; North American local and toll-free numbers come from their area codes. */
  series?: Series;
  sms: boolean;
  mms?: boolean;
  /** What the search says and the purchase enforces (400/21631 without an AddressSid). */
  address?: AddressRequirement;
  beta?: boolean;
}

export interface Country {
  iso: string;
  name: string;
  callingCode: string;
  /** Purchases need an approved regulatory bundle: 400/21649 without one. */
  bundle: boolean;
  /** Price of one segment received in, or sent to, the country. */
  inboundSms: MicroUsd;
  outboundSms: MicroUsd;
  offers: Partial<Record<NumberType, Offer>>;
}

const northAmerican: Omit<Country, 'iso' | 'name'> = {
  callingCode: '1',
  bundle: false,
  inboundSms: 8_300,
  outboundSms: 8_300,
  offers: {
    local: { monthly: 1_150_000, sms: true, mms: true },
    tollFree: { monthly: 2_150_000, sms: true, mms: true },
  },
};

/*
 * A sample of Twilio's catalogue, not a copy: which types a country has, which papers it needs and which of its numbers
 * take SMS follow https://www.twilio.com/en-us/guidelines; prices are plausible. Uses ranges reserved for fiction where
 * a regulator has some with valid numbers (555-01xx in North America, the ACMA and Ofcom drama ranges); elsewhere an
 * arbitrary run.
 */
export const allCountries: readonly Country[] = [
  { iso: 'US', name: 'United States', ...northAmerican },
  { iso: 'CA', name: 'Canada', ...northAmerican },
  {
    // Twilio's guideline for India says that two-way SMS is not supported, so most accounts find no numbers for SMS
    // here. The emulator plays an account that already has its approvals; for the usual case, use faults.noNumbers:
    // ["IN"].
    iso: 'IN',
    name: 'India',
    callingCode: '91',
    bundle: false,
    inboundSms: 7_500,
    outboundSms: 83_200,
    offers: {
      mobile: { monthly: 3_450_000, sms: true, series: ['+9190000', 5, 200] },
      tollFree: { monthly: 15_250_000, sms: false, series: ['+911800123', 4, 30] },
    },
  },
  {
    // The search says that GB numbers need no address, but the purchase needs a bundle: as at Twilio.
    iso: 'GB',
    name: 'United Kingdom',
    callingCode: '44',
    bundle: true,
    inboundSms: 7_500,
    outboundSms: 52_400,
    offers: {
      local: { monthly: 1_150_000, sms: false, series: ['+44207946', 4, 40] },
      mobile: { monthly: 1_150_000, sms: true, series: ['+447400', 6, 60] },
      tollFree: { monthly: 2_150_000, sms: false, series: ['+448081570', 3, 30] },
    },
  },
  {
    iso: 'DE',
    name: 'Germany',
    callingCode: '49',
    bundle: true,
    inboundSms: 7_500,
    outboundSms: 111_800,
    offers: {
      local: { monthly: 1_150_000, sms: false, address: 'local', series: ['+4930231250', 2, 40] },
      mobile: { monthly: 14_950_000, sms: true, series: ['+4915510', 6, 40] },
      tollFree: { monthly: 20_150_000, sms: false, series: ['+49800100', 4, 30] },
    },
  },
  {
    iso: 'FR',
    name: 'France',
    callingCode: '33',
    bundle: true,
    inboundSms: 7_500,
    outboundSms: 79_800,
    offers: {
      local: { monthly: 1_150_000, sms: false, address: 'local', series: ['+33199001', 3, 40] },
      mobile: { monthly: 2_550_000, sms: true, address: 'any', series: ['+336449', 5, 40] },
      tollFree: { monthly: 20_150_000, sms: false, series: ['+33805980', 3, 30] },
    },
  },
  {
    iso: 'AU',
    name: 'Australia',
    callingCode: '61',
    bundle: true,
    inboundSms: 7_500,
    outboundSms: 51_500,
    offers: {
      local: { monthly: 3_050_000, sms: false, series: ['+6125550', 4, 40] },
      mobile: { monthly: 6_550_000, sms: true, series: ['+61491570', 3, 40] },
      tollFree: { monthly: 16_150_000, sms: false, series: ['+611800160', 3, 30] },
    },
  },
  {
    iso: 'NL',
    name: 'Netherlands',
    callingCode: '31',
    bundle: true,
    inboundSms: 7_500,
    outboundSms: 105_500,
    offers: {
      local: { monthly: 1_150_000, sms: false, address: 'local', series: ['+3120200', 4, 30] },
      mobile: { monthly: 6_050_000, sms: true, series: ['+319701025', 4, 40] },
    },
  },
  {
    iso: 'SE',
    name: 'Sweden',
    callingCode: '46',
    bundle: false,
    inboundSms: 7_500,
    outboundSms: 58_500,
    offers: {
      local: { monthly: 1_150_000, sms: false, address: 'local', series: ['+46850550', 3, 30] },
      mobile: { monthly: 3_050_000, sms: true, address: 'any', series: ['+467017406', 2, 40] },
    },
  },
  {
    iso: 'PL',
    name: 'Poland',
    callingCode: '48',
    bundle: true,
    inboundSms: 7_500,
    outboundSms: 43_500,
    offers: {
      mobile: { monthly: 6_050_000, sms: true, beta: true, series: ['+48732100', 3, 40] },
    },
  },
  {
    iso: 'IE',
    name: 'Ireland',
    callingCode: '353',
    bundle: true,
    inboundSms: 7_500,
    outboundSms: 76_700,
    offers: {
      local: { monthly: 1_150_000, sms: false, address: 'local', series: ['+3531900', 4, 30] },
    },
  },
];

/** The country with this ISO 3166-1 alpha-2 code, if the emulator knows it. */
export function findCountry(iso: string): Country | undefined {
  return allCountries.find((country) => country.iso === iso);
}

/** The country for a number's calling code; +1 means the United States. */
export function countryOfNumber(e164: string): Country | undefined {
  return allCountries.find((country) => e164.startsWith('+' + country.callingCode));
}
