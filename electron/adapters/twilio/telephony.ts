import type { Twilio } from 'twilio';
import { appError } from '../../contract/errors.ts';
import type { NumberType } from '../../contract/settings.ts';
import type { AvailableNumber } from '../../contract/state.ts';
import type { Credentials, IncomingSms, NumberSearch, PurchasedNumber, Telephony } from '../../core/ports.ts';
import { createClient } from './client.ts';
import { toAppError } from './errors.ts';
import { Prices } from './prices.ts';

/** How many messages of one number are read at most. */
const messageLimit = 500;

/** The Telephony port on Twilio's SDK. `apiBaseUrl`: see createClient. */
export function createTelephony(credentials: Credentials, apiBaseUrl: string | null): Telephony {
  let client: Promise<Twilio> | null = null;
  const getClient = () => (client ??= createClient(credentials, apiBaseUrl));
  const prices = new Prices(getClient);
  const call = async <T>(work: (twilio: Twilio) => Promise<T>): Promise<T> => {
    try {
      return await work(await getClient());
    } catch (thrown) {
      throw toAppError(thrown);
    }
  };
  return {
    account: () => call((twilio) => readAccount(twilio, credentials.accountSid)),
    balance: () =>
      call(async (twilio) => {
        const { balance, currency } = await twilio.balance.fetch();
        return balance ? { amount: balance, currency } : null;
      }),
    search: (query) => call((twilio) => search(twilio, query)),
    monthlyPrice: (country, type) => call(() => prices.monthly(country, type)),
    purchase: ({ phoneNumber, friendlyName, smsUrl }) =>
      call(async (twilio) =>
        purchased(
          await twilio.incomingPhoneNumbers.create({
            phoneNumber,
            friendlyName,
            ...(smsUrl ? { smsUrl, smsMethod: 'POST' } : {}),
          }),
        ),
      ),
    findByFriendlyName: (friendlyName) =>
      call(async (twilio) =>
        (await twilio.incomingPhoneNumbers.list({ friendlyName }))
          .filter((number) => number.friendlyName === friendlyName)
          .map(purchased),
      ),
    ownedNumbers: () => call(async (twilio) => (await twilio.incomingPhoneNumbers.list()).map(purchased)),
    setSmsUrl: (sid, smsUrl) =>
      call(async (twilio) => {
        await twilio.incomingPhoneNumbers(sid).update({ smsUrl, smsMethod: 'POST' });
      }),
    release: (sid) => call((twilio) => release(twilio, sid)),
    messagesTo: (number, since) => call((twilio) => messagesTo(twilio, number, since)),
  };
}

async function readAccount(twilio: Twilio, sid: string): Promise<{ name: string; trial: boolean }> {
  const account = await twilio.api.v2010.accounts(sid).fetch();
  if (!account.sid) throw notTwilio();
  if (account.status !== 'active') {
    throw appError(
      'ACCOUNT_SUSPENDED',
      `This Twilio account is ${account.status}.`,
      'Open the Twilio Console: it says why, and what brings the account back.',
    );
  }
  return { name: account.friendlyName, trial: account.type === 'Trial' };
}

async function search(
  twilio: Twilio,
  { country, type, areaCode, contains, limit }: NumberSearch,
): Promise<AvailableNumber[]> {
  const options = {
    smsEnabled: true,
    limit,
    ...(contains ? { contains } : {}),
    ...(areaCode ? { areaCode: Number(areaCode) } : {}),
  };
  const list: Searchable = twilio.availablePhoneNumbers(country)[type];
  const found = await list.list(options).catch(noneWhenNotFound);
  // Numbers that can be had without an address come first.
  return found
    .toSorted((a, b) => Number(a.addressRequirements !== 'none') - Number(b.addressRequirements !== 'none'))
    .map((number) => available(number, country, type));
}

// 404: Twilio has no numbers of this type in this country at all.
function noneWhenNotFound(thrown: unknown): Found[] {
  if (isNotFound(thrown)) return [];
  throw thrown;
}

/** The part that the SDK's three lists of available numbers have in common. */
interface Searchable {
  list(options: { smsEnabled: boolean; limit: number; contains?: string; areaCode?: number }): Promise<Found[]>;
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

interface Incoming {
  sid: string;
  phoneNumber: string;
  friendlyName: string;
  smsUrl: string | null;
  dateCreated: Date;
}

function purchased({ sid, phoneNumber, friendlyName, smsUrl, dateCreated }: Incoming): PurchasedNumber {
  if (!sid) throw notTwilio();
  return { sid, phoneNumber, friendlyName, smsUrl: smsUrl || null, boughtAt: isoOrEmpty(dateCreated) };
}

async function release(twilio: Twilio, sid: string): Promise<void> {
  await twilio
    .incomingPhoneNumbers(sid)
    .remove()
    .catch((thrown: unknown) => {
      if (!isNotFound(thrown)) throw thrown;
    });
}

async function messagesTo(twilio: Twilio, number: string, since: string): Promise<IncomingSms[]> {
  // Twilio filters by the day (GMT), so the rest is done here.
  const day = new Date(`${since.slice(0, 10)}T00:00:00Z`);
  const listed = await twilio.messages.list({ to: number, dateSentAfter: day, limit: messageLimit });
  return listed
    .filter(({ direction }) => direction === 'inbound')
    .map((message) => ({
      sid: message.sid,
      accountSid: message.accountSid,
      from: message.from,
      to: message.to,
      body: message.body,
      receivedAt: isoOrEmpty(message.dateSent ?? message.dateCreated),
      numMedia: Number(message.numMedia) || 0,
    }))
    .filter(({ receivedAt }) => receivedAt >= since)
    .sort((a, b) => a.receivedAt.localeCompare(b.receivedAt));
}

/** A success that is not Twilio's: a proxy's page, or a wrong TWILIO_API_BASE_URL. */
function notTwilio(): Error {
  return appError(
    'TWILIO_UNREACHABLE',
    'Something other than Twilio answered.',
    'Check TWILIO_API_BASE_URL, and a proxy if there is one.',
    { retryable: true },
  );
}

function isNotFound(thrown: unknown): boolean {
  return thrown instanceof Error && 'status' in thrown && thrown.status === 404;
}

function isoOrEmpty(date: Date | null | undefined): string {
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : '';
}
