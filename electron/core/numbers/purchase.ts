import { AppError, appError, toFailure } from '../../contract/errors.ts';
import { inOneLine, phrases } from '../../contract/words/phrases.ts';
import { numberTypes, type ChosenPapers, type NumberType } from '../../contract/settings.ts';
import type { Money } from '../../contract/state.ts';
import type { NumberSearch, Purchase, PurchasedNumber, Telephony } from '../ports.ts';

const say = phrases.numbers;

/** How many numbers of one search to try when others keep taking them first. */
const candidatesTried = 5;

/** How often to look on the account for a taken number: our own unanswered request may have bought it. */
const lookUps = 4;

export interface Order extends Omit<NumberSearch, 'type' | 'limit'> {
  /** Ties the number to its record, so that a purchase whose answer was lost can be found. */
  friendlyName: string;
  /** null: mobile, then local, then toll-free. */
  type: NumberType | null;
  smsUrl: string | null;
  papers: ChosenPapers | null;
}

export interface Bought {
  number: PurchasedNumber;
  type: NumberType | null;
  monthlyPrice: Money | null;
}

/** The steps of a purchase; each repeats its own request where that helps. */
export interface PurchaseSteps {
  search: Telephony['search'];
  /** Numbers whose FriendlyName is exactly this. */
  find: Telephony['findByFriendlyName'];
  purchase(order: Purchase, asked: Asked): Promise<PurchasedNumber>;
  /** null if it is unknown and not needed. */
  priceOf(country: string, type: NumberType): Promise<Money | null>;
  /**
   * Whether another purchase has asked for this number, or has it. An unanswered request for it could still be
   * carried out once the number was given back, although its purchase has got another one by then. Leave it out where
   * nothing else is bought.
   */
  isSpokenFor?(candidate: string): boolean;
  /** Resolves once the plan to buy this number is on disk; rejects if it may not be bought. */
  asking(asked: Asked): Promise<void>;
  /** Waits before the same number is requested again; rejects after too many failures. */
  pause(thrown: unknown, failures: number): Promise<void>;
}

/** A number requested from Twilio. */
export interface Asked {
  candidate: string;
  numberType: NumberType | null;
  price: Money | null;
}

/** Thrown when it is unknown whether a number was bought: ask the account before doing anything else. */
export class PurchaseUncertain extends AppError {
  constructor(cause: unknown) {
    super(toFailure(cause));
  }
}

/**
 * Searches and buys one number. Looks first for what an earlier attempt may have bought, and requests that number again
 * before any other: one number cannot be bought twice. Rejects with NO_NUMBERS_AVAILABLE, NUMBER_TAKEN, another
 * AppError of the account, or PurchaseUncertain.
 */
export async function buyNumber(steps: PurchaseSteps, order: Order, unsettled: Asked | null): Promise<Bought> {
  if (unsettled) {
    const settled = (await findBought(steps, order, unsettled)) ?? (await tryCandidate(steps, order, unsettled, true));
    if (settled) return settled;
  }
  return buyFromList(steps, order);
}

async function buyFromList(steps: PurchaseSteps, order: Order): Promise<Bought> {
  let allTaken = false;
  for (const type of order.type ? [order.type] : numberTypes) {
    const found = await steps.search({ ...order, type, limit: 20 });
    if (found.length === 0) continue;
    const price = await steps.priceOf(order.country, type);
    let tried = 0;
    for (const { phoneNumber } of found) {
      if (steps.isSpokenFor?.(phoneNumber)) continue;
      const bought = await tryCandidate(steps, order, { candidate: phoneNumber, numberType: type, price });
      if (bought) return bought;
      if ((tried += 1) === candidatesTried) break;
    }
    allTaken = true;
  }
  throw allTaken ? allTakenFirst(order.country) : noneAvailable(order);
}

/**
 * null if somebody else has the number. `unanswered`: an earlier request for it got no answer. After a failure, the
 * same number is requested again: it cannot be bought twice.
 */
async function tryCandidate(
  steps: PurchaseSteps,
  order: Order,
  asked: Asked,
  unanswered = false,
): Promise<Bought | null> {
  const { friendlyName, smsUrl, papers } = order;
  const request = { phoneNumber: asked.candidate, friendlyName, smsUrl, papers };
  for (let failures = 1; ; failures += 1) {
    await steps.asking(asked);
    try {
      const number = await steps.purchase(request, asked);
      return { number, type: asked.numberType, monthlyPrice: asked.price };
    } catch (thrown) {
      const { code, retryable } = toFailure(thrown);
      const taken = code === 'NUMBER_TAKEN';
      const uncertain = isUncertain(thrown);
      if (!taken && !uncertain && !retryable) throw thrown;
      // A lost answer may hide a purchase, and a taken number may have been taken by us.
      const found = taken || uncertain ? await findBought(steps, order, asked) : null;
      if (found) return found;
      unanswered ||= uncertain;
      if (taken && (!unanswered || failures >= lookUps)) return null;
      await steps.pause(thrown, failures);
    }
  }
}

async function findBought(
  steps: PurchaseSteps,
  { friendlyName }: Order,
  { candidate, numberType, price }: Asked,
): Promise<Bought | null> {
  const [number] = await steps.find(friendlyName).catch((thrown: unknown) => {
    throw new PurchaseUncertain(thrown);
  });
  if (!number) return null;
  return { number, type: number.phoneNumber === candidate ? numberType : null, monthlyPrice: price };
}

/** Whether a failed POST may still have been carried out. A 429 was not (Twilio error 20429). */
export function isUncertain(thrown: unknown): boolean {
  const { code, twilio } = toFailure(thrown);
  if (code === 'TWILIO_UNREACHABLE' || code === 'INTERNAL') return true;
  // Anything but a plain refusal: a proxy's redirect does not say what happened to the request behind it.
  const status = twilio?.status ?? 400;
  return status < 400 || status === 408 || status >= 500;
}

function allTakenFirst(country: string): AppError {
  return appError('NUMBER_TAKEN', say.allTaken({ country }), say.allTakenHint, { retryable: true });
}

/** Why there is nothing to buy, with countries that usually have something. */
export function noneAvailable(
  order: Pick<Order, 'country' | 'contains' | 'areaCode' | 'locality' | 'capabilities'>,
): AppError {
  const { country } = order;
  const filters = [order.contains, order.areaCode, order.locality, ...(order.capabilities ?? [])].filter(
    (part) => part !== undefined,
  );
  if (filters.length > 0) {
    return appError('NO_NUMBERS_AVAILABLE', say.noneWith({ country, filters }), say.noneWithHint);
  }
  const none = say.none({ country });
  const message = country === 'IN' ? inOneLine(none, say.noneIndia) : none;
  return appError('NO_NUMBERS_AVAILABLE', message, say.noneHint);
}
