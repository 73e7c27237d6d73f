import { randomUUID } from 'node:crypto';
import type { Environment } from '../../adapters/environment.ts';
import { createFileSecrets } from '../../adapters/settings/fileSecrets.ts';
import { createTelephony } from '../../adapters/twilio/telephony.ts';
import { credentialsSchema } from '../../contract/api.ts';
import { plainError, type AppError } from '../../contract/errors.ts';
import type { AvailableNumbers, Money } from '../../contract/state.ts';
import { defaultSettings } from '../../contract/settings.ts';
import { buyNumber, noneAvailable, PurchaseUncertain } from '../../core/numbers/purchase.ts';
import { friendlyNameOf } from '../../core/numbers/number.ts';
import { systemClock } from '../../adapters/systemClock.ts';
import { Prices } from '../../core/money/prices.ts';
import { searchNumbers } from '../../core/numbers/search.ts';
import type { Credentials, Telephony } from '../../core/ports.ts';
import { numbersOf } from '../countryNames.ts';
import { print } from '../output.ts';
import { checkReception, type ReceptionCheck } from '../receptionCheck.ts';

/** Stands in a FriendlyName where a host writes its installation. */
const markOfCheck = 'checkcmd';

export interface CheckOptions {
  country: string;
  buy?: boolean;
}

interface CheckReport {
  account: { name: string; trial: boolean; balance: Money | null };
  country: string;
  available: number;
  monthlyPrice: Money | null;
  reception: ReceptionCheck;
  /** The number that was bought and released; null without --buy. */
  bought: string | null;
}

/** Checks credentials, account, available numbers and the way in of messages; with `buy`, one purchase and its release. */
export async function check(
  environment: Environment,
  asJson: boolean,
  { country, buy = false }: CheckOptions,
): Promise<void> {
  const say = (line: string) => print(false, null, asJson ? '' : line);
  const telephony = createTelephony(await credentialsOf(environment), environment.twilioApiBaseUrl);
  const account = await readAccount(telephony, say);
  const prices = new Prices(systemClock, () => telephony);
  const found = await searchNumbers({ telephony, prices, settings: defaultSettings }, { country });
  say(availability(country, found));
  const reception = await checkReception(environment);
  say(`${reception.ok ? '✅' : '⚠️ '} ${reception.message}`);
  const bought = buy ? await buyAndRelease(telephony, prices, country, found, say) : null;
  const report: CheckReport = {
    account,
    country,
    available: found.numbers.length,
    monthlyPrice: found.monthlyPrice,
    reception,
    bought,
  };
  if (asJson) print(true, report, '');
}

async function credentialsOf({ credentials, dataDir }: Environment): Promise<Credentials> {
  if (credentials) return credentials;
  const stored = await createFileSecrets(dataDir).read('twilio');
  const parsed = credentialsSchema.safeParse(parseJson(stored ?? ''));
  if (parsed.success) return parsed.data;
  throw plainError(
    'NOT_CONNECTED',
    'There are no Twilio credentials.',
    'Set TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN in the environment or in a .env file (see env.example).',
  );
}

async function readAccount(telephony: Telephony, say: (line: string) => void): Promise<CheckReport['account']> {
  const { name, trial } = await telephony.account();
  const balance = await telephony.balance().catch(() => null);
  const money = balance ? `, balance ${balance.amount} ${balance.currency}` : '';
  say(`✅ Twilio accepts the credentials: ${name}${trial ? ' (trial account)' : ''}${money}`);
  return { name, trial, balance };
}

function availability(country: string, { numbers, monthlyPrice }: AvailableNumbers): string {
  if (numbers.length === 0) {
    const { message, hint } = noneAvailable({ country }).failure;
    return `⚠️  Found no available ${numbersOf(country)}. ${message}\n   ${hint}`;
  }
  const price = monthlyPrice ? ` (${numbers[0]?.type}, ${priceText(monthlyPrice)} a month each)` : '';
  return `✅ Found ${numbers.length} available ${numbersOf(country)}${price}`;
}

async function buyAndRelease(
  telephony: Telephony,
  prices: Prices,
  country: string,
  found: AvailableNumbers,
  say: (line: string) => void,
): Promise<string> {
  const [first] = found.numbers;
  if (!first) throw noneAvailable({ country });
  say(
    `   Buying one number now: ${found.monthlyPrice ? `${priceText(found.monthlyPrice)}, ` : ''}a full month, which Twilio bills even though it is given back at once.`,
  );
  const friendlyName = friendlyNameOf(randomUUID(), markOfCheck);
  const steps = {
    telephony,
    priceOf: prices.monthly.bind(prices),
    asking: async () => undefined,
  };
  const order = { friendlyName, country, type: first.type, smsUrl: null, papers: null };
  const { number } = await buyNumber(steps, order, null).catch((thrown: unknown) => {
    throw thrown instanceof PurchaseUncertain ? uncertain(friendlyName) : thrown;
  });
  await releaseSurely(telephony, number.phoneNumber, number.sid);
  say(`✅ Number purchasing test passed: ${number.phoneNumber} was bought and given back`);
  return number.phoneNumber;
}

function uncertain(friendlyName: string): AppError {
  return plainError(
    'TWILIO_UNREACHABLE',
    'Twilio did not answer, so it is not known whether a number was bought.',
    `Look in the Twilio Console for a number named "${friendlyName}", and release it there: it costs money every month.`,
  );
}

async function releaseSurely(telephony: Telephony, number: string, sid: string): Promise<void> {
  const retries = [0, 1, 2];
  for (const retry of retries) {
    try {
      return await telephony.release(sid);
    } catch (thrown) {
      if (retry === retries.length - 1) {
        process.stderr.write(
          `❌ ${number} (${sid}) was bought and could not be given back: release it in the Twilio Console, or it costs money every month.\n`,
        );
        throw thrown;
      }
    }
  }
}

function priceText({ amount, currency }: Money): string {
  return currency === 'USD' ? `$${amount}` : `${amount} ${currency}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
