import type { Cancel, Clock } from '../ports.ts';
import type { EndReason } from '../../contract/lease.ts';
import { lookEveryMs, type Heartbeats } from './heartbeats.ts';
import type { LeaseBook } from './leaseBook.ts';
import { withinLimit, type LeaseLimit } from './leaseLimit.ts';

/** A look that comes so much too late or too early tells of a sleep or of a changed clock. */
const jumpMs = 10_000;

export interface ExpiryWatchDeps {
  book: LeaseBook;
  heartbeats: Heartbeats;
  leaseLimit(): LeaseLimit;
  clock: Clock;
  onDue(leaseId: string, because: EndReason): void;
  onJump(): void;
}

/** One timer, set to the lease that runs out, or whose client has been silent for too long, next. With pinned leases alone it looks at the clock all the same. */
export class ExpiryWatch {
  #deps: ExpiryWatchDeps;
  #cancel: Cancel = () => undefined;

  constructor(deps: ExpiryWatchDeps) {
    this.#deps = deps;
  }

  /** To be called after every change of an expiry: reports what is due and sets the timer to what is next. */
  watch(): void {
    this.#cancel();
    const { book, clock, heartbeats, leaseLimit, onDue } = this.#deps;
    const now = clock.now();
    const ends = heartbeats.endsOf(book.active().map(({ lease }) => withinLimit(lease, leaseLimit())));
    const [due, waiting] = [ends.filter(({ at }) => at <= now), ends.filter(({ at }) => at > now)];
    if (waiting.length > 0) this.#lookAt(Math.min(...waiting.map(({ at }) => at)));
    for (const { id, because } of due) onDue(id, because);
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
