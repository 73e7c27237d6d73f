import type { Twilio } from 'twilio';
import { appError, type AppError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { Money } from '../../contract/state.ts';
import type { AccountInfo, Usage } from '../../core/ports.ts';
import { decimalText, notTwilio } from './answers.ts';
import { toAppError } from './errors.ts';
import { readPages } from './pages.ts';

const say = phrases.twilio;

/** Rejects with ACCOUNT_SUSPENDED when the account is not active. */
export async function readAccount(twilio: Twilio, sid: string): Promise<AccountInfo> {
  const account = await twilio.api.v2010.accounts(sid).fetch();
  if (!account.sid) throw notTwilio();
  if (account.status !== 'active') {
    throw appError('ACCOUNT_SUSPENDED', say.accountIs({ status: account.status }), say.accountIsHint);
  }
  return { name: account.friendlyName, trial: account.type === 'Trial' };
}

/**
 * The same with an API key. Only a Main key may read the account; another is refused as if it were wrong
 * (https://www.twilio.com/docs/iam/api-keys/keys-in-console, https://www.twilio.com/docs/api/errors/20003), so whether
 * it is shows in what all of them may read. Name and kind of the account stay unknown then.
 */
export async function readAccountByKey(twilio: Twilio, sid: string): Promise<AccountInfo> {
  try {
    return await readAccount(twilio, sid);
  } catch (thrown) {
    if (!isRefusedKey(toAppError(thrown))) throw thrown;
    const idOf = (number: { sid: string }) => number.sid;
    await readPages(twilio.incomingPhoneNumbers, { pageSize: 1 }, { idOf, limit: 1 }).catch(refuseKey);
    return { name: null, trial: null };
  }
}

function refuseKey(thrown: unknown): never {
  const error = toAppError(thrown);
  if (!isRefusedKey(error)) throw error;
  const { twilio } = error.failure;
  throw appError('INVALID_CREDENTIALS', say.credentials, say.keyHint, twilio ? { twilio } : {});
}

function isRefusedKey({ failure }: AppError): boolean {
  return failure.code === 'INVALID_CREDENTIALS' || failure.code === 'FORBIDDEN';
}

/** null when Twilio does not say, e.g. for a subaccount. */
export async function readBalance(twilio: Twilio): Promise<Money | null> {
  const { balance, currency } = await twilio.balance.fetch();
  return balance ? { amount: balance, currency } : null;
}

/** What was spent between two days (YYYY-MM-DD, GMT), both included: in total, and on phone numbers. */
export async function readUsage(twilio: Twilio, firstDay: string, lastDay: string): Promise<Usage> {
  const [total, phoneNumbers] = await Promise.all(
    ['totalprice', 'phonenumbers'].map((category) => spentOn(twilio, category, firstDay, lastDay)),
  );
  const currency = (total ?? phoneNumbers)?.currency ?? 'USD';
  const nothing = { amount: '0.00', currency };
  return { total: total ?? nothing, phoneNumbers: phoneNumbers ?? nothing };
}

/** null when there is no record: nothing was used. */
async function spentOn(twilio: Twilio, category: string, firstDay: string, lastDay: string): Promise<Money | null> {
  const [startDate, endDate] = [new Date(`${firstDay}T00:00:00Z`), new Date(`${lastDay}T00:00:00Z`)];
  const options = { category, startDate, endDate, pageSize: 1 };
  const idOf = (record: { category: string }) => record.category;
  const [record] = await readPages(twilio.usage.records, options, { idOf, limit: 1 });
  if (!record?.priceUnit) return null;
  return { amount: decimalText(record.price ?? 0), currency: record.priceUnit.toUpperCase() };
}
