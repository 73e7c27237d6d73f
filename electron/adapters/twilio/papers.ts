import type { Twilio } from 'twilio';
import type { NumberType } from '../../contract/settings.ts';
import type { Address, Bundle, Papers } from '../../contract/papers.ts';
import { statusOf } from './answers.ts';
import { readPages, type Reading } from './pages.ts';

const pageSize = 1000;

/** Number types in Twilio's regulations; we have no `national`. */
const typesByName: Partial<Record<string, NumberType>> = { local: 'local', mobile: 'mobile', 'toll-free': 'tollFree' };

/** Bundle statuses that allow buying numbers (twilio.com/docs/phone-numbers/regulatory/api/bundles). */
const approved: readonly string[] = ['twilio-approved', 'provisionally-approved'];

/** The account's bundles and addresses. A list that the account may not read is empty. `onCut`: see Reading. */
export async function readPapers(twilio: Twilio, onCut: () => void): Promise<Papers> {
  const reading = { idOf: ({ sid }: { sid: string }) => sid, onCut };
  const [bundles, addresses] = await Promise.all([
    readBundles(twilio, reading).catch(noneWhenRefused),
    readAddresses(twilio, reading).catch(noneWhenRefused),
  ]);
  return { bundles, addresses };
}

// 403 and 404: not every kind of account and credentials has regulatory papers.
function noneWhenRefused(thrown: unknown): [] {
  const status = statusOf(thrown);
  if (status === 403 || status === 404) return [];
  throw thrown;
}

async function readBundles(twilio: Twilio, reading: Reading<{ sid: string }>): Promise<Bundle[]> {
  const listed = await readPages(twilio.numbers.v2.regulatoryCompliance.bundles, { pageSize }, reading);
  const scopes = await scopesOf(twilio, new Set(listed.map(({ regulationSid }) => regulationSid)));
  return listed.map(({ sid, friendlyName, status, regulationSid }) => ({
    sid,
    name: friendlyName || sid,
    status,
    approved: approved.includes(status),
    ...(scopes.get(regulationSid) ?? unknownScope),
  }));
}

type Scope = Pick<Bundle, 'country' | 'type'>;

const unknownScope: Scope = { country: null, type: null };

// A bundle does not say what it is for, but its regulation does; many bundles share a few of these.
async function scopesOf(twilio: Twilio, regulationSids: ReadonlySet<string>): Promise<Map<string, Scope>> {
  const wanted = [...regulationSids].filter(Boolean);
  return new Map(await Promise.all(wanted.map(async (sid) => [sid, await scopeOf(twilio, sid)] as const)));
}

// Only helps people choose, so it must not break the list: on any failure the bundle is shown without it.
async function scopeOf(twilio: Twilio, regulationSid: string): Promise<Scope> {
  try {
    const { isoCountry, numberType } = await twilio.numbers.v2.regulatoryCompliance.regulations(regulationSid).fetch();
    return { country: isoCountry?.toUpperCase() || null, type: typesByName[numberType] ?? null };
  } catch {
    return unknownScope;
  }
}

async function readAddresses(twilio: Twilio, reading: Reading<{ sid: string }>): Promise<Address[]> {
  const listed = await readPages(twilio.addresses, { pageSize }, reading);
  return listed.map(({ sid, friendlyName, customerName, city, isoCountry }) => ({
    sid,
    name: friendlyName || customerName || sid,
    city,
    country: isoCountry,
  }));
}
