import { toFailure } from '../../contract/errors.ts';
import type { Money } from '../../contract/state.ts';
import type { Sessions } from '../connection.ts';
import type { Events } from '../events.ts';
import { orInterrupted } from '../interrupted.ts';
import { describeNumber } from '../numbers/describeNumber.ts';
import { leasedOf, type LeaseRecord } from '../numbers/lease.ts';
import type { Ledger } from '../numbers/ledger.ts';
import { holdingOf, type NumberRecord } from '../numbers/number.ts';
import type { Cancel, CorePorts, LedgerChange, UnpricedCharge } from '../ports.ts';
import type { Prices } from './prices.ts';
import { english } from '../../contract/words/english.ts';

/** How soon to ask again when the price list was out of reach. */
const againMs = 60_000;

export interface LatePricesDeps {
  ports: CorePorts;
  sessions: Sessions;
  ledger: Ledger;
  prices: Prices;
  events: Events;
}

/** Notes the prices of numbers bought while the price list was out of reach. */
export class LatePrices {
  readonly #deps: LatePricesDeps;
  #cancel: Cancel = () => undefined;
  #running: Promise<void> | null = null;
  #stop = new AbortController();

  constructor(deps: LatePricesDeps) {
    this.#deps = deps;
  }

  /** Notes the prices it can get now, and the others later. */
  start(): void {
    if (this.#stop.signal.aborted) this.#stop = new AbortController();
    this.look();
  }

  /** Call when a number was bought without a price. */
  look(): void {
    this.#cancel();
    const { signal } = this.#stop;
    if (signal.aborted) return;
    this.#running ??= this.#complete(signal)
      .catch((thrown: unknown) => this.#later(thrown, signal))
      .finally(() => (this.#running = null));
  }

  /** Stops the timer, and waits for running work. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#cancel();
    await this.#running;
  }

  #later(thrown: unknown, signal: AbortSignal): void {
    if (signal.aborted) return;
    this.#deps.ports.log.warn(`A number's price could not be noted yet: ${english(toFailure(thrown).message)}`);
    this.#cancel = this.#deps.ports.clock.after(againMs, () => this.look());
  }

  async #complete(signal: AbortSignal): Promise<void> {
    const { events, ledger, sessions } = this.#deps;
    const { history } = this.#deps.ports;
    const charges = Map.groupBy(await history.unpriced(sessions.session().accountSid), ({ numberSid }) => numberSid);
    for (const [numberSid, charged] of charges) {
      const price = await orInterrupted(this.#priceOf(charged), signal);
      if (!price) continue;
      await ledger.commit(priced(ledger, numberSid, price));
      for (const { at, holder } of charged) events.emit('charged', { at, amount: price, holder });
    }
  }

  /** null if Twilio's list does not say. Rejects if it cannot be read. */
  async #priceOf([charge]: UnpricedCharge[]): Promise<Money | null> {
    if (!charge) return null;
    const number = this.#deps.ledger.numberBySid(charge.numberSid);
    const type = (number && holdingOf(number.life)?.type) ?? (await describeNumber(charge.number)).type;
    return type && (await this.#deps.prices.monthly(charge.country, type)).price;
  }
}

function priced(ledger: Ledger, numberSid: string, price: Money): LedgerChange {
  const leases = ledger.leases().map((lease) => pricedLease(lease, numberSid, price));
  const number = ledger.numberBySid(numberSid);
  return {
    prices: [{ numberSid, price }],
    numbers: number ? [pricedNumber(number, price)] : [],
    leases: leases.filter((lease) => lease !== null),
  };
}

function pricedNumber(number: NumberRecord, monthlyPrice: Money): NumberRecord {
  const { life } = number;
  return 'holding' in life ? { ...number, life: { ...life, holding: { ...life.holding, monthlyPrice } } } : number;
}

function pricedLease(lease: LeaseRecord, numberSid: string, monthlyPrice: Money): LeaseRecord | null {
  const { life } = lease;
  const leased = leasedOf(life);
  if (!('leased' in life) || leased?.numberSid !== numberSid || leased.monthlyPrice !== null) return null;
  return { ...lease, life: { ...life, leased: { ...leased, monthlyPrice } } };
}
