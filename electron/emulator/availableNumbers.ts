import type { Listing } from './catalogue.ts';
import { allCountries, findCountry, type Country, type NumberType } from './countries.ts';
import { notFound } from './errors.ts';
import { searchFilters } from './numberSearch.ts';
import { listBody, paginate } from './paging.ts';
import { accountPath, decimal, type Handler, type RestRequest } from './rest.ts';
import type { World } from './world.ts';

/** Twilio's default page size. */
const defaultOffer = 30;

const typePaths: Readonly<Record<NumberType, { file: string; key: string }>> = {
  local: { file: 'Local', key: 'local' },
  mobile: { file: 'Mobile', key: 'mobile' },
  tollFree: { file: 'TollFree', key: 'toll_free' },
};

/** `GET AvailablePhoneNumbers.json`: the countries. Not paged, as at Twilio. */
export const listCountries: Handler = ({ world }, request) => ({
  status: 200,
  body: { countries: allCountries.map((country) => countryResource(world, country)), uri: request.path },
});

/** `GET AvailablePhoneNumbers/{CountryCode}.json`. 404/20404 for a country without numbers. */
export const fetchCountry: Handler = ({ world }, request) => ({
  status: 200,
  body: countryResource(world, requestedCountry(request)),
});

/**
 * `GET AvailablePhoneNumbers/{CountryCode}/{Local,Mobile,TollFree}.json`. 404/20404 when the country
 * has no such type (the United States have no Mobile: twilio-node issue 159); 400 for a bad filter.
 */
export function searchNumbers(type: NumberType): Handler {
  return ({ world }, request) => {
    const country = requestedCountry(request);
    if (!country.offers[type]) throw notFound(request.path);
    const filters = searchFilters(request.query, world.catalogue.values());
    const matches = availableIn(world, country.iso, type).filter((listing) =>
      filters.every((matches) => matches(listing)),
    );
    const page = paginate(request, matches, (listing) => listing.phoneNumber.slice(1), defaultOffer);
    return {
      status: 200,
      body: listBody(request, 'available_phone_numbers', page, (listing) => listingResource(world, listing)),
    };
  };
}

/** Whether the account could buy a number: not already owned, nor withheld by a fault. */
export function isAvailable(world: World, { iso, phoneNumber }: Listing): boolean {
  return (
    !world.faults.noNumbers.includes(iso) && !world.owned.some(({ listing }) => listing.phoneNumber === phoneNumber)
  );
}

/** What a search finds before filtering: not owned by the account, nor withheld by a fault. */
export function availableIn(world: World, iso: string, type: NumberType): Listing[] {
  if (world.faults.noNumbers.includes(iso)) return [];
  const owned = new Set(world.owned.map((number) => number.listing.phoneNumber));
  const candidates = [...world.catalogue.values()];
  return candidates.filter(
    (listing) => listing.iso === iso && listing.type === type && !owned.has(listing.phoneNumber),
  );
}

/** @throws TwilioError 404/20404 for a country in which nothing is sold. */
export function requestedCountry(request: RestRequest): Country {
  const country = findCountry((request.params['CountryCode'] ?? '').toUpperCase());
  if (!country) throw notFound(request.path);
  return country;
}

function countryResource(world: World, country: Country): Record<string, unknown> {
  const path = `${accountPath(world)}/AvailablePhoneNumbers/${country.iso}`;
  const types = Object.keys(country.offers) as NumberType[];
  return {
    country_code: country.iso,
    country: country.name,
    uri: `${path}.json`,
    beta: false,
    subresource_uris: Object.fromEntries(
      types.map((type) => [typePaths[type].key, `${path}/${typePaths[type].file}.json`]),
    ),
  };
}

function listingResource(world: World, { area, ...listing }: Listing): Record<string, unknown> {
  return {
    friendly_name: listing.friendlyName,
    phone_number: listing.phoneNumber,
    lata: area?.lata ?? null,
    locality: area?.locality ?? null,
    rate_center: area?.rateCenter ?? null,
    latitude: decimal(world, area?.latitude ?? null),
    longitude: decimal(world, area?.longitude ?? null),
    region: area?.region ?? null,
    postal_code: area?.postalCode ?? null,
    iso_country: listing.iso,
    address_requirements: listing.addressRequirements,
    beta: listing.beta,
    capabilities: listing.capabilities,
  };
}
