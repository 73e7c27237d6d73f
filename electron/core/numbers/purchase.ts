import { AppError, appError, toFailure } from '../../contract/errors.ts';
import { numberTypes, type NumberType } from '../../contract/settings.ts';
import type { AvailableNumber, Money } from '../../contract/state.ts';
import type { NumberSearch, PurchasedNumber, Telephony } from '../ports.ts';
import { friendlyNameOf, type Holding } from './lease.ts';

/** How many numbers of one search are tried when others keep taking them first. */
const candidatesTried = 5;

export interface Order extends Omit<NumberSearch, 'type' | 'limit'> {
  leaseId: string;
  /** null: mobile, then local, then toll-free. */
  type: NumberType | null;
  smsUrl: string | null;
}

/** Thrown when it is not known whether a number was bought; the account must be asked before anything else is. */
export class PurchaseUncertain extends Error {
  constructor(cause: unknown) {
    super('It is not known whether the purchase was carried out.', { cause });
  }
}

/**
 * Searches and buys one number. Rejects with NO_NUMBERS_AVAILABLE, NUMBER_TAKEN, another AppError of the account's,
 * or PurchaseUncertain.
 */
export async function buyNumber(telephony: Telephony, order: Order): Promise<Holding> {
  let allTaken: AppError | null = null;
  for (const type of order.type ? [order.type] : numberTypes) {
    const found = await telephony.search({ ...order, type, limit: 20 });
    if (found.length === 0) continue;
    const monthlyPrice = await priceOrNull(telephony, order.country, type);
    const bought = await buyFirstFree(telephony, order, found, monthlyPrice);
    if ('number' in bought) return bought;
    allTaken = bought;
  }
  throw allTaken ?? noneAvailable(order);
}

async function buyFirstFree(
  telephony: Telephony,
  order: Order,
  found: AvailableNumber[],
  monthlyPrice: Money | null,
): Promise<Holding | AppError> {
  let taken = noneAvailable(order);
  for (const { phoneNumber, type } of found.slice(0, candidatesTried)) {
    try {
      const bought = await buyOrFind(telephony, order, phoneNumber);
      return { number: bought.phoneNumber, numberSid: bought.sid, type, monthlyPrice, smsUrl: bought.smsUrl };
    } catch (thrown) {
      if (!(thrown instanceof AppError) || thrown.failure.code !== 'NUMBER_TAKEN') throw thrown;
      taken = thrown;
    }
  }
  return taken;
}

// An answer that was lost may hide a purchase: the account is asked before another number is tried.
async function buyOrFind(telephony: Telephony, order: Order, phoneNumber: string): Promise<PurchasedNumber> {
  const friendlyName = friendlyNameOf(order.leaseId);
  try {
    return await telephony.purchase({ phoneNumber, friendlyName, smsUrl: order.smsUrl });
  } catch (thrown) {
    if (!isUncertain(thrown)) throw thrown;
    const [found] = await telephony.findByFriendlyName(friendlyName).catch(() => {
      throw new PurchaseUncertain(thrown);
    });
    if (found) return found;
    throw thrown;
  }
}

/** Whether a failed POST may have been carried out all the same. A 429 was not (Twilio error 20429). */
function isUncertain(thrown: unknown): boolean {
  const { code, twilio } = toFailure(thrown);
  return code === 'TWILIO_UNREACHABLE' || code === 'INTERNAL' || (twilio?.status ?? 0) >= 500;
}

async function priceOrNull(telephony: Telephony, country: string, type: NumberType): Promise<Money | null> {
  return telephony.monthlyPrice(country, type).catch(() => null);
}

/** Why there is nothing to buy, with countries that usually have something. */
export function noneAvailable(order: {
  country: string;
  contains?: string | undefined;
  areaCode?: string | undefined;
}): AppError {
  const filtered = order.contains ?? order.areaCode;
  if (filtered) {
    return appError(
      'NO_NUMBERS_AVAILABLE',
      `Twilio has no number that can receive SMS in ${order.country} with “${filtered}” in it just now.`,
      'Try fewer digits, or none.',
    );
  }
  const why = order.country === 'IN' ? ' Twilio seldom offers two-way SMS in India.' : '';
  return appError(
    'NO_NUMBERS_AVAILABLE',
    `Twilio has no number that can receive SMS in ${order.country} just now.${why}`,
    'Take a number in another country: US and CA need no papers and are nearly always available.',
  );
}
