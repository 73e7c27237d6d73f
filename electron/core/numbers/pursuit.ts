import { toFailure } from '../../contract/errors.ts';
import type { NumberType } from '../../contract/settings.ts';
import type { AvailableNumber } from '../../contract/state.ts';
import type { Sessions } from '../connection.ts';
import { interrupted, orInterrupted } from '../interrupted.ts';
import type { Budgets } from '../money/budgets.ts';
import type { Price, Prices } from '../money/prices.ts';
import type { CorePorts, Purchase, PurchasedNumber, Telephony } from '../ports.ts';
import type { Preferences } from '../preferences.ts';
import type { WebhookAddress } from '../reception.ts';
import type { LeaseTerms } from './allocate.ts';
import { backoffMs } from './backoff.ts';
import { cancelled } from './lease.ts';
import type { Ledger } from './ledger.ts';
import { isHeld, type NumberRecord } from './number.ts';
import { buyNumber, isUncertain, type Asked, type Bought, type Order, type PurchaseSteps } from './purchase.ts';
import type { Turns } from './turns.ts';

/** How long to keep trying after refusals that pass by themselves, not counting the time that others had turns. */
const patienceMs = 120_000;

/** How often a failed request is repeated on its own, after a tenth of a second to 1.6 s. */
const repeats = { times: 5, firstMs: 200, longestMs: 1_600 };

/** If that does not help, all is tried again later. */
const rounds = { firstMs: 1_000, longestMs: 8_000 };

/** How long a purchase that needs no price waits for one. */
const priceGraceMs = 1_000;

const never = new Promise<never>(() => undefined);

export interface PursuitDeps {
  ports: CorePorts;
  preferences: Preferences;
  sessions: Sessions;
  webhook: WebhookAddress;
  ledger: Ledger;
  budgets: Pick<Budgets, 'assertRoom' | 'isLimited'>;
  prices: Prices;
}

/** What all pursuits share. */
export interface SharedTurns {
  reads: Turns;
  purchases: Turns;
}

/** One purchase, until a number is bought or cannot be. It holds a turn for requests, not for pauses. */
export class Pursuit {
  readonly #deps: PursuitDeps;
  readonly #turns: SharedTurns;
  readonly #numberId: string;
  readonly #terms: LeaseTerms;
  readonly #stop: AbortSignal;
  /** The end of the run, or of the wish for the number. */
  readonly #over: AbortSignal;
  /** What was found for sale, by type. */
  readonly #found = new Map<NumberType, AvailableNumber[]>();
  #until: number;

  /** `cancel`: ends all waits, but not a purchase that Twilio has been asked for. */
  constructor(
    deps: PursuitDeps,
    turns: SharedTurns,
    numberId: string,
    terms: LeaseTerms,
    { stop, cancel }: { stop: AbortSignal; cancel: AbortSignal },
  ) {
    this.#deps = deps;
    this.#turns = turns;
    this.#numberId = numberId;
    this.#terms = terms;
    this.#stop = stop;
    this.#over = AbortSignal.any([stop, cancel]);
    this.#until = deps.ports.clock.now() + patienceMs;
  }

  /**
   * `bought` writes the number down. Rejects like `buyNumber`, with LEASE_ENDED when the number is cancelled,
   * and with NOT_CONNECTED at the end of the run.
   */
  async run(bought: (bought: Bought) => Promise<void>): Promise<void> {
    let unsettled: Asked | null = null;
    for (let failures = 1; ; failures += 1) {
      try {
        return await bought(await this.#order(unsettled));
      } catch (thrown) {
        const { code, retryable } = toFailure(thrown);
        if (!retryable || this.#deps.ports.clock.now() >= this.#until) throw thrown;
        if (code === 'NUMBER_TAKEN') this.#found.clear();
        await this.#pause(thrown, backoffMs(rounds, failures, this.#deps.ports.random()));
        unsettled = this.#unsettled();
      }
    }
  }

  async #order(unsettled: Asked | null): Promise<Bought> {
    const { preferences, webhook } = this.#deps;
    this.#assertWanted();
    const { friendlyName } = this.#record();
    const { country, type, areaCode, contains, locality, capabilities } = this.#terms;
    const papers = preferences.current().papers[country] ?? null;
    const wanted = { country, type, areaCode, contains, locality, capabilities };
    const order: Order = {
      ...wanted,
      friendlyName,
      papers,
      smsUrl: await this.#unlessOver(webhook.settledWebhookUrl()),
    };
    return buyNumber(this.#steps(), order, unsettled);
  }

  #steps(): PurchaseSteps {
    const { telephony } = this.#deps.sessions.session();
    const { reads, purchases } = this.#turns;
    const listed = this.#priceList();
    return {
      search: async (query) => {
        const found =
          this.#found.get(query.type) ??
          (await this.#unlessOver(this.#repeated(() => this.#inTurn(reads, () => telephony.search(query)))));
        this.#found.set(query.type, found);
        return found;
      },
      purchase: (order, asked) => this.#inTurn(purchases, (waited) => this.#purchase(telephony, order, asked, waited)),
      find: (name) => this.#repeated(() => this.#inTurn(reads, () => telephony.findByFriendlyName(name))),
      priceOf: (country, type) => this.#priceOf(country, type, listed),
      isSpokenFor: (candidate) => this.#isSpokenFor(candidate),
      asking: (asked) => this.#asking(asked),
      pause: async (thrown, failures) => {
        if (failures > repeats.times) throw thrown;
        await this.#pause(thrown, backoffMs(repeats, failures, this.#deps.ports.random()));
      },
    };
  }

  /** Runs alongside the search; never rejects. */
  async #priceList(): Promise<void> {
    const { prices } = this.#deps;
    const read = () => prices.monthly(this.#terms.country, 'local');
    await this.#repeated(read, (_thrown, ms) => this.#atMost(ms, never)).catch(() => undefined);
  }

  // Without a limit, an unreachable price list must not keep a tester waiting: the price is noted later.
  async #priceOf(country: string, type: NumberType, listed: Promise<void>): Promise<Price['price']> {
    const { budgets, ledger, prices } = this.#deps;
    if (budgets.isLimited(ledger.holderOf(this.#record())))
      return (await this.#unlessOver(this.#repeated(() => prices.monthly(country, type)))).price;
    await this.#atMost(priceGraceMs, listed);
    return prices.known(country, type);
  }

  // Checks the limit in the same turn in which the purchase is written down: two cannot pass it together.
  async #asking(asked: Asked): Promise<void> {
    const { budgets, ledger } = this.#deps;
    const { clock } = this.#deps.ports;
    this.#assertWanted();
    budgets.assertRoom(this.#numberId, asked.price, ledger.holderOf(this.#record()));
    await ledger.changeNumber(this.#numberId, { type: 'asked', ...asked, at: clock.now() });
  }

  /** Much may have happened while it waited for its turn. */
  async #purchase(telephony: Telephony, order: Purchase, asked: Asked, waited: boolean): Promise<PurchasedNumber> {
    if (waited) await this.#asking(asked);
    // Once more: writing that down took a moment.
    this.#assertWanted();
    return telephony.purchase(order);
  }

  async #repeated<T>(
    work: () => Promise<T>,
    pause = (thrown: unknown, ms: number) => this.#pause(thrown, ms),
  ): Promise<T> {
    for (let failures = 1; ; failures += 1) {
      try {
        return await work();
      } catch (thrown) {
        if (failures > repeats.times || !toFailure(thrown).retryable) throw thrown;
        await pause(thrown, backoffMs(repeats, failures, this.#deps.ports.random()));
      }
    }
  }

  async #inTurn<T>(turns: Turns, work: (waited: boolean) => Promise<T>): Promise<T> {
    const { clock } = this.#deps.ports;
    const since = clock.now();
    return turns.run(this.#terms.country, async () => {
      const waitedMs = Math.max(0, clock.now() - since);
      this.#until += waitedMs;
      this.#assertGoesOn();
      return work(waitedMs > 0);
    });
  }

  async #pause(thrown: unknown, ms: number): Promise<void> {
    const { ledger } = this.#deps;
    const { clock } = this.#deps.ports;
    const unansweredAt = this.#unsettled() && isUncertain(thrown) ? clock.now() : null;
    await ledger.changeNumber(this.#numberId, { type: 'delayed', failure: toFailure(thrown), unansweredAt });
    await this.#atMost(ms, never);
    this.#assertWanted();
  }

  async #atMost(ms: number, work: Promise<unknown>): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = this.#deps.ports.clock.after(ms, resolve);
    await this.#unlessOver(Promise.race([promise, work])).finally(cancel);
  }

  #unlessOver<T>(work: Promise<T>): Promise<T> {
    return orInterrupted(work, this.#over);
  }

  #isSpokenFor(candidate: string): boolean {
    return this.#deps.ledger.numbers().some(({ id, life }) => {
      if (life.state === 'buying') return id !== this.#numberId && life.candidate === candidate;
      return isHeld(life) && life.holding.number === candidate;
    });
  }

  #assertGoesOn(): void {
    if (this.#stop.aborted) throw interrupted();
  }

  #assertWanted(): void {
    this.#assertGoesOn();
    const record = this.#record();
    const lease = this.#deps.ledger.openLeaseOf(record);
    const isGivenUp = lease?.life.state === 'buying' && lease.life.endWanted;
    if (isGivenUp || record.life.state !== 'buying') throw cancelled();
  }

  #record(): NumberRecord {
    const record = this.#deps.ledger.number(this.#numberId);
    if (!record) throw interrupted();
    return record;
  }

  #unsettled(): Asked | null {
    const { life } = this.#record();
    if (life.state !== 'buying' || life.candidate === null) return null;
    const { candidate, numberType, price } = life;
    return { candidate, numberType, price };
  }
}
