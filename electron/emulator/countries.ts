import type { MicroUsd } from './money.ts';

export type NumberType = 'local' | 'mobile' | 'tollFree';
export type AddressRequirement = 'none' | 'any' | 'local' | 'foreign';

/** A run of numbers: `count` of them, spread over all that begin with `prefix` and have `digits` more. */
export interface Series {
  prefix: string;
  digits: number;
  count: number;
}

/** What a country sells of one type. */
export interface Offer {
  monthly: MicroUsd;
  /** Where the numbers come from; North American local and toll-free numbers come from their area codes. */
  series?: Series;
  sms: boolean;
  mms?: boolean;
  /** What search says and the purchase enforces (400/21631 without an AddressSid). */
  address?: AddressRequirement;
  beta?: boolean;
}

export interface Country {
  iso: string;
  name: string;
  callingCode: string;
  /** Purchases need an approved regulatory bundle: 400/21649 without one. */
  bundle: boolean;
  /** Price of one received segment, and of one sent to the country. */
  inboundSms: MicroUsd;
  outboundSms: MicroUsd;
  offers: Partial<Record<NumberType, Offer>>;
}

/*
 * A sample of Twilio's catalogue, not a copy: which types a country has, which papers it wants and
 * which of its numbers take SMS follow https://www.twilio.com/en-us/guidelines; prices are plausible.
 * Ranges reserved for fiction are used where a regulator has them and they are valid numbers
 * (555-01xx in North America, the ACMA and Ofcom drama ranges); elsewhere an arbitrary run.
 */
export const allCountries: readonly Country[] = [
  {
    iso: 'US',
    name: 'United States',
    callingCode: '1',
    bundle: false,
    inboundSms: 8_300,
    outboundSms: 8_300,
    offers: {
      local: { monthly: 1_150_000, sms: true, mms: true },
      tollFree: { monthly: 2_150_000, sms: true, mms: true },
    },
  },
  {
    iso: 'CA',
    name: 'Canada',
    callingCode: '1',
    bundle: false,
    inboundSms: 8_300,
    outboundSms: 8_300,
    offers: {
      local: { monthly: 1_150_000, sms: true, mms: true },
      tollFree: { monthly: 2_150_000, sms: true, mms: true },
    },
  },
  {
    // Twilio's guideline for India says that two-way SMS is not supported, so an account usually finds
    // nothing here that takes SMS. The emulator plays an account that already has its approvals; the
    // usual case is faults.noNumbers: ["IN"].
    iso: 'IN',
    name: 'India',
    callingCode: '91',
    bundle: false,
    inboundSms: 7_500,
    outboundSms: 83_200,
    offers: {
      mobile: { monthly: 3_450_000, sms: true, series: { prefix: '+9190000', digits: 5, count: 200 } },
      tollFree: { monthly: 15_250_000, sms: false, series: { prefix: '+911800123', digits: 4, count: 30 } },
    },
  },
  {
    // Search says that GB numbers need no address and the purchase still wants a bundle: so does Twilio.
    iso: 'GB',
    name: 'United Kingdom',
    callingCode: '44',
    bundle: true,
    inboundSms: 7_500,
    outboundSms: 52_400,
    offers: {
      local: { monthly: 1_150_000, sms: false, series: { prefix: '+44207946', digits: 4, count: 40 } },
      mobile: { monthly: 1_150_000, sms: true, series: { prefix: '+447400', digits: 6, count: 60 } },
      tollFree: { monthly: 2_150_000, sms: false, series: { prefix: '+448081570', digits: 3, count: 30 } },
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
      local: {
        monthly: 1_150_000,
        sms: false,
        address: 'local',
        series: { prefix: '+4930231250', digits: 2, count: 40 },
      },
      mobile: { monthly: 14_950_000, sms: true, series: { prefix: '+4915510', digits: 6, count: 40 } },
      tollFree: { monthly: 20_150_000, sms: false, series: { prefix: '+49800100', digits: 4, count: 30 } },
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
      local: {
        monthly: 1_150_000,
        sms: false,
        address: 'local',
        series: { prefix: '+33199001', digits: 3, count: 40 },
      },
      mobile: { monthly: 2_550_000, sms: true, address: 'any', series: { prefix: '+336449', digits: 5, count: 40 } },
      tollFree: { monthly: 20_150_000, sms: false, series: { prefix: '+33805980', digits: 3, count: 30 } },
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
      local: { monthly: 3_050_000, sms: false, series: { prefix: '+6125550', digits: 4, count: 40 } },
      mobile: { monthly: 6_550_000, sms: true, series: { prefix: '+61491570', digits: 3, count: 40 } },
      tollFree: { monthly: 16_150_000, sms: false, series: { prefix: '+611800160', digits: 3, count: 30 } },
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
      local: { monthly: 1_150_000, sms: false, address: 'local', series: { prefix: '+3120200', digits: 4, count: 30 } },
      mobile: { monthly: 6_050_000, sms: true, series: { prefix: '+319701025', digits: 4, count: 40 } },
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
      local: {
        monthly: 1_150_000,
        sms: false,
        address: 'local',
        series: { prefix: '+46850550', digits: 3, count: 30 },
      },
      mobile: { monthly: 3_050_000, sms: true, address: 'any', series: { prefix: '+467017406', digits: 2, count: 40 } },
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
      mobile: { monthly: 6_050_000, sms: true, beta: true, series: { prefix: '+48732100', digits: 3, count: 40 } },
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
      local: { monthly: 1_150_000, sms: false, address: 'local', series: { prefix: '+3531900', digits: 4, count: 30 } },
    },
  },
];

/** The country with this ISO 3166-1 alpha-2 code, if the emulator knows it. */
export function findCountry(iso: string): Country | undefined {
  return allCountries.find((country) => country.iso === iso);
}

/** The country whose calling code a number begins with; +1 means the United States. */
export function countryOfNumber(e164: string): Country | undefined {
  return allCountries.find((country) => e164.startsWith('+' + country.callingCode));
}
