import type { Money } from '../../contract/state.ts';
import { nextBill } from '../money/billing.ts';
import type { Prices } from '../money/prices.ts';
import type { PurchasedNumber } from '../ports.ts';
import { describeNumber } from './describeNumber.ts';
import type { Holding } from './number.ts';
import type { Bought } from './purchase.ts';

/** The holding for a number on the account that the ledger did not buy: country, type and price by its digits. */
export async function holdingOnAccount(
  number: PurchasedNumber,
  prices: Pick<Prices, 'monthly'>,
  now: number,
): Promise<{ country: string; holding: Holding }> {
  const { country, type } = await describeNumber(number.phoneNumber);
  const monthlyPrice = country && type ? await priceOrNull(prices, country, type) : null;
  return { country, holding: holdingFrom({ number, type, monthlyPrice }, now, now) };
}

/**
 * A number of the account as the ledger keeps it. `billsSince`: monthly bills after that are yet to be written down.
 * Times are milliseconds since the epoch.
 */
export function holdingFrom({ number, type, monthlyPrice }: Bought, now: number, billsSince: number): Holding {
  const told = Date.parse(number.boughtAt);
  const boughtAt = Number.isNaN(told) ? now : told;
  return {
    number: number.phoneNumber,
    numberSid: number.sid,
    type,
    monthlyPrice,
    smsUrl: number.smsUrl,
    boughtAt,
    nextBillAt: nextBill(boughtAt, billsSince),
    before: null,
    diverted: false,
    holdUntil: null,
  };
}

async function priceOrNull(
  prices: Pick<Prices, 'monthly'>,
  ...of: Parameters<Prices['monthly']>
): Promise<Money | null> {
  return (await prices.monthly(...of).catch(() => null))?.price ?? null;
}
