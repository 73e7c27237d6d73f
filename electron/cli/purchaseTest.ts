import { randomUUID } from 'node:crypto';
import { AppError, plainError, toFailure, type Failure } from '../contract/errors.ts';
import type { AvailableNumbers, Money } from '../contract/state.ts';
import type { Prices } from '../core/money/prices.ts';
import { friendlyNameOf } from '../core/numbers/number.ts';
import { buyNumber, noneAvailable, PurchaseUncertain } from '../core/numbers/purchase.ts';
import type { Credentials, PurchasedNumber, Telephony } from '../core/ports.ts';
import { priceText } from './output.ts';
import type { Purse } from './purse.ts';
import type { Confirm } from './terminal.ts';
import { english } from '../contract/words/english.ts';

/** Goes into the FriendlyName where a host writes its installation. */
const markOfCheck = 'checkcmd';

const releaseTries = 3;

export interface PurchaseTest {
  telephony: Telephony;
  prices: Prices;
  credentials: Credentials;
  /** The origin of Twilio's API. */
  api: string;
  country: string;
  found: AvailableNumbers;
  /** Whether it was asked for explicitly. */
  wanted: boolean;
  /** Whether numbers cost nothing there. */
  isFree(): Promise<boolean>;
  /** null when nobody can be asked. */
  confirm: Confirm | null;
  openPurse(): Promise<Purse>;
  /** Runs the work to the end despite interruptions. */
  finish<T>(work: () => Promise<T>): Promise<T>;
  say(line: string): void;
}

/**
 * Buys one number and gives it back: if asked to, if it costs nothing, or if a person agrees to the price. Returns the
 * number, or null when nothing was bought. Rejects if it was asked for but is impossible, or if it fails.
 */
export async function testPurchase(test: PurchaseTest): Promise<string | null> {
  const { country, found, wanted, confirm, say } = test;
  if (found.numbers.length === 0) {
    if (wanted) throw noneAvailable({ country });
    return null;
  }
  const free = !wanted && (await test.isFree());
  const mayBuy = wanted || free;
  if (!mayBuy && !confirm) {
    say(`   The purchase was not tested. It costs ${costOf(found)}. To buy one number and give it back:`);
    say(`   npm run test:twilio -- ${country === 'IN' ? '' : `--country ${country} `}--buy`);
    return null;
  }
  const refusal = await refusalOf(test);
  if (refusal) {
    if (wanted) throw new AppError(refusal);
    say(`⚠️  The purchase was not tested. ${english(refusal.message)}\n   ${english(refusal.hint)}`);
    return null;
  }
  if (!mayBuy && !(await confirm?.(`   Buy one number now and give it back? It costs ${costOf(found)}.`))) {
    say('   No number was bought.');
    return null;
  }
  say(`   Buying one number ${free ? 'of the emulator now, which costs nothing' : `now: ${costOf(found)}`}.`);
  return test.finish(() => buyAndGiveBack(test));
}

function costOf({ monthlyPrice }: AvailableNumbers): string {
  const price = monthlyPrice ? priceText(monthlyPrice) : 'what Twilio asks for';
  return `${price}, a full month, which Twilio bills even though it is given back at once`;
}

/** Why the limits forbid it. Closes the ledger while the person decides: a host may need it. */
async function refusalOf({ openPurse, found }: PurchaseTest): Promise<Failure | null> {
  try {
    const purse = await openPurse();
    await purse.close();
    purse.assertRoom(found.monthlyPrice);
    return null;
  } catch (thrown) {
    if (thrown instanceof AppError) return thrown.failure;
    throw thrown;
  }
}

async function buyAndGiveBack(test: PurchaseTest): Promise<string> {
  const purse = await test.openPurse();
  try {
    return await buyWith(test, purse);
  } finally {
    await purse.close();
  }
}

async function buyWith(test: PurchaseTest, purse: Purse): Promise<string> {
  const { number, price } = await buy(test, purse);
  const entry = { number: number.phoneNumber, numberSid: number.sid, country: test.country };
  try {
    await purse.record({ ...entry, kind: 'purchase', amount: price });
  } finally {
    await giveBack(test, number);
  }
  await purse.record({ ...entry, kind: 'released', amount: null });
  test.say(`✅ Number purchasing test passed: ${number.phoneNumber} was bought and given back`);
  return number.phoneNumber;
}

async function buy(
  { telephony, prices, country, found }: PurchaseTest,
  purse: Purse,
): Promise<{ number: PurchasedNumber; price: Money | null }> {
  const friendlyName = friendlyNameOf(randomUUID(), markOfCheck);
  const steps = {
    search: telephony.search,
    find: telephony.findByFriendlyName,
    purchase: telephony.purchase,
    priceOf: async (...of: Parameters<Prices['monthly']>) =>
      (await prices.monthly(...of).catch(() => null))?.price ?? null,
    // No retries: whoever runs the check sees the reason, and can run it again.
    pause: (thrown: unknown) => Promise.reject(thrown),
    asking: async ({ price }: { price: Money | null }) => purse.assertRoom(price),
  };
  const order = { friendlyName, country, type: found.numbers[0]?.type ?? null, smsUrl: null, papers: null };
  const { number, monthlyPrice } = await buyNumber(steps, order, null).catch((thrown: unknown) => {
    throw thrown instanceof PurchaseUncertain ? uncertain(friendlyName) : thrown;
  });
  return { number, price: monthlyPrice };
}

function uncertain(friendlyName: string): AppError {
  return plainError(
    'TWILIO_UNREACHABLE',
    'Twilio did not answer, so it is not known whether a number was bought.',
    `Look in the Twilio Console for a number named "${friendlyName}", and release it there: it costs money every month.`,
  );
}

async function giveBack(test: PurchaseTest, number: PurchasedNumber): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await test.telephony.release(number.sid);
    } catch (thrown) {
      if (tried === releaseTries) throw stillThere(test, number, thrown);
    }
  }
}

function stillThere({ api, credentials }: PurchaseTest, { phoneNumber, sid }: PurchasedNumber, thrown: unknown) {
  const { code, message, retryable, twilio } = toFailure(thrown);
  const user = credentials.apiKey ? '$TWILIO_API_KEY:$TWILIO_API_SECRET' : '$TWILIO_ACCOUNT_SID:$TWILIO_AUTH_TOKEN';
  const url = `${api}/2010-04-01/Accounts/${credentials.accountSid}/IncomingPhoneNumbers/${sid}.json`;
  return plainError(
    code,
    `${phoneNumber} (${sid}) was bought and could not be given back. It is still on your account, and costs money every month. ${english(message)}`,
    `Release it in the Twilio Console (Phone Numbers, Manage, Active numbers), or with: curl -X DELETE -u "${user}" ${url}`,
    { retryable, ...(twilio && { twilio }) },
  );
}
