import { toFailure } from '../../contract/errors.ts';
import type { Events } from '../events.ts';
import { nextBill } from '../money/billing.ts';
import type { Cancel, CorePorts } from '../ports.ts';
import type { Preferences } from '../preferences.ts';
import { dispositionOf, poolMembers, surplusOf } from './disposition.ts';
import { entryOf } from './entries.ts';
import type { Ledger } from './ledger.ts';
import { isHeld, isOwned, type NumberRecord } from './number.ts';
import type { Pool } from './pool.ts';
import type { Releaser } from './releaser.ts';
import { english } from '../../contract/words/english.ts';

/** The longest time between two rounds: a day's spending starts over at midnight, and clocks jump. */
const longestRoundMs = 3_600_000;

/** The wait after a failed pool purchase. */
const poolRetryMs = 300_000;

export interface MaintenanceDeps {
  ports: CorePorts;
  preferences: Preferences;
  ledger: Ledger;
  releaser: Pick<Releaser, 'release'>;
  pool: Pick<Pool, 'buy'>;
  events: Events;
}

/** Tends the numbers that nobody leases: writes down their bills, gives back what is due, fills the pool. */
export class Maintenance {
  #deps: MaintenanceDeps;
  #timer: Cancel = () => undefined;
  #running: Promise<void> | null = null;
  #again = false;
  #stopped = true;
  #filling = false;
  #poolRestsUntil = 0;

  constructor(deps: MaintenanceDeps) {
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

  /** Call when the pool's size or kind changed: the obstacle may be gone. */
  poolChanged(): void {
    this.#poolRestsUntil = 0;
    this.tend();
  }

  /** Runs a round now, and another when something is due; never rejects. */
  tend(): void {
    if (this.#stopped) return;
    this.#again = true;
    this.#running ??= this.#rounds().finally(() => (this.#running = null));
  }

  async #rounds(): Promise<void> {
    while (this.#again && !this.#stopped) {
      this.#again = false;
      await this.#round().catch((thrown: unknown) => {
        this.#deps.ports.log.error('The numbers could not be seen to; trying again later.', thrown);
      });
    }
  }

  async #round(): Promise<void> {
    const { events, ledger } = this.#deps;
    const { clock } = this.#deps.ports;
    for (const number of ledger.numbers()) if (mayBeBilled(number, clock.now())) await this.#writeBills(number);
    const next = this.#giveBackDue(clock.now());
    if (this.#stopped) return;
    this.#fillPool();
    this.#timer();
    this.#timer = clock.after(Math.min(longestRoundMs, next - clock.now()), () => this.tend());
    events.emit('numbersTended');
  }

  /** Bills every month that began since the last round, even while the app was off. */
  async #writeBills(number: NumberRecord): Promise<void> {
    const { ledger } = this.#deps;
    const { clock } = this.#deps.ports;
    const { life } = number;
    if (!isHeld(life)) return;
    const { boughtAt, monthlyPrice } = life.holding;
    let due = life.holding.nextBillAt ?? nextBill(boughtAt, clock.now());
    const entries = [];
    for (; due <= clock.now(); due = nextBill(boughtAt, due)) {
      entries.push(entryOf('renewal', number, { at: due, amount: monthlyPrice }));
    }
    if (due === life.holding.nextBillAt) return;
    await ledger.changeNumber(number.id, { type: 'billed', nextBillAt: due }, ...entries);
  }

  /** Returns when the next one is due; Infinity if none is. */
  #giveBackDue(now: number): number {
    const { ledger, preferences, releaser } = this.#deps;
    const numbers = ledger.numbers();
    const surplus = surplusOf(numbers, preferences.current(), now);
    let next = Infinity;
    for (const number of numbers) {
      const disposition = dispositionOf(number, surplus.has(number.id), now);
      if (disposition.kind === 'release') releaser.release(number.id);
      if (disposition.kind === 'releaseAt') next = Math.min(next, disposition.at);
      if (isOwned(number.life)) next = Math.min(next, number.life.holding.nextBillAt ?? Infinity);
    }
    return next;
  }

  #fillPool(): void {
    const { events, ledger, preferences } = this.#deps;
    const { clock } = this.#deps.ports;
    const size = ledger.isMadeUp ? 0 : preferences.current().poolSize;
    const missing = size - poolMembers(ledger.numbers(), preferences.current()).length;
    if (missing <= 0) events.emit('poolTrouble', null);
    if (missing <= 0 || this.#filling || clock.now() < this.#poolRestsUntil) return;
    this.#filling = true;
    void this.#buyOne().finally(() => {
      this.#filling = false;
      this.tend();
    });
  }

  // One at a time: a lease that somebody waits for must not queue behind the whole pool.
  async #buyOne(): Promise<void> {
    const { events, pool } = this.#deps;
    const { clock, log } = this.#deps.ports;
    try {
      await pool.buy();
      events.emit('poolTrouble', null);
    } catch (thrown) {
      log.warn(`The pool could not be filled: ${english(toFailure(thrown).message)}`);
      this.#poolRestsUntil = clock.now() + poolRetryMs;
      events.emit('poolTrouble', thrown);
    }
  }
}

/** Whether a month may have begun for it: true for only a few numbers. */
function mayBeBilled({ life }: NumberRecord, now: number): boolean {
  return isHeld(life) && (life.holding.nextBillAt ?? now) <= now;
}
