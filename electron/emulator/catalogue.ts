import { caAreas, tollFreeAreaCodes, usAreas, type Area } from './areas.ts';
import {
  allCountries,
  type AddressRequirement,
  type Country,
  type NumberType,
  type Offer,
  type Series,
} from './countries.ts';
import type { MicroUsd } from './money.ts';

interface Capabilities {
  voice: boolean;
  sms: boolean;
  mms: boolean;
  fax: boolean;
}

/** A number that can be bought. */
export interface Listing {
  phoneNumber: string;
  friendlyName: string;
  iso: string;
  type: NumberType;
  area: Area | null;
  capabilities: Capabilities;
  addressRequirements: AddressRequirement;
  beta: boolean;
  needsBundle: boolean;
  monthly: MicroUsd;
}

/** All numbers that the emulator can sell, keyed by E.164. Always the same, in the same order. */
export type Catalogue = ReadonlyMap<string, Listing>;

/** Generates the catalogue from the country table. */
export function buildCatalogue(): Catalogue {
  const listings = allCountries.flatMap(listingsOfCountry);
  return new Map(listings.map((listing) => [listing.phoneNumber, listing]));
}

function listingsOfCountry(country: Country): Listing[] {
  const offers = Object.entries(country.offers) as [NumberType, Offer][];
  return offers.flatMap(([type, offer]) => listingsOfOffer(country, type, offer));
}

function listingsOfOffer(country: Country, type: NumberType, offer: Offer): Listing[] {
  if (offer.series) return numbersIn(offer.series).map((e164) => listing(country, type, offer, e164, null));
  if (type === 'tollFree') {
    const numbers = tollFreeAreaCodes.flatMap((code) => fictionalNumbers(code, country.iso === 'CA' ? 50 : 0, 10));
    return numbers.map((e164) => listing(country, type, offer, e164, null));
  }
  const areas = country.iso === 'CA' ? caAreas : usAreas;
  const run = (first: number, count: number): Listing[] =>
    areas.flatMap((area) => {
      return fictionalNumbers(area.areaCode, first, count).map((e164) => listing(country, type, offer, e164, area));
    });
  // A short run of each area comes first, so that one page of results shows several areas.
  return [...run(0, 25), ...run(25, 75)];
}

function listing(country: Country, type: NumberType, offer: Offer, phoneNumber: string, area: Area | null): Listing {
  return {
    phoneNumber,
    friendlyName: friendlyNameOf(phoneNumber),
    iso: country.iso,
    type,
    area,
    capabilities: { voice: true, sms: offer.sms, mms: offer.mms ?? false, fax: false },
    addressRequirements: offer.address ?? 'none',
    beta: offer.beta ?? false,
    needsBundle: country.bundle,
    monthly: offer.monthly,
  };
}

/** Twilio's default name for a number: `(415) 555-0100`, elsewhere E.164. */
export function friendlyNameOf(e164: string): string {
  const match = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
  return match ? `(${match[1]}) ${match[2]}-${match[3]}` : e164;
}

/** Some of the hundred fictional numbers NPA-555-01xx (ATIS-0300115), starting with the one that ends in `first`. */
function fictionalNumbers(areaCode: string, first: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `+1${areaCode}55501${String(first + index).padStart(2, '0')}`);
}

/** Steps through a series with a stride coprime to its length, so nothing repeats. */
function numbersIn([prefix, digits, count]: Series): string[] {
  return Array.from({ length: count }, (_, index) => {
    return prefix + String((104_729 + index * 7_919) % 10 ** digits).padStart(digits, '0');
  });
}
