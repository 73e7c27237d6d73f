import { rfc2822 } from './dates.ts';
import { invalidParameter } from './errors.ts';
import { listBody, paginate } from './paging.ts';
import { newAddress, type AddressDraft } from './papers.ts';
import { accountPath, booleanParam, requested, type Handler } from './rest.ts';
import type { AddressState } from './state.ts';
import type { World } from './world.ts';

/** `GET Addresses.json`: newest first. CustomerName, FriendlyName and IsoCountry match whole. 400/20001 for a bad filter. */
export const listAddresses: Handler = ({ world }, request) => {
  const { query } = request;
  const wanted: [keyof AddressState, string | boolean | null][] = [
    ['customerName', query.get('CustomerName')],
    ['friendlyName', query.get('FriendlyName')],
    ['isoCountry', query.get('IsoCountry')?.toUpperCase() ?? null],
    ['emergencyEnabled', booleanParam(query, 'EmergencyEnabled')],
  ];
  const matches = (address: AddressState): boolean =>
    wanted.every(([field, value]) => value === null || address[field] === value);
  const page = paginate(request, world.addresses.toReversed().filter(matches), ({ sid }) => sid);
  return { status: 200, body: listBody(request, 'addresses', page, (address) => addressResource(world, address)) };
};

/** `POST Addresses.json`. 201; 400/20001 for a missing or invalid parameter (unconfirmed). */
export const createAddress: Handler = ({ world }, request) => {
  const address = newAddress(addressDraft(request.form), world.now());
  world.addresses.push(address);
  return { status: 201, body: addressResource(world, address) };
};

/** `GET Addresses/{Sid}.json`. 404/20404 when the account does not have it. */
export const fetchAddress: Handler = ({ world }, request) => ({
  status: 200,
  body: addressResource(world, requested(world.addresses, request)),
});

/** `DELETE Addresses/{Sid}.json`. 204, or 404/20404 when the account does not have it. */
export const deleteAddress: Handler = ({ world }, request) => {
  const address = requested(world.addresses, request);
  world.addresses = world.addresses.filter((other) => other !== address);
  return { status: 204 };
};

function addressDraft(form: URLSearchParams): AddressDraft {
  const isoCountry = required(form, 'IsoCountry').toUpperCase();
  if (!/^[A-Z]{2}$/.test(isoCountry)) throw invalidParameter(`IsoCountry must be a country code: ${isoCountry}`);
  const friendlyName = form.get('FriendlyName') || null;
  if (friendlyName !== null && friendlyName.length > 64) {
    throw invalidParameter('FriendlyName must be at most 64 characters long');
  }
  booleanParam(form, 'AutoCorrectAddress');
  return {
    customerName: required(form, 'CustomerName'),
    friendlyName,
    street: required(form, 'Street'),
    streetSecondary: form.get('StreetSecondary') || null,
    city: required(form, 'City'),
    region: required(form, 'Region'),
    postalCode: required(form, 'PostalCode'),
    isoCountry,
    emergencyEnabled: booleanParam(form, 'EmergencyEnabled') ?? false,
  };
}

function required(form: URLSearchParams, name: string): string {
  const value = form.get(name)?.trim();
  if (value) return value;
  throw invalidParameter(`${name} is required`);
}

function addressResource(world: World, address: AddressState): Record<string, unknown> {
  return {
    account_sid: world.accountSid,
    city: address.city,
    customer_name: address.customerName,
    date_created: rfc2822(address.createdAt),
    date_updated: rfc2822(address.updatedAt),
    emergency_enabled: address.emergencyEnabled,
    friendly_name: address.friendlyName,
    iso_country: address.isoCountry,
    postal_code: address.postalCode,
    region: address.region,
    sid: address.sid,
    street: address.street,
    street_secondary: address.streetSecondary,
    uri: `${accountPath(world)}/Addresses/${address.sid}.json`,
    validated: false,
    verified: false,
  };
}
