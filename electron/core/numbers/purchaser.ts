import pLimit from 'p-limit';
import { AppError, appError, toFailure } from '../../contract/errors.ts';
import { numbers } from '../../contract/sentences/numbers.ts';
import { phrases } from '../../contract/sentences/sentence.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Budgets } from '../money/budgets.ts';
import type { Prices } from '../money/prices.ts';
import type { Cancel, Clock, LedgerChange, Logger, Telephony } from '../ports.ts';
import { interrupted, orInterrupted } from '../interrupted.ts';
import { holdingFrom } from './adopt.ts';
import type { Wish } from './allocate.ts';
import { backoffMs } from './backoff.ts';
import { entryOf } from './entries.ts';
import { leaseEnded, type LeaseRecord } from './lease.ts';
import type { Ledger } from './ledger.ts';
import type { NumberLife, NumberRecord } from './number.ts';
import { buyNumber, isUncertain, PurchaseUncertain, type Bought, type Asked } from './purchase.ts';

const say = phrases(numbers);

/** Twilio asks for one or two purchases at a time. */
const purchasesAtOnce = 2;

/** For so long a wish is pursued through refusals that pass by themselves. */
const patienceMs = 120_000;
const retries = { firstMs: 1_000, longestMs: 15_000 };

/** Between two attempts to find out what became of a purchase. */
const askAgainMs = 15_000;

/** Twilio may still be at work on a request whose asker died: only after this time does "not there" mean "not bought". */
const settlingMs = 5_000;

/** For so long Twilio may be at work on a request that was given up. */
const lateMs = 30_000;

export interface PurchaserDeps {
  ledger: Ledger;
  budgets: Pick<Budgets, 'assertRoom'>;
  prices: Prices;
  clock: Clock;
  log: Logger;
  random(): number;
  settings(): Settings;
  session(): { telephony: Telephony };
  /** Waits a moment for a tunnel that is connecting; null when messages are to be read from Twilio's list. */
  smsUrl(): Promise<string | null>;
  /** A number is ours, for this lease if it was bought for one. */
  onBought(lease: LeaseRecord | null): Promise<void>;
}

/** Carries out the intent that a `buying` number stands for, and finds out what became of it after a crash. */
export class Purchaser {
  #deps: PurchaserDeps;
  #slots = pLimit(purchasesAtOnce);
  #leftBehind = new Set<string>();
  #buying = new Map<string, Promise<void>>();
  #cancelAsk: Cancel = () => undefined;
  #stop = new AbortController();

  constructor(deps: PurchaserDeps) {
    this.#deps = deps;
  }

  /** To be called when the records were read: purchases that are under way now are those of an earlier run. */
  loaded(): void {
    const buying = this.#deps.ledger.numbers().filter(({ life }) => life.state === 'buying');
    this.#leftBehind = new Set(buying.map(({ id }) => id));
  }

  /** Rejects with the reason when nothing was bought. */
  buy(numberId: string, wish: Wish): Promise<void> {
    const until = this.#deps.clock.now() + patienceMs;
    const buying = this.#slots(() => this.#pursue(numberId, wish, until))
      .catch(async (thrown: unknown) => {
        if (this.#stop.signal.aborted) throw interrupted();
        throw thrown instanceof PurchaseUncertain ? this.#uncertain() : await this.#failed(numberId, thrown);
      })
      .finally(() => this.#buying.delete(numberId));
    this.#buying.set(numberId, buying);
    return buying;
  }

  /** Resolves when no purchase is under way. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#buying.values());
  }

  /** Asks the account about every purchase whose end is not known: bought ones go on, the others failed. */
  async settleUncertain(): Promise<void> {
    this.#cancelAsk();
    if (this.#stop.signal.aborted) this.#stop = new AbortController();
    for (const number of this.#deps.ledger.numbers()) {
      if (number.life.state !== 'buying' || this.#buying.has(number.id)) continue;
      // One of this run that was never asked for is about to be: its record is being written.
      if (number.life.sentAt === null && !this.#leftBehind.has(number.id)) continue;
      try {
        await this.#settle(number, number.life);
      } catch (thrown) {
        this.#deps.log.warn(`A purchase could not be looked up yet: ${toFailure(thrown).message}`);
        this.#askLater(askAgainMs);
      }
    }
  }

  /** Ends what waits; the records on disk let the next start go on. */
  pause(): void {
    this.#cancelAsk();
    this.#stop.abort();
  }

  // The patience is that of who asked: it does not begin anew with a turn that came late.
  async #pursue(numberId: string, wish: Wish, until: number): Promise<void> {
    const { clock, random } = this.#deps;
    let unsettled: Asked | null = null;
    for (let failures = 1; ; failures += 1) {
      try {
        return await this.#bought(numberId, await this.#order(numberId, wish, unsettled));
      } catch (thrown) {
        if (!toFailure(thrown).retryable || clock.now() >= until) throw thrown;
        await this.#delayed(numberId, thrown);
        unsettled = this.#unsettledOf(numberId);
        await this.#wait(backoffMs(retries, failures, random()));
      }
    }
  }

  async #delayed(id: string, thrown: unknown): Promise<void> {
    const unansweredAt = this.#unsettledOf(id) && isUncertain(thrown) ? this.#deps.clock.now() : null;
    await this.#deps.ledger.changeNumber(id, { type: 'delayed', failure: toFailure(thrown), unansweredAt });
  }

  async #order(numberId: string, wish: Wish, unsettled: Asked | null): Promise<Bought> {
    const { prices, session, settings, smsUrl } = this.#deps;
    if (this.#stop.signal.aborted) throw interrupted();
    this.#assertWanted(numberId);
    const { friendlyName } = this.#record(numberId);
    const steps = {
      telephony: session().telephony,
      priceOf: (country: string, type: Parameters<Prices['monthly']>[1]) => prices.monthly(country, type),
      isSpokenFor: (candidate: string) => this.#isSpokenFor(candidate, numberId),
      asking: (candidate: Asked) => this.#asking(numberId, candidate),
    };
    const { country, type, areaCode, contains, locality, capabilities } = wish;
    const papers = settings().papers[country] ?? null;
    const order = {
      country,
      type,
      areaCode,
      contains,
      locality,
      capabilities,
      friendlyName,
      papers,
      smsUrl: await smsUrl(),
    };
    return buyNumber(steps, order, unsettled);
  }

  // The limit is checked in the turn in which the purchase is written down: two at a time cannot pass it together.
  async #asking(id: string, asked: Asked): Promise<void> {
    if (this.#stop.signal.aborted) throw interrupted();
    this.#assertWanted(id);
    this.#deps.budgets.assertRoom(id, asked.price, this.#deps.ledger.holderOf(this.#record(id)));
    await this.#deps.ledger.changeNumber(id, { type: 'asked', ...asked, at: this.#deps.clock.now() });
  }

  #isSpokenFor(candidate: string, exceptId: string): boolean {
    return this.#deps.ledger.numbers().some(({ id, life }) => {
      if (life.state === 'buying') return id !== exceptId && life.candidate === candidate;
      return (life.state === 'owned' || life.state === 'releasing') && life.holding.number === candidate;
    });
  }

  #assertWanted(numberId: string): void {
    const lease = this.#deps.ledger.openLeaseOf(this.#record(numberId));
    if (lease?.life.state === 'buying' && lease.life.endWanted) throw leaseEnded(lease.id);
  }

  #record(numberId: string): NumberRecord {
    const record = this.#deps.ledger.number(numberId);
    if (!record) throw interrupted();
    return record;
  }

  #unsettledOf(numberId: string): Asked | null {
    const { life } = this.#record(numberId);
    if (life.state !== 'buying' || life.candidate === null) return null;
    const { candidate, numberType, price } = life;
    return { candidate, numberType, price };
  }

  async #wait(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = this.#deps.clock.after(ms, resolve);
    await orInterrupted(promise, this.#stop.signal).finally(cancel);
  }

  async #settle(number: NumberRecord, life: Extract<NumberLife, { state: 'buying' }>): Promise<void> {
    const { clock, log, session } = this.#deps;
    const [found] = life.sentAt === null ? [] : await session().telephony.findByFriendlyName(number.friendlyName);
    if (found) {
      log.info(`Found ${found.phoneNumber}, whose purchase had been interrupted.`);
      return this.#bought(number.id, { number: found, type: life.numberType, monthlyPrice: life.price });
    }
    // No longer than that, also when the clock was set back meanwhile.
    const wait = life.sentAt === null ? 0 : Math.min(settlingMs, life.sentAt + settlingMs - clock.now());
    if (wait > 0) return this.#askLater(wait);
    const failure = appError('TWILIO_UNREACHABLE', say.interrupted, say.takeAgain, { retryable: true });
    await this.#failed(number.id, failure);
  }

  async #bought(numberId: string, bought: Bought): Promise<void> {
    const { clock, ledger, onBought } = this.#deps;
    const now = clock.now();
    const before = this.#record(numberId).life;
    const unansweredAt = before.state === 'buying' ? before.unansweredAt : null;
    const holdUntil = unansweredAt === null ? null : unansweredAt + lateMs;
    const holding = { ...holdingFrom(bought, now, 0), holdUntil };
    const number = ledger.numberAfter(numberId, { type: 'bought', holding, idleSince: null });
    if (!number) return;
    const lease = this.#leaseAfterPurchase(number, now);
    const entries = [entryOf('purchase', number, { at: now, lease, amount: holding.monthlyPrice })];
    const leased = lease?.life.state === 'active';
    if (leased) entries.push(entryOf('leaseStarted', number, { at: now, lease }));
    await ledger.commit({ numbers: [leased ? number : idle(number, now)], leases: lease ? [lease] : [], entries });
    await onBought(lease);
  }

  #leaseAfterPurchase(number: NumberRecord, now: number): LeaseRecord | null {
    const { ledger } = this.#deps;
    const lease = ledger.openLeaseOf(number);
    if (!lease || number.life.state !== 'owned') return null;
    const { number: e164, numberSid, type, monthlyPrice } = number.life.holding;
    const leased = { number: e164, numberSid, type, monthlyPrice };
    return ledger.leaseAfter(lease.id, { type: 'bought', leased, at: now, expiresAt: now + lease.ttlSeconds * 1000 });
  }

  async #failed(numberId: string, thrown: unknown): Promise<AppError> {
    const { clock, ledger, log } = this.#deps;
    const failure = toFailure(thrown);
    if (!(thrown instanceof AppError)) log.error('A purchase failed unexpectedly.', thrown);
    const event = { type: 'purchaseFailed', failure, at: clock.now() } as const;
    const number = ledger.numberAfter(numberId, event);
    if (!number) return new AppError(failure);
    const lease = ledger.openLeaseOf(number);
    const after = lease && ledger.leaseAfter(lease.id, event);
    const entries = [entryOf('purchaseFailed', number, { at: event.at, lease, note: failure.message })];
    const change: LedgerChange = { numbers: [number], leases: after ? [after] : [], entries };
    await ledger.commit(change);
    return new AppError(failure);
  }

  #uncertain(): AppError {
    this.#askLater(askAgainMs);
    return appError('TWILIO_UNREACHABLE', say.uncertain, say.uncertainHint, { retryable: true });
  }

  #askLater(ms: number): void {
    this.#cancelAsk();
    if (this.#stop.signal.aborted) return;
    this.#cancelAsk = this.#deps.clock.after(ms, () => void this.settleUncertain());
  }
}

function idle(number: NumberRecord, at: number): NumberRecord {
  return number.life.state === 'owned' ? { ...number, life: { ...number.life, idleSince: at } } : number;
}
