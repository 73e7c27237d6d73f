import { AppError, appError, toFailure } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { Events } from '../events.ts';
import type { Inbox } from '../inbox.ts';
import { interrupted } from '../interrupted.ts';
import type { Cancel, LedgerChange } from '../ports.ts';
import { holdingFrom } from './adopt.ts';
import type { LeaseTerms } from './allocate.ts';
import { entryOf } from './entries.ts';
import { cancelled, type LeaseRecord } from './lease.ts';
import { advanceNumber, isOwned, type NumberLife, type NumberRecord } from './number.ts';
import { PurchaseUncertain, type Bought } from './purchase.ts';
import { Pursuit, type PursuitDeps, type SharedTurns } from './pursuit.ts';
import { Turns } from './turns.ts';
import { english } from '../../contract/words/english.ts';

const say = phrases.numbers;

/** Twilio recommends one or two purchases at a time. */
const purchasesAtOnce = { atOnce: 2, overdueMs: 1_000 };
const readsAtOnce = { atOnce: 8, overdueMs: 1_000 };

/** The wait between two attempts to find out how a purchase ended. */
const askAgainMs = 15_000;

/** After a crash Twilio may still work on a request: only after this time does "not there" mean "not bought". */
const settlingMs = 5_000;

/** How long Twilio may still work on a request that was given up. */
const lateMs = 30_000;

export interface PurchaserDeps extends PursuitDeps {
  /** Takes in messages that came before a lease had the number. */
  inbox: Pick<Inbox, 'adopt'>;
  events: Events;
}

/** Makes the purchase that a `buying` number stands for, and finds out after a crash how it ended. */
export class Purchaser {
  #deps: PurchaserDeps;
  #turns: SharedTurns;
  #leftBehind = new Set<string>();
  /** When these were read. Milliseconds since the epoch. */
  #loadedAt = 0;
  #buying = new Map<string, { done: Promise<void>; cancel: AbortController }>();
  #cancelAsk: Cancel = () => undefined;
  #stop = new AbortController();

  constructor(deps: PurchaserDeps) {
    this.#deps = deps;
    const { clock } = deps.ports;
    this.#turns = { reads: new Turns(clock, readsAtOnce), purchases: new Turns(clock, purchasesAtOnce) };
  }

  /** Call when the records were read: purchases under way then are those of an earlier run. */
  loaded(): void {
    const buying = this.#deps.ledger.numbers().filter(({ life }) => life.state === 'buying');
    this.#leftBehind = new Set(buying.map(({ id }) => id));
    this.#loadedAt = this.#deps.ports.clock.now();
  }

  /** Rejects with the reason if nothing was bought, or if that is not known yet. */
  buy(numberId: string, terms: LeaseTerms): Promise<void> {
    const cancel = new AbortController();
    const signals = { stop: this.#stop.signal, cancel: cancel.signal };
    const pursuit = new Pursuit(this.#deps, this.#turns, numberId, terms, signals);
    const done = pursuit
      .run((bought) => this.#bought(numberId, bought))
      .catch(async (thrown: unknown) => {
        if (signals.stop.aborted) throw interrupted();
        const isCancelled = signals.cancel.aborted;
        throw thrown instanceof PurchaseUncertain || (isCancelled && this.#isUnanswered(numberId))
          ? this.#uncertain(isCancelled)
          : await this.#failed(numberId, isCancelled ? cancelled() : thrown);
      })
      .finally(() => this.#buying.delete(numberId));
    this.#buying.set(numberId, { done, cancel });
    return done;
  }

  /** The number is no longer wanted. What Twilio was asked for already is waited for. */
  cancel(numberId: string): void {
    this.#buying.get(numberId)?.cancel.abort(cancelled());
  }

  /** Resolves when no purchase is under way. */
  async settled(): Promise<void> {
    await Promise.allSettled([...this.#buying.values()].map(({ done }) => done));
  }

  /** Asks the account about every purchase with an open outcome: bought ones go on, the others failed. */
  async settleUncertain(): Promise<void> {
    this.#cancelAsk();
    if (this.#stop.signal.aborted) this.#stop = new AbortController();
    for (const number of this.#deps.ledger.numbers()) {
      if (number.life.state !== 'buying' || this.#buying.has(number.id)) continue;
      // A purchase of this run not requested yet will be soon: its record is being written.
      if (number.life.sentAt === null && !this.#leftBehind.has(number.id)) continue;
      try {
        await this.#settle(number, number.life);
      } catch (thrown) {
        this.#deps.ports.log.warn(`A purchase could not be looked up yet: ${english(toFailure(thrown).message)}`);
        this.#askLater(askAgainMs);
      }
    }
  }

  /** Ends what waits; the next start resumes from the records on disk. */
  pause(): void {
    this.#cancelAsk();
    this.#stop.abort();
  }

  #record(numberId: string): NumberRecord {
    const record = this.#deps.ledger.number(numberId);
    if (!record) throw interrupted();
    return record;
  }

  async #settle(number: NumberRecord, life: Extract<NumberLife, { state: 'buying' }>): Promise<void> {
    const { sessions } = this.#deps;
    const { clock, log } = this.#deps.ports;
    const [found] =
      life.sentAt === null ? [] : await sessions.session().telephony.findByFriendlyName(number.friendlyName);
    if (found) {
      log.info(`Found ${found.phoneNumber}, whose purchase had been interrupted.`);
      return this.#bought(number.id, { number: found, type: life.numberType, monthlyPrice: life.price });
    }
    // No longer than that, even if the clock was set back meanwhile.
    // What another run asked for may still be under way, and that run may have had another clock.
    const from = this.#leftBehind.has(number.id) ? this.#loadedAt : life.sentAt;
    const wait = from === null || life.sentAt === null ? 0 : Math.min(settlingMs, from + settlingMs - clock.now());
    if (wait > 0) return this.#askLater(wait);
    const lease = this.#deps.ledger.openLeaseOf(number);
    const isCancelled = lease?.life.state === 'buying' && lease.life.endWanted;
    const cutShort = appError('TWILIO_UNREACHABLE', say.interrupted, say.takeAgain, { retryable: true });
    await this.#failed(number.id, isCancelled ? cancelled() : cutShort);
  }

  async #bought(numberId: string, bought: Bought): Promise<void> {
    const { events, inbox, ledger } = this.#deps;
    const { clock } = this.#deps.ports;
    const now = clock.now();
    const before = this.#record(numberId).life;
    const unansweredAt = before.state === 'buying' ? before.unansweredAt : null;
    const holdUntil = unansweredAt === null ? null : unansweredAt + lateMs;
    const holding = { ...holdingFrom(bought, now, 0), holdUntil };
    const number = ledger.numberAfter(numberId, { type: 'bought', holding });
    if (!number) return;
    const lease = this.#leaseAfterPurchase(number, now);
    const entries = [entryOf('purchase', number, { at: now, lease, amount: holding.monthlyPrice })];
    const leased = lease?.life.state === 'active';
    if (leased) entries.push(entryOf('leaseStarted', number, { at: now, lease }));
    await ledger.commit({ numbers: [leased ? number : idle(number, now)], leases: lease ? [lease] : [], entries });
    events.emit('numberBought', lease);
    if (lease) await inbox.adopt(lease);
  }

  #leaseAfterPurchase(number: NumberRecord, now: number): LeaseRecord | null {
    const { ledger } = this.#deps;
    const lease = ledger.openLeaseOf(number);
    if (!lease || !isOwned(number.life)) return null;
    const { number: e164, numberSid, type, monthlyPrice } = number.life.holding;
    const leased = { number: e164, numberSid, type, monthlyPrice };
    return ledger.leaseAfter(lease.id, { type: 'bought', leased, at: now, expiresAt: now + lease.ttlSeconds * 1000 });
  }

  async #failed(numberId: string, thrown: unknown): Promise<AppError> {
    const { ledger } = this.#deps;
    const { clock, log } = this.#deps.ports;
    const failure = toFailure(thrown);
    if (!(thrown instanceof AppError)) log.error('A purchase failed unexpectedly.', thrown);
    const event = { type: 'purchaseFailed', failure, at: clock.now() } as const;
    const number = ledger.numberAfter(numberId, event);
    if (!number) return new AppError(failure);
    const lease = ledger.openLeaseOf(number);
    const after = lease && ledger.leaseAfter(lease.id, event);
    const entries = [entryOf('purchaseFailed', number, { at: event.at, lease, note: failure.message })];
    const change: LedgerChange = { numbers: [number], leases: after ? [after] : [], entries };
    await ledger.commit(change).catch((problem: unknown) => {
      // Nobody else would end it.
      this.#leftBehind.add(numberId);
      this.#askLater(askAgainMs);
      throw problem;
    });
    return new AppError(failure);
  }

  /** Whether Twilio may still carry out a purchase. */
  #isUnanswered(numberId: string): boolean {
    const { life } = this.#record(numberId);
    return life.state === 'buying' && life.unansweredAt !== null;
  }

  #uncertain(isCancelled: boolean): AppError {
    this.#askLater(isCancelled ? settlingMs : askAgainMs);
    return isCancelled
      ? appError('LEASE_ENDED', say.cancelledOpen, say.cancelledOpenHint)
      : appError('TWILIO_UNREACHABLE', say.uncertain, say.uncertainHint, { retryable: true });
  }

  #askLater(ms: number): void {
    this.#cancelAsk();
    if (this.#stop.signal.aborted) return;
    this.#cancelAsk = this.#deps.ports.clock.after(ms, () => void this.settleUncertain());
  }
}

function idle(number: NumberRecord, at: number): NumberRecord {
  const life = advanceNumber(number.life, { type: 'idle', at, rest: null });
  return life ? { ...number, life } : number;
}
