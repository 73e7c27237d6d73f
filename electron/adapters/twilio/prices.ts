import type { Twilio } from 'twilio';
import type { NumberType } from '../../contract/settings.ts';
import type { Money } from '../../contract/state.ts';

/** How Twilio's price list names the types. */
const listNames: Record<NumberType, string> = { local: 'local', mobile: 'mobile', tollFree: 'toll free' };

/** Prices change seldom, and a search asks each time. Milliseconds. */
const keptMs = 3_600_000;

type PriceList = Map<string, Money>;

/** Twilio's monthly prices of phone numbers (pricing.twilio.com/v1/PhoneNumbers/Countries), kept for an hour. */
export class Prices {
  #client: () => Promise<Twilio>;
  #kept = new Map<string, { at: number; list: Promise<PriceList> }>();

  constructor(client: () => Promise<Twilio>) {
    this.#client = client;
  }

  /** null when the list has no such type. Rejects with the SDK's error. */
  async monthly(country: string, type: NumberType): Promise<Money | null> {
    return (await this.#list(country)).get(listNames[type]) ?? null;
  }

  #list(country: string): Promise<PriceList> {
    const kept = this.#kept.get(country);
    if (kept && performance.now() - kept.at < keptMs) return kept.list;
    const list = this.#fetch(country);
    this.#kept.set(country, { at: performance.now(), list });
    list.catch(() => this.#kept.delete(country));
    return list;
  }

  async #fetch(country: string): Promise<PriceList> {
    const { phoneNumberPrices, priceUnit } = await (
      await this.#client()
    ).pricing.v1.phoneNumbers
      .countries(country)
      .fetch();
    const currency = priceUnit.toUpperCase();
    return new Map(phoneNumberPrices.map((price) => [String(price.numberType), { amount: amountOf(price), currency }]));
  }
}

// Amounts come as text ("1.00"), or as numbers where a server follows the letter of the API's description (1): both
// become text with at least two decimals, money is never a float.
function amountOf({ currentPrice, basePrice }: { currentPrice?: unknown; basePrice?: unknown }): string {
  const [whole = '0', decimals = ''] = String(currentPrice ?? basePrice).split('.');
  return `${whole}.${decimals.padEnd(2, '0')}`;
}
