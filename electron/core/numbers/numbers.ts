import type { LimitName, Settings } from '../../contract/settings.ts';
import type { WaitingRequest } from '../../contract/sharing.ts';
import type { IdleCount, Lease, Spending } from '../../contract/state.ts';
import { monthStart } from '../money/budget.ts';
import { Budgets } from '../money/budgets.ts';
import { LatePrices } from '../money/latePrices.ts';
import { Prices } from '../money/prices.ts';
import { Desk } from '../sharing/desk.ts';
import type { TokenLimits } from '../sharing/tokens.ts';
import type { Cancel, Clock, History, Logger, PurchasedNumber, Telephony } from '../ports.ts';
import { moveOpenLeases, returnFromFuture } from './clockSet.ts';
import { Custody } from './custody.ts';
import { isOpen, type LeaseRecord } from './lease.ts';
import { LeaseBook } from './leaseBook.ts';
import { Heartbeats } from './heartbeats.ts';
import { cutByLimit, type LeaseLimit } from './leaseLimit.ts';
import { Leases } from './leases.ts';
import { Ledger } from './ledger.ts';
import type { NumberRecord } from './number.ts';
import { buyForPool } from './pool.ts';
import { Purchaser } from './purchaser.ts';
import { Reconciler } from './reconciler.ts';
import { Releaser } from './releaser.ts';
import { pointTo } from './reroute.ts';
import { idleCounts, isBusy, isOnItsWay, purchasesUnderWay } from './standing.ts';
import { Steward } from './steward.ts';

export interface NumbersDeps {
  clock: Clock;
  history: History;
  log: Logger;
  random(): number;
  newId(): string;
  settings(): Settings;
  /** See BudgetDeps. */
  unknownLimits(): readonly LimitName[];
  leaseLimit(): LeaseLimit;
  /** Of the token of this name; null when there is none (any more). */
  limitsOf(holder: string): TokenLimits | null;
  setPoolSize(size: number): void;
  installation(): string;
  /** Throws NOT_CONNECTED. */
  session(): { accountSid: string; telephony: Telephony };
  /** The URL at which webhooks arrive now; null while none can. */
  webhookUrl(): string | null;
  /** The same, after a moment's patience while the tunnel connects. */
  settledWebhookUrl(): Promise<string | null>;
  onLease(lease: Lease): void;
  /** What is seen of leases and figures may have changed. */
  onView(): void;
  /** A lease has a new code, and nothing else has changed. */
  onCode(): void;
  /** The list of owned numbers may have changed. */
  onNumbers(): void;
  onActiveChanged(): void;
  /** Every webhook URL of this run. */
  givenUrls(): string[];
  /** Numbers call another webhook than was known: one of ours is to be put right, another's messages are only listed. */
  onWebhooks(): void;
  /** A lease is over: its last messages may be in Twilio's list alone. */
  onEnded(leaseId: string): void;
  /** The clock is not where it should be: the computer slept, or it was changed. */
  onJump(): void;
  /** Running leases were moved with the clock, which was set by so many milliseconds. */
  onClockSet(byMs: number): void;
  onBought(lease: LeaseRecord | null): Promise<void>;
  /** A number of ours that the ledger had lost is in it again; when it was bought, milliseconds since the epoch. */
  onRecovered(boughtAt: number): void;
  onStrays(strays: PurchasedNumber[]): void;
  /** Somebody else has changed where messages to this number go. */
  onDiverted(number: string): void;
  onPoolTrouble(reason: unknown): void;
  onReleaseTrouble(number: NumberRecord): void;
}

/** Everything that happens to numbers and leases, put together. */
export function createNumbers(deps: NumbersDeps) {
  const { clock, history, log, session, settings } = deps;
  const ledger: Ledger = new Ledger({
    history,
    onChange: (leaseIds, numberIds) => {
      releaser.changed(numberIds);
      for (const check of [...waiting]) check();
      desk.changed();
      for (const id of leaseIds) deps.onLease(book.view(id));
      deps.onView();
      if (numberIds.length > 0) deps.onNumbers();
    },
    onCharge: (charge) => budgets.record(charge),
    leaseLimit: deps.leaseLimit,
  });
  const book = new LeaseBook(ledger, (id) => {
    deps.onLease(book.view(id));
    deps.onCode();
  });
  const budgets = new Budgets({ ...deps, underWay: () => purchasesUnderWay(ledger) });
  const budget = budgets.all;
  const prices = new Prices(clock, () => session().telephony);
  const releaser = new Releaser({ ...deps, ledger, onTrouble: deps.onReleaseTrouble });
  const latePrices = new LatePrices({
    ...{ ledger, history, prices, clock, log, session },
    onCharge: (charge) => {
      budgets.record(charge);
      deps.onView();
    },
  });
  const purchaser = new Purchaser({
    ...deps,
    ledger,
    budgets,
    prices,
    smsUrl: deps.settledWebhookUrl,
    onBought: async (lease) => {
      leases.watch();
      steward.tend();
      latePrices.look();
      await deps.onBought(lease);
    },
  });
  const buy = purchaser.buy.bind(purchaser);
  /** Who waits for numbers to be gone. */
  const waiting = new Set<() => void>();
  /** Tells a run that was paused while it began. */
  let runs = 0;
  const steward = new Steward({
    clock,
    ledger,
    log,
    settings,
    release: (id) => releaser.release(id),
    buyForPool: () => buyForPool({ ...deps, ledger, buy }),
    onPoolTrouble: deps.onPoolTrouble,
    onRound: deps.onView,
  });
  const heartbeats = new Heartbeats({ book, clock, ledger });
  const leases = new Leases({
    ...deps,
    ledger,
    book,
    heartbeats,
    buy,
    onReused: async (numberId) => {
      const url = deps.webhookUrl();
      if (url !== null) await pointTo({ ledger, telephony: session().telephony, log }, numberId, url);
      deps.onActiveChanged();
    },
    onIdle: () => steward.tend(),
  });
  const desk: Desk = new Desk({ ...deps, ledger, leases, onWaiting: deps.onView });
  const endLease = (id: string) => leases.end(id);
  const onChanged = () => {
    steward.tend();
    deps.onNumbers();
  };
  let forgetClock: Cancel = () => undefined;
  const custody = new Custody({ ...deps, ledger, prices, endLease, release: (id) => releaser.release(id), onChanged });
  const reconciler = new Reconciler({ ...deps, ledger, prices, endLease, onChanged });

  /** What runs has as much of its time left as before. */
  function moveWithClock(byMs: number): void {
    heartbeats.moveWithClock(byMs);
    const moved = moveOpenLeases(ledger.leases(), byMs);
    if (moved.length === 0) return;
    ledger
      .commit({ leases: moved })
      .catch((thrown: unknown) => log.error('The clock was set, and the leases could not be moved with it.', thrown));
    leases.watch();
    deps.onClockSet(byMs);
  }

  /** To be called when the limit may be another. Rejects with STORAGE_FAILED. */
  async function keepLimit(): Promise<void> {
    const cut = cutByLimit(ledger.leases(), deps.leaseLimit());
    if (cut.length === 0) return;
    await ledger.commit({ leases: cut });
    leases.watch();
  }

  /** Leases whose token was removed while the host was off, or connected with another account. */
  async function endOrphans(): Promise<void> {
    const orphans = ledger
      .leases()
      .filter(({ holder, life }) => isOpen(life) && holder !== null && !deps.limitsOf(holder));
    for (const { id } of orphans) await leases.end(id);
  }

  return {
    ledger,
    book,
    leases,
    desk,
    heartbeats,
    prices,
    budget,
    budgets,
    custody,
    reconcile: () => reconciler.reconcile(),
    async load(account: string): Promise<void> {
      prices.clear();
      book.load(await ledger.load(account));
      purchaser.loaded();
      budgets.load(await history.charges(account, monthStart(clock.now())));
      deps.onView();
    },
    clear(): void {
      ledger.clear();
      book.clear();
      budgets.load([]);
      deps.onView();
    },
    /** After a connection: goes on where the records on disk say that we stopped. */
    async resume(): Promise<void> {
      releaser.retryAll();
      const mine = (runs += 1);
      forgetClock();
      forgetClock = clock.onSet(moveWithClock);
      const now = clock.now();
      await ledger.commit({ leases: returnFromFuture(ledger.leases(), now) });
      await keepLimit();
      await freeForgotten(ledger, now);
      if (mine !== runs) return;
      await endOrphans();
      leases.watch();
      steward.start();
      latePrices.start();
      await purchaser.settleUncertain();
      if (mine === runs) reconciler.start();
    },
    /** Stops all timers; what is under way ends, what waits is on disk. */
    async pause(): Promise<void> {
      runs += 1;
      forgetClock();
      reconciler.stop();
      purchaser.pause();
      await Promise.all([leases.pause(), purchaser.settled(), reconciler.settled(), latePrices.stop()]);
      // A round that is called for is held: a lease that was ended on the way out gives its number back.
      await steward.settled();
      steward.stop();
      await steward.settled();
      await releaser.settled();
      releaser.pause();
      leases.stop();
    },
    /** Resolves when every number that is on its way back is gone, or after so many milliseconds. */
    async givenBack(ms: number): Promise<void> {
      const { promise, resolve } = Promise.withResolvers<void>();
      const check = () => {
        if (!ledger.numbers().some((number) => isOnItsWay(ledger, number))) resolve();
      };
      const cancel = clock.after(ms, resolve);
      waiting.add(check);
      check();
      await promise;
      waiting.delete(check);
      cancel();
    },
    /** What ran out meanwhile ends, what is due is done, and the account is looked at. Never rejects. */
    async wake(): Promise<void> {
      leases.watch();
      releaser.retryAll();
      steward.tend();
      await reconciler.wake();
    },
    settingsChanged: async (): Promise<void> => {
      steward.poolChanged();
      desk.settingsChanged();
      await keepLimit();
    },
    /** Whether a number is bought, leased, or to go back now or later: without the account nobody could give it back. */
    isBusy: () => ledger.numbers().some((number) => isBusy(ledger, number)),
    view: (): View => ({
      leases: book.views(),
      spending: budget.spending(),
      idle: idleCounts(ledger.numbers()),
      waiting: desk.waiting(),
    }),
  };
}

/** A number that seems leased and is not: the app died while it was being let go. */
async function freeForgotten(ledger: Ledger, now: number): Promise<void> {
  for (const number of ledger.numbers()) {
    if (ledger.openLeaseOf(number) === null) await ledger.changeNumber(number.id, { type: 'idle', at: now });
  }
}

export type Numbers = ReturnType<typeof createNumbers>;

interface View {
  leases: Lease[];
  spending: Spending;
  idle: IdleCount[];
  waiting: WaitingRequest[];
}
