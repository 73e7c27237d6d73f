import { iso } from '../../contract/time.ts';
import type { NumberType } from '../../contract/settings.ts';
import type { Money } from '../../contract/state.ts';
import type { Clock, PriceList, Telephony } from '../ports.ts';

/** Prices rarely change, but every search asks. */
const keptMs = 3_600_000;

interface Kept {
  at: number;
  list: PriceList;
}

export interface Price {
  /** null when Twilio's list has no such number. */
  price: Money | null;
  /** When the list was read (ISO 8601). */
  asOf: string;
}

/** Twilio's monthly prices, kept for an hour; longer while they cannot be read again. */
export class Prices {
  #clock: Clock;
  #telephony: () => Telephony;
  #kept = new Map<string, Kept>();
  #asking = new Map<string, Promise<Kept>>();

  constructor(clock: Clock, telephony: () => Telephony) {
    this.#clock = clock;
    this.#telephony = telephony;
  }

  /** Rejects with the account's AppError if the list was never read. */
  async monthly(country: string, type: NumberType): Promise<Price> {
    const { at, list } = await this.#list(country);
    return { price: list[type] ?? null, asOf: iso(at) };
  }

  /** What is known without asking. */
  known(country: string, type: NumberType): Money | null {
    return this.#kept.get(country)?.list[type] ?? null;
  }

  /** Another account may have other prices. */
  clear(): void {
    this.#kept.clear();
    this.#asking.clear();
  }

  async #list(country: string): Promise<Kept> {
    const kept = this.#kept.get(country);
    if (kept && this.#clock.now() - kept.at < keptMs) return kept;
    try {
      return await (this.#asking.get(country) ?? this.#ask(country));
    } catch (thrown) {
      if (kept) return kept;
      throw thrown;
    }
  }

  #ask(country: string): Promise<Kept> {
    const asking = this.#read(country).finally(() => {
      if (this.#asking.get(country) === asking) this.#asking.delete(country);
    });
    this.#asking.set(country, asking);
    return asking;
  }

  async #read(country: string): Promise<Kept> {
    const telephony = this.#telephony();
    const kept = { at: this.#clock.now(), list: await telephony.monthlyPrices(country) };
    if (telephony === this.#telephony()) this.#kept.set(country, kept);
    return kept;
  }
}
