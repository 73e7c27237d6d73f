import type { Twilio } from 'twilio';
import type { Credentials, Logger, Telephony } from '../../core/ports.ts';
import type { DatedAnswer } from '../../core/twilioClock.ts';
import { readAccount, readAccountByKey, readBalance, readUsage } from './account.ts';
import { readAlerts } from './alerts.ts';
import { createClient, type Lock } from './client.ts';
import { refusedAlone, toAppError } from './errors.ts';
import { messagesSince, messagesTo } from './messages.ts';
import {
  changeSms,
  fetchNumber,
  findByFriendlyName,
  listNumbers,
  purchaseNumber,
  releaseNumber,
} from './ownNumbers.ts';
import { readPapers } from './papers.ts';
import { monthlyPrices } from './prices.ts';
import { searchNumbers } from './search.ts';

export interface TelephonyOptions {
  /** Told when only part of a list could be read, but is still useful. For the account's numbers, a part is not. */
  log?: Pick<Logger, 'warn'>;
  onAnswer?(answer: DatedAnswer): void;
  lock?: Lock | undefined;
}

/** The Telephony port on Twilio's SDK. `apiBaseUrl`: see createClient. */
export function createTelephony(
  credentials: Credentials,
  apiBaseUrl: string | null,
  { log, onAnswer, lock }: TelephonyOptions = {},
): Telephony {
  let client: Promise<Twilio> | null = null;
  const asked = async <T>(work: (twilio: Twilio) => Promise<T>): Promise<T> => {
    try {
      return await work(await (client ??= createClient(credentials, apiBaseUrl, onAnswer, lock)));
    } catch (thrown) {
      throw toAppError(thrown);
    }
  };
  const { accountSid, apiKey } = credentials;
  const account = () => asked((twilio) => (apiKey ? readAccountByKey : readAccount)(twilio, accountSid));
  const call = <T>(work: (twilio: Twilio) => Promise<T>): Promise<T> =>
    asked(work).catch(async (thrown: unknown) => {
      const error = toAppError(thrown);
      const { code } = error.failure;
      const isDoubtful = code === 'ACCOUNT_SUSPENDED' || (apiKey && code === 'INVALID_CREDENTIALS');
      if (!isDoubtful || (await isAccountRefused(account))) throw error;
      throw refusedAlone(error);
    });
  const told = new Set<string>();
  /** Once per list: some are read every few seconds. */
  const cut = (list: string) => () => {
    if (!told.has(list))
      log?.warn(`Twilio's list of ${list} leads in a circle or does not end; what was read of it is used.`);
    told.add(list);
  };
  return {
    account,
    balance: () => call(readBalance),
    usage: (firstDay, lastDay) => call((twilio) => readUsage(twilio, firstDay, lastDay)),
    search: (query) => call((twilio) => searchNumbers(twilio, query, cut('numbers for sale'))),
    monthlyPrices: (country) => call((twilio) => monthlyPrices(twilio, country)),
    papers: () => call((twilio) => readPapers(twilio, cut('regulatory papers'))),
    purchase: (order) => call((twilio) => purchaseNumber(twilio, order)),
    findByFriendlyName: (name) => call((twilio) => findByFriendlyName(twilio, name)),
    ownedNumbers: () => call(listNumbers),
    ownedNumber: (sid) => call((twilio) => fetchNumber(twilio, sid)),
    setSmsUrl: (sid, smsUrl) => call((twilio) => changeSms(twilio, sid, { smsUrl, smsMethod: 'POST' })),
    setSmsSettings: (sid, settings) => call((twilio) => changeSms(twilio, sid, settings)),
    release: (sid) => call((twilio) => releaseNumber(twilio, sid)),
    messagesTo: (number, since) => call((twilio) => messagesTo(twilio, number, since, cut('messages'))),
    messagesSince: (since) => call((twilio) => messagesSince(twilio, since, cut('messages'))),
    alerts: (since) => call((twilio) => readAlerts(twilio, since, cut('errors'))),
  };
}

/** Whether Twilio rejects the whole account or key, not one number or permission. Suspended ones may count as unknown. */
async function isAccountRefused(account: () => Promise<unknown>): Promise<boolean> {
  const code = await account().then(
    () => null,
    (thrown: unknown) => toAppError(thrown).failure.code,
  );
  return code === 'ACCOUNT_SUSPENDED' || code === 'INVALID_CREDENTIALS';
}
