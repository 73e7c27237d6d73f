import { toFailure } from '../../contract/errors.ts';
import type { Settings } from '../../contract/settings.ts';
import { nextBill } from '../money/billing.ts';
import type { Cancel, Clock, Logger } from '../ports.ts';
import { dispositionOf, poolMembers, surplusOf } from './disposition.ts';
import { entryOf } from './entries.ts';
import type { Ledger } from './ledger.ts';
import type { NumberRecord } from './number.ts';

/** The longest time between two rounds: a day's spending begins anew at midnight, and clocks jump. */
const longestRoundMs = 3_600_000;

/** After a pool number could not be bought. */
const poolRetryMs = 300_000;

export interface StewardDeps {
  ledger: Ledger;
  clock: Clock;
  log: Logger;
  settings(): Settings;
  release(numberId: string): void;
  /** Buys one number for the pool. Rejects with the reason when nothing was bought. */
  buyForPool(): Promise<void>;
  /** The pool could not be filled; null when it is full again. */
  onPoolTrouble(reason: unknown): void;
  /** Bills were written down, or a day began: figures have changed. */
  onRound(): void;
}

/** Sees to the numbers that nobody leases: writes down their bills, gives back what is due, fills the pool. */
export class Steward {
  #deps: StewardDeps;
  #timer: Cancel = () => undefined;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = true;
  #filling = false;
  #poolRestsUntil = 0;

  constructor(deps: StewardDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#stopped = false;
    this.#poolRestsUntil = 0;
    this.tend();
  }

  stop(): void {
    this.#stopped = true;
    this.#timer();
  }

  /** Resolves when the round under way has ended. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** The pool's size or kind was changed: what stood in the way may be gone. */
  poolChanged(): void {
    this.#poolRestsUntil = 0;
    this.tend();
  }

  /** A round now, and another when something becomes due; never rejects. */
  tend(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#running ??= this.#rounds().finally(() => (this.#running = null));
  }

  async #rounds(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      await this.#round().catch((thrown: unknown) => {
        this.#deps.log.error('The numbers could not be seen to; trying again later.', thrown);
      });
    }
  }

  async #round(): Promise<void> {
    const { clock, ledger, onRound } = this.#deps;
    for (const number of ledger.numbers()) if (mayBeBilled(number, clock.now())) await this.#writeBills(number);
    const next = this.#giveBackDue(clock.now());
    if (this.#stopped) return;
    this.#fillPool();
    this.#timer();
    this.#timer = clock.after(Math.min(longestRoundMs, next - clock.now()), () => this.tend());
    onRound();
  }

  /** Every month that began since the last round, the app having been off or not. */
  async #writeBills(number: NumberRecord): Promise<void> {
    const { clock, ledger } = this.#deps;
    const { life } = number;
    if (life.state !== 'owned' && life.state !== 'releasing') return;
    const { boughtAt, monthlyPrice } = life.holding;
    let due = life.holding.nextBillAt ?? nextBill(boughtAt, clock.now());
    const entries = [];
    for (; due <= clock.now(); due = nextBill(boughtAt, due)) {
      entries.push(entryOf('renewal', number, { at: due, amount: monthlyPrice }));
    }
    if (due === life.holding.nextBillAt) return;
    await ledger.changeNumber(number.id, { type: 'billed', nextBillAt: due }, ...entries);
  }

  /** Answers when the next one is due; Infinity when none is. */
  #giveBackDue(now: number): number {
    const { ledger, release, settings } = this.#deps;
    const numbers = ledger.numbers();
    const surplus = surplusOf(numbers, settings(), now);
    let next = Infinity;
    for (const number of numbers) {
      const disposition = dispositionOf(number, surplus.has(number.id), now);
      if (disposition.kind === 'release') release(number.id);
      if (disposition.kind === 'releaseAt') next = Math.min(next, disposition.at);
      if (number.life.state === 'owned') next = Math.min(next, number.life.holding.nextBillAt ?? Infinity);
    }
    return next;
  }

  #fillPool(): void {
    const { clock, ledger, settings } = this.#deps;
    const missing = settings().poolSize - poolMembers(ledger.numbers(), settings()).length;
    if (missing <= 0 || this.#filling || clock.now() < this.#poolRestsUntil) return;
    this.#filling = true;
    void this.#buyOne().finally(() => {
      this.#filling = false;
      this.tend();
    });
  }

  // One at a time: leases, which somebody waits for, must not queue behind the whole pool.
  async #buyOne(): Promise<void> {
    const { buyForPool, clock, log, onPoolTrouble } = this.#deps;
    try {
      await buyForPool();
      onPoolTrouble(null);
    } catch (thrown) {
      log.warn(`The pool could not be filled: ${toFailure(thrown).message}`);
      this.#poolRestsUntil = clock.now() + poolRetryMs;
      onPoolTrouble(thrown);
    }
  }
}

/** Whether a month may have begun for it; of many numbers it has for few. */
function mayBeBilled({ life }: NumberRecord, now: number): boolean {
  return (life.state === 'owned' || life.state === 'releasing') && (life.holding.nextBillAt ?? now) <= now;
}
