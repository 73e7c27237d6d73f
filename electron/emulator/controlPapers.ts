import { invalidParameter } from './errors.ts';
import { jsonList, jsonObject, jsonText } from './jsonInput.ts';
import { exampleAddress, newAddress, newBundle, type AddressDraft, type BundleDraft, type Papers } from './papers.ts';
import { bundleNumberTypes, bundleStatuses } from './state.ts';
import type { World } from './world.ts';

/** Papers as a test gives them. What is left out of an address is made up; a bundle is approved unless it says otherwise. */
export interface PapersInput {
  bundles?: (Pick<BundleDraft, 'isoCountry' | 'numberType'> & Partial<BundleDraft>)[];
  addresses?: (Pick<AddressDraft, 'isoCountry'> & Partial<AddressDraft>)[];
}

const bundleFields = ['friendlyName', 'isoCountry', 'numberType', 'status', 'addressSids'] as const;

const addressFields = [
  'customerName',
  'friendlyName',
  'street',
  'streetSecondary',
  'city',
  'region',
  'postalCode',
  'isoCountry',
  'emergencyEnabled',
] as const;

/**
 * `POST /_emulator/papers`: gives the account bundles and addresses.
 * @throws TwilioError 400/20001 for input that cannot be; nothing is added then.
 */
export function addPapers(world: World, input: unknown): Papers {
  const { bundles, addresses } = jsonObject(input, 'The papers', ['bundles', 'addresses']);
  const at = world.now();
  const added: Papers = {
    bundles: jsonList(bundles, 'bundles').map((draft) => newBundle(bundleDraft(draft, world), at)),
    addresses: jsonList(addresses, 'addresses').map((draft) => newAddress(addressDraft(draft), at)),
  };
  world.bundles.push(...added.bundles);
  world.addresses.push(...added.addresses);
  return added;
}

function bundleDraft(input: unknown, world: World): BundleDraft {
  const fields = jsonObject(input, 'A bundle', bundleFields);
  const isoCountry = countryCode(fields['isoCountry']);
  const numberType = oneOf(bundleNumberTypes, fields['numberType'], 'numberType');
  return {
    friendlyName: jsonText(fields['friendlyName'], 'friendlyName', `${isoCountry} ${numberType}`),
    isoCountry,
    numberType,
    status: oneOf(bundleStatuses, fields['status'] ?? 'twilio-approved', 'status'),
    addressSids: jsonList(fields['addressSids'], 'addressSids').map((sid) => knownAddress(world, sid)),
  };
}

function addressDraft(input: unknown): AddressDraft {
  const fields = jsonObject(input, 'An address', addressFields);
  const { emergencyEnabled = false } = fields;
  if (typeof emergencyEnabled !== 'boolean') throw invalidParameter('emergencyEnabled must be true or false');
  const text = (name: string, fallback: string): string => jsonText(fields[name], name, fallback);
  return {
    customerName: text('customerName', exampleAddress.customerName),
    friendlyName: fields['friendlyName'] == null ? null : text('friendlyName', ''),
    street: text('street', exampleAddress.street),
    streetSecondary: fields['streetSecondary'] == null ? null : text('streetSecondary', ''),
    city: text('city', exampleAddress.city),
    region: text('region', exampleAddress.region),
    postalCode: text('postalCode', exampleAddress.postalCode),
    isoCountry: countryCode(fields['isoCountry']),
    emergencyEnabled,
  };
}

function countryCode(value: unknown): string {
  if (typeof value === 'string' && /^[A-Z]{2}$/.test(value)) return value;
  throw invalidParameter('isoCountry must be an ISO country code such as "GB"');
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown, name: string): T {
  const known = allowed.find((item) => item === value);
  if (known !== undefined) return known;
  throw invalidParameter(`${name} must be one of ${allowed.join(', ')}`);
}

function knownAddress({ addresses }: World, sid: unknown): string {
  const known = addresses.find((address) => address.sid === sid);
  if (known) return known.sid;
  throw invalidParameter(`addressSids must be addresses of the account: ${String(sid)}`);
}
