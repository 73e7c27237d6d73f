import type { Twilio } from 'twilio';
import type { Credentials, Telephony } from '../../core/ports.ts';
import type { DatedAnswer } from '../../core/twilioClock.ts';
import { readAccount, readBalance, readUsage } from './account.ts';
import { readAlerts } from './alerts.ts';
import { createClient } from './client.ts';
import { toAppError } from './errors.ts';
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

/** The Telephony port on Twilio's SDK. `apiBaseUrl`: see createClient. */
export function createTelephony(
  credentials: Credentials,
  apiBaseUrl: string | null,
  onAnswer?: (answer: DatedAnswer) => void,
): Telephony {
  let client: Promise<Twilio> | null = null;
  const call = async <T>(work: (twilio: Twilio) => Promise<T>): Promise<T> => {
    try {
      return await work(await (client ??= createClient(credentials, apiBaseUrl, onAnswer)));
    } catch (thrown) {
      throw toAppError(thrown);
    }
  };
  return {
    account: () => call((twilio) => readAccount(twilio, credentials.accountSid)),
    balance: () => call(readBalance),
    usage: (firstDay, lastDay) => call((twilio) => readUsage(twilio, firstDay, lastDay)),
    search: (query) => call((twilio) => searchNumbers(twilio, query)),
    monthlyPrices: (country) => call((twilio) => monthlyPrices(twilio, country)),
    papers: () => call(readPapers),
    purchase: (order) => call((twilio) => purchaseNumber(twilio, order)),
    findByFriendlyName: (name) => call((twilio) => findByFriendlyName(twilio, name)),
    ownedNumbers: () => call(listNumbers),
    ownedNumber: (sid) => call((twilio) => fetchNumber(twilio, sid)),
    setSmsUrl: (sid, smsUrl) => call((twilio) => changeSms(twilio, sid, { smsUrl, smsMethod: 'POST' })),
    setSmsSettings: (sid, settings) => call((twilio) => changeSms(twilio, sid, settings)),
    release: (sid) => call((twilio) => releaseNumber(twilio, sid)),
    messagesTo: (number, since) => call((twilio) => messagesTo(twilio, number, since)),
    messagesSince: (since) => call((twilio) => messagesSince(twilio, since)),
    alerts: (since) => call((twilio) => readAlerts(twilio, since)),
  };
}
