import { requestedCountry } from './availableNumbers.ts';
import { allCountries, type Country, type NumberType, type Offer } from './countries.ts';
import type { MicroUsd } from './money.ts';
import { metaBody, paginate } from './paging.ts';
import { decimalUsd, type Handler, type RestRequest } from './rest.ts';
import type { World } from './world.ts';

/** Number types as the pricing API writes them. */
const typeNames: Readonly<Record<NumberType, string>> = { local: 'local', mobile: 'mobile', tollFree: 'toll free' };

/** `GET /v1/PhoneNumbers/Countries` and `GET /v1/Messaging/Countries`, paged. */
export const listPricedCountries: Handler = (_context, request) => {
  const page = paginate(request, allCountries, (country) => country.iso);
  const body = metaBody(request, 'countries', page, (country) => {
    return { country: country.name, iso_country: country.iso, url: `${request.origin}${request.path}/${country.iso}` };
  });
  return { status: 200, body };
};

/** `GET /v1/PhoneNumbers/Countries/{IsoCountry}`: USD per month for each type. 404/20404 for an unknown country. */
export const fetchNumberPrices: Handler = ({ world }, request) => {
  const country = requestedCountry(request);
  const prices = offersOf(country).map(([type, offer]) => price(world, type, offer.monthly));
  return { status: 200, body: { ...countryHead(country, request), phone_number_prices: prices } };
};

/** `GET /v1/Messaging/Countries/{IsoCountry}`: USD per segment. 404/20404 for an unknown country. */
export const fetchMessagingPrices: Handler = ({ world }, request) => {
  const country = requestedCountry(request);
  const receiving = offersOf(country).filter(([, offer]) => offer.sms);
  const inbound = receiving.map(([type]) => price(world, type, country.inboundSms));
  const outbound = [{ carrier: 'Other', mcc: '', mnc: '', prices: [price(world, 'mobile', country.outboundSms)] }];
  return {
    status: 200,
    body: { ...countryHead(country, request), inbound_sms_prices: inbound, outbound_sms_prices: outbound },
  };
};

function offersOf(country: Country): [NumberType, Offer][] {
  return Object.entries(country.offers) as [NumberType, Offer][];
}

function price(world: World, type: NumberType, amount: MicroUsd): Record<string, unknown> {
  const value = decimalUsd(world, amount);
  return { number_type: typeNames[type], base_price: value, current_price: value };
}

function countryHead(country: Country, request: RestRequest): Record<string, unknown> {
  return { country: country.name, iso_country: country.iso, price_unit: 'USD', url: request.origin + request.path };
}
