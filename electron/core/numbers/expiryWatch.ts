import type { Cancel, Clock } from '../ports.ts';
import type { LeaseBook } from './leaseBook.ts';

/** The longest time that setTimeout takes. */
const longestTimerMs = 2_147_483_647;

/** One timer, set to the lease that runs out next. */
export class ExpiryWatch {
  #book: LeaseBook;
  #clock: Clock;
  #onDue: (leaseId: string) => void;
  #cancel: Cancel = () => undefined;

  constructor(book: LeaseBook, clock: Clock, onDue: (leaseId: string) => void) {
    this.#book = book;
    this.#clock = clock;
    this.#onDue = onDue;
  }

  /** To be called after every change of an expiry: reports what is due and sets the timer to what is next. */
  watch(): void {
    this.#cancel();
    const now = this.#clock.now();
    const active = this.#book
      .active()
      .flatMap(({ lease: { id, life } }) => (life.state === 'active' ? [{ id, at: life.expiresAt }] : []));
    const [due, waiting] = [active.filter(({ at }) => at <= now), active.filter(({ at }) => at > now)];
    if (waiting.length > 0) {
      const next = Math.min(...waiting.map(({ at }) => at)) - now;
      this.#cancel = this.#clock.after(Math.min(next, longestTimerMs), () => this.watch());
    }
    for (const { id } of due) this.#onDue(id);
  }

  stop(): void {
    this.#cancel();
  }
}
