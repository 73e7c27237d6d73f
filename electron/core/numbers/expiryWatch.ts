import type { Cancel, Clock } from '../ports.ts';
import type { LeaseBook } from './leaseBook.ts';

/**
 * While a lease runs, the clock is looked at so often: timers stand still while a computer sleeps, and a lease must not
 * outlive its time by the length of a sleep; and a clock that was set is noticed when it is looked at.
 */
const lookEveryMs = 10_000;

/** A look that comes so much too late or too early tells of a sleep or of a changed clock. */
const jumpMs = 10_000;

export interface ExpiryWatchDeps {
  book: LeaseBook;
  clock: Clock;
  onDue(leaseId: string): void;
  onJump(): void;
}

/** One timer, set to the lease that runs out next. With pinned leases alone it looks at the clock all the same. */
export class ExpiryWatch {
  #deps: ExpiryWatchDeps;
  #cancel: Cancel = () => undefined;

  constructor(deps: ExpiryWatchDeps) {
    this.#deps = deps;
  }

  /** To be called after every change of an expiry: reports what is due and sets the timer to what is next. */
  watch(): void {
    this.#cancel();
    const { book, clock, onDue } = this.#deps;
    const now = clock.now();
    const active = book
      .active()
      .flatMap(({ lease: { id, life } }) => (life.state === 'active' ? [{ id, at: life.expiresAt ?? Infinity }] : []));
    const [due, waiting] = [active.filter(({ at }) => at <= now), active.filter(({ at }) => at > now)];
    if (waiting.length > 0) this.#lookAt(Math.min(...waiting.map(({ at }) => at)));
    for (const { id } of due) onDue(id);
  }

  stop(): void {
    this.#cancel();
  }

  #lookAt(next: number): void {
    const { clock, onJump } = this.#deps;
    const rest = next - clock.now();
    const wait = Math.min(rest, lookEveryMs);
    const at = clock.now() + wait;
    this.#cancel = clock.after(wait, () => {
      const jumped = Math.abs(clock.now() - at) > jumpMs;
      this.watch();
      if (jumped) onJump();
    });
  }
}
