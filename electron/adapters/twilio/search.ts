import type { Twilio } from 'twilio';
import type { NumberType } from '../../contract/settings.ts';
import type { AvailableNumber } from '../../contract/state.ts';
import type { NumberSearch } from '../../core/ports.ts';
import { isNotFound } from './answers.ts';
import { readPages, type Page } from './pages.ts';

/** Numbers for sale that receive SMS; empty, not an error, if Twilio does not sell the type. `onCut`: see Reading. */
export async function searchNumbers(
  twilio: Twilio,
  query: NumberSearch,
  onCut: () => void,
): Promise<AvailableNumber[]> {
  const list: Searchable = twilio.availablePhoneNumbers(query.country)[query.type];
  const reading = { idOf: ({ phoneNumber }: Found) => phoneNumber, limit: query.limit, onCut };
  const found = await readPages(list, filtersOf(query), reading).catch(noneWhenNotFound);
  // Numbers that need no address come first.
  return found
    .toSorted((a, b) => Number(a.addressRequirements !== 'none') - Number(b.addressRequirements !== 'none'))
    .map((number) => available(number, query.country, query.type));
}

interface Filters {
  smsEnabled: true;
  pageSize: number;
  contains?: string;
  areaCode?: number;
  inLocality?: string;
  mmsEnabled?: true;
  voiceEnabled?: true;
}

function filtersOf({ areaCode, contains, locality, capabilities = [], limit }: NumberSearch): Filters {
  return {
    smsEnabled: true,
    pageSize: limit,
    ...(contains ? { contains } : {}),
    ...(areaCode ? { areaCode: Number(areaCode) } : {}),
    ...(locality ? { inLocality: locality } : {}),
    ...(capabilities.includes('mms') ? { mmsEnabled: true } : {}),
    ...(capabilities.includes('voice') ? { voiceEnabled: true } : {}),
  };
}

// 404: Twilio has no numbers of this type in this country.
function noneWhenNotFound(thrown: unknown): Found[] {
  if (isNotFound(thrown)) return [];
  throw thrown;
}

/** The part that the SDK's three lists of available numbers share. */
interface Searchable {
  page(options: Filters): Promise<Page<Found>>;
  getPage(url: string): Promise<Page<Found>>;
}

interface Found {
  phoneNumber: string;
  friendlyName: string;
  locality: string;
  region: string;
  addressRequirements: string;
  capabilities: object;
}

function available(number: Found, country: string, type: NumberType): AvailableNumber {
  const { sms, mms, voice } = lowerCased(number.capabilities);
  return {
    phoneNumber: number.phoneNumber,
    friendlyName: number.friendlyName,
    locality: number.locality || null,
    region: number.region || null,
    country,
    type,
    capabilities: { sms: sms === true, mms: mms === true, voice: voice === true },
  };
}

/** Twilio writes `SMS` in one list and `sms` in another. */
function lowerCased(capabilities: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(capabilities).map(([name, value]) => [name.toLowerCase(), value]));
}
