import type { AppState } from '../../contract/state.ts';
import type { Sessions } from '../connection.ts';
import type { Events } from '../events.ts';
import type { Inbox } from '../inbox.ts';
import { monthStart } from '../money/budget.ts';
import { Budgets } from '../money/budgets.ts';
import { LatePrices } from '../money/latePrices.ts';
import { Prices } from '../money/prices.ts';
import type { Cancel, CorePorts } from '../ports.ts';
import type { Preferences } from '../preferences.ts';
import type { WebhookAddress } from '../reception.ts';
import { LeaseQueue } from '../sharing/leaseQueue.ts';
import type { Tokens } from '../sharing/tokens.ts';
import { moveOpenLeases, moveRests, restFromNow, returnFromFuture } from './clockSet.ts';
import { Ownership } from './ownership.ts';
import { Heartbeats } from './heartbeats.ts';
import { isOpen, restAfter } from './lease.ts';
import type { LeaseBook } from './leaseBook.ts';
import { cutByLimit } from './leaseLimit.ts';
import { Leases } from './leases.ts';
import type { Ledger } from './ledger.ts';
import { Pool } from './pool.ts';
import { Purchaser } from './purchaser.ts';
import { Reconciler } from './reconciler.ts';
import { Releaser } from './releaser.ts';
import { idleCounts, isBusy, isOnItsWay } from './numberStatus.ts';
import { Maintenance } from './maintenance.ts';
import { OfRevision } from './ofRevision.ts';

type NumbersView = Pick<AppState, 'leases' | 'spending' | 'idle' | 'waiting' | 'numbersRevision'>;

export interface NumbersDeps {
  ports: CorePorts;
  preferences: Preferences;
  tokens: Pick<Tokens, 'find' | 'limitsOf'>;
  sessions: Sessions;
  webhook: WebhookAddress;
  ledger: Ledger;
  book: LeaseBook;
  inbox: Pick<Inbox, 'adopt'>;
  events: Events;
}

/** Milliseconds. */
const takeUpAgainMs = 5_000;

/** Everything that happens to numbers and leases, put together. */
export class Numbers {
  readonly ledger: Ledger;
  readonly prices: Prices;
  readonly budgets: Budgets;
  readonly heartbeats: Heartbeats;
  readonly leases: Leases;
  readonly leaseQueue: LeaseQueue;
  readonly ownership: Ownership;
  readonly #deps: NumbersDeps;
  readonly #releaser: Releaser;
  readonly #purchaser: Purchaser;
  readonly #latePrices: LatePrices;
  readonly #maintenance: Maintenance;
  readonly #reconciler: Reconciler;
  /** Callers of `givenBack`. */
  readonly #waiting = new Set<() => void>();
  /** Kept until something changes. */
  #view: NumbersView | null = null;
  readonly #idle = new OfRevision<NumbersView['idle']>();
  #revision = 0;
  /** Shows whether a run was paused while it began. */
  #runs = 0;
  #forgetClock: Cancel = () => undefined;

  constructor(deps: NumbersDeps) {
    const { ports, ledger, sessions } = deps;
    this.#deps = deps;
    this.ledger = ledger;
    this.prices = new Prices(ports.clock, () => sessions.session().telephony);
    this.budgets = new Budgets(deps);
    const parts = { ...deps, prices: this.prices, budgets: this.budgets };
    this.#releaser = new Releaser(deps);
    this.#purchaser = new Purchaser(parts);
    this.#latePrices = new LatePrices(parts);
    const pool = new Pool({ ...deps, purchaser: this.#purchaser });
    this.#maintenance = new Maintenance({ ...deps, pool, releaser: this.#releaser });
    this.heartbeats = new Heartbeats(deps);
    this.leases = new Leases({ ...deps, heartbeats: this.heartbeats, purchaser: this.#purchaser });
    this.leaseQueue = new LeaseQueue({ ...deps, leases: this.leases });
    this.ownership = new Ownership({ ...parts, leases: this.leases, releaser: this.#releaser });
    this.#reconciler = new Reconciler({ ...parts, leases: this.leases });
    this.#listen(deps.events);
  }

  #listen(events: Events): void {
    events.on('charged', (charge) => this.budgets.record(charge));
    events.on('ledgerCommitted', ({ numbers }) => this.#releaser.changed(numbers));
    events.on('ledgerCommitted', () => this.#checkGivenBack());
    events.on('ledgerCommitted', () => this.leaseQueue.changed());
    events.on('numberBought', () => this.#latePrices.look());
    events.on('numberBought', () => this.leases.watch());
    events.on('numberBought', () => this.#maintenance.tend());
    events.on('numberFreed', () => this.#maintenance.tend());
    events.on('numbersChanged', () => this.#maintenance.tend());
    events.on('ledgerCommitted', ({ numbers }) => this.#seenAnew(numbers.length > 0));
    events.on('numbersChanged', () => this.#seenAnew(true));
    for (const event of ['charged', 'waitingChanged', 'numbersTended', 'leaseCodeChanged'] as const)
      events.on(event, () => this.#seenAnew());
  }

  #seenAnew(otherNumbers = false): void {
    if (otherNumbers) this.#revision += 1;
    this.#view = null;
    this.#deps.events.emit('viewChanged');
  }

  /** Compares the ledger with the account now. Rejects with the account's AppError. */
  reconcile(): Promise<void> {
    return this.#reconciler.reconcile();
  }

  async load(account: string): Promise<void> {
    const { book, ledger, ports } = this.#deps;
    this.prices.clear();
    book.load(await ledger.load(account));
    this.#purchaser.loaded();
    this.budgets.load(await ports.history.charges(account, monthStart(ports.clock.now())));
    this.#seenAnew();
  }

  clear(): void {
    const { book, ledger } = this.#deps;
    ledger.clear();
    book.clear();
    this.budgets.load([]);
    this.#seenAnew();
  }

  /** After connecting: resumes where the records on disk say that we stopped. Never rejects: it tries again. */
  async resume(): Promise<void> {
    const { clock, log } = this.#deps.ports;
    const mine = (this.#runs += 1);
    try {
      await this.#takeUp(mine);
    } catch (thrown) {
      if (mine !== this.#runs) return;
      log.error('What was under way at the last end could not be taken up; trying again.', thrown);
      clock.after(takeUpAgainMs, () => void (mine === this.#runs && this.resume()));
    }
  }

  async #takeUp(mine: number): Promise<void> {
    const { ledger, ports } = this.#deps;
    this.#releaser.retryAll();
    this.#forgetClock();
    this.#forgetClock = ports.clock.onSet((byMs) => this.#moveWithClock(byMs));
    const now = ports.clock.now();
    await ledger.commit({
      leases: returnFromFuture(ledger.leases(), now),
      numbers: restFromNow(ledger.numbers(), now),
    });
    await this.#keepLimit();
    await this.#freeForgotten(now);
    if (mine !== this.#runs) return;
    await this.#endOrphans();
    this.leases.watch();
    this.#maintenance.start();
    this.#latePrices.start();
    await this.#purchaser.settleUncertain();
    if (mine === this.#runs) this.#reconciler.start();
  }

  /** Stops all timers; running work finishes, what waits is on disk. */
  async pause(): Promise<void> {
    this.#runs += 1;
    this.#forgetClock();
    this.#reconciler.stop();
    this.#purchaser.pause();
    await Promise.all([
      this.leases.pause(),
      this.#purchaser.settled(),
      this.#reconciler.settled(),
      this.#latePrices.stop(),
    ]);
    // A requested round still runs: a lease that ended during the pause gives its number back.
    await this.#maintenance.settled();
    this.#maintenance.stop();
    await this.#maintenance.settled();
    await this.#releaser.settled();
    this.#releaser.pause();
    this.leases.stop();
  }

  /** Resolves when every number on its way back is gone, or after `ms` milliseconds. */
  async givenBack(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = this.#deps.ports.clock.after(ms, resolve);
    this.#waiting.add(resolve);
    this.#checkGivenBack();
    await promise;
    this.#waiting.delete(resolve);
    cancel();
  }

  /** Ends what ran out meanwhile, does what is due, and checks the account. Never rejects. */
  async wake(): Promise<void> {
    this.leases.watch();
    this.leaseQueue.changed();
    this.#releaser.retryAll();
    this.#maintenance.tend();
    await this.#reconciler.wake();
  }

  async settingsChanged(): Promise<void> {
    this.#maintenance.poolChanged();
    this.leaseQueue.settingsChanged();
    await this.#keepLimit();
  }

  /** Whether a number is being bought, leased, or due to go back: without the account nobody could give it back. */
  isBusy(): boolean {
    const { ledger } = this.#deps;
    return ledger.numbers().some((number) => isBusy(ledger, number));
  }

  /** What the view shows of numbers and leases. */
  view(): NumbersView {
    const { book, ledger } = this.#deps;
    return (this.#view ??= {
      leases: book.views(),
      spending: this.budgets.all.spending(),
      idle: this.#idle.at(ledger.revision, () => idleCounts(ledger.numbers())),
      waiting: this.leaseQueue.waiting(),
      numbersRevision: this.#revision,
    });
  }

  #checkGivenBack(): void {
    const { ledger } = this.#deps;
    if (this.#waiting.size === 0 || ledger.numbers().some((number) => isOnItsWay(ledger, number))) return;
    for (const resolve of this.#waiting) resolve();
  }

  /** Running leases keep the time they had left, and so do resting numbers. */
  #moveWithClock(byMs: number): void {
    const { events, ledger, ports } = this.#deps;
    this.heartbeats.moveWithClock(byMs);
    const moved = moveOpenLeases(ledger.leases(), byMs);
    const rested = moveRests(ledger.numbers(), byMs);
    if (moved.length + rested.length === 0) return;
    ledger
      .commit({ leases: moved, numbers: rested })
      .catch((thrown: unknown) =>
        ports.log.error('The clock was set, and the leases could not be moved with it.', thrown),
      );
    if (moved.length === 0) return;
    this.leases.watch();
    events.emit('clockSet', byMs);
  }

  /** Call when the limit may have changed. Rejects with STORAGE_FAILED. */
  async #keepLimit(): Promise<void> {
    const { ledger, preferences } = this.#deps;
    const cut = cutByLimit(ledger.leases(), preferences.leaseLimit());
    if (cut.length === 0) return;
    await ledger.commit({ leases: cut });
    this.leases.watch();
  }

  /** Ends leases whose token was removed while the host was off or used another account. */
  async #endOrphans(): Promise<void> {
    const { ledger, tokens } = this.#deps;
    const orphans = ledger
      .leases()
      .filter(({ holder, life }) => isOpen(life) && holder !== null && !tokens.find(holder));
    for (const { id } of orphans) await this.leases.end(id);
  }

  /** Frees numbers that only seem leased: the app died while letting them go. */
  async #freeForgotten(now: number): Promise<void> {
    const { ledger } = this.#deps;
    for (const number of ledger.numbers()) {
      if (ledger.openLeaseOf(number) !== null) continue;
      const last = number.leaseId === null ? null : ledger.lease(number.leaseId);
      await ledger.changeNumber(number.id, { type: 'idle', at: now, rest: last && restAfter(last, now) });
    }
  }
}
