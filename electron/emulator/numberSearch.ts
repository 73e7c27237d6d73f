import { findNearby } from './distance.ts';
import type { Listing } from './catalogue.ts';
import { invalidParameter, TwilioError } from './errors.ts';
import { booleanParam, e164Param } from './rest.ts';

export type Filter = (listing: Listing) => boolean;

const keypad = '22233344455566677778889999';

/**
 * The filters of an AvailablePhoneNumbers search
 * (https://www.twilio.com/docs/phone-numbers/api/availablephonenumberlocal-resource).
 * @throws TwilioError 400: 21451 for an AreaCode that is not three digits, 20001 for any other invalid value.
 */
export function searchFilters(query: URLSearchParams, all: Iterable<Listing>): Filter[] {
  return [
    areaCodeFilter(query.get('AreaCode')),
    containsFilter(e164Param(query, 'Contains')),
    ...capabilityFilters(query),
    ...addressFilters(query),
    ...placeFilters(query),
    findNearby(query, all),
    booleanParam(query, 'Beta') === false ? (listing: Listing) => !listing.beta : null,
  ].filter((filter) => filter !== null);
}

/** A number's North American area code; null elsewhere. */
export function areaCodeOf(e164: string): string | null {
  return /^\+1(\d{3})\d{7}$/.exec(e164)?.[1] ?? null;
}

function areaCodeFilter(areaCode: string | null): Filter | null {
  if (areaCode === null) return null;
  if (!/^\d{3}$/.test(areaCode)) throw new TwilioError(400, 21451, `Invalid area code: ${areaCode}`);
  return (listing) => areaCodeOf(listing.phoneNumber) === areaCode;
}

function containsFilter(pattern: string | null): Filter | null {
  if (pattern === null) return null;
  const regex = containsPattern(pattern);
  return (listing) => regex.test(listing.phoneNumber);
}

/**
 * `Contains`: digits, letters as on a phone keypad, `*` for any one digit; matches anywhere in the number unless a
 * leading `+` ties it to the start; 2 to 16 characters.
 * @throws TwilioError 400/20001
 */
export function containsPattern(pattern: string): RegExp {
  const compact = pattern.replace(/[\s().-]/g, '');
  if (!/^(?=.{2,16}$)\+?[0-9A-Za-z*]+$/.test(compact)) {
    throw invalidParameter(`Contains must be 2 to 16 digits, letters or asterisks: ${pattern}`);
  }
  const digits = compact
    .replace('+', '')
    .replace(/[A-Za-z]/g, keypadDigit)
    .replaceAll('*', '\\d');
  return new RegExp((compact.startsWith('+') ? '^\\+' : '') + digits);
}

function keypadDigit(letter: string): string {
  return keypad.charAt(letter.toUpperCase().charCodeAt(0) - 65);
}

function capabilityFilters(query: URLSearchParams): (Filter | null)[] {
  const filter = (parameter: string, capability: keyof Listing['capabilities']): Filter | null => {
    const wanted = booleanParam(query, parameter);
    return wanted === null ? null : (listing) => listing.capabilities[capability] === wanted;
  };
  return [
    filter('SmsEnabled', 'sms'),
    filter('MmsEnabled', 'mms'),
    filter('VoiceEnabled', 'voice'),
    filter('FaxEnabled', 'fax'),
  ];
}

function addressFilters(query: URLSearchParams): (Filter | null)[] {
  const exclude = (parameter: string, excluded: (listing: Listing) => boolean): Filter | null =>
    booleanParam(query, parameter) === true ? (listing) => !excluded(listing) : null;
  return [
    exclude('ExcludeAllAddressRequired', (listing) => listing.addressRequirements !== 'none'),
    exclude('ExcludeLocalAddressRequired', (listing) => listing.addressRequirements === 'local'),
    exclude('ExcludeForeignAddressRequired', (listing) => listing.addressRequirements === 'foreign'),
  ];
}

function placeFilters(query: URLSearchParams): (Filter | null)[] {
  const place = (
    parameter: string,
    property: 'region' | 'locality' | 'postalCode' | 'rateCenter' | 'lata',
  ): Filter | null => {
    const wanted = query.get(parameter)?.trim().toLowerCase();
    return wanted === undefined ? null : (listing) => listing.area?.[property].toLowerCase() === wanted;
  };
  return [
    place('InRegion', 'region'),
    place('InLocality', 'locality'),
    place('InPostalCode', 'postalCode'),
    place('InRateCenter', 'rateCenter'),
    place('InLata', 'lata'),
  ];
}
