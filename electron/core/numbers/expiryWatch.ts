import type { EndReason } from '../../contract/lease.ts';
import type { Events } from '../events.ts';
import type { Cancel, CorePorts } from '../ports.ts';
import type { Preferences } from '../preferences.ts';
import { lookEveryMs, type Heartbeats } from './heartbeats.ts';
import type { LeaseBook } from './leaseBook.ts';
import { withinLimit } from './leaseLimit.ts';

/** A check this late or early means that the machine slept or the clock was changed. */
const jumpMs = 10_000;
const retryMs = 1_000;

export interface ExpiryWatchDeps {
  ports: CorePorts;
  preferences: Preferences;
  book: LeaseBook;
  heartbeats: Heartbeats;
  events: Events;
}

/** One timer, for the next lease to run out or lose its client. It checks the clock even if all leases are pinned. */
export class ExpiryWatch {
  #deps: ExpiryWatchDeps;
  #onDue: (leaseId: string, because: EndReason) => void;
  #cancel: Cancel = () => undefined;
  #cancelRetry: Cancel = () => undefined;

  /** `onDue`: a lease's time is up, or its client went silent. */
  constructor(deps: ExpiryWatchDeps, onDue: (leaseId: string, because: EndReason) => void) {
    this.#deps = deps;
    this.#onDue = onDue;
  }

  /** Call after every change of an expiry: reports what is due and sets the timer for what is next. */
  watch(): void {
    this.#cancel();
    const { book, heartbeats, preferences } = this.#deps;
    const { clock } = this.#deps.ports;
    const now = clock.now();
    const ends = heartbeats.endsOf(book.active().map(({ lease }) => withinLimit(lease, preferences.leaseLimit())));
    const due = ends.filter(({ at }) => at <= now);
    if (due.length < ends.length)
      this.#lookAt(ends.reduce((next, { at }) => (at > now && at < next ? at : next), Infinity));
    for (const { id, because } of due) this.#onDue(id, because);
  }

  /** Reports again in a moment what is due, as it could not be dealt with: once, however many leases ask for it. */
  retry(): void {
    this.#cancelRetry();
    this.#cancelRetry = this.#deps.ports.clock.after(retryMs, () => this.watch());
  }

  stop(): void {
    this.#cancel();
    this.#cancelRetry();
  }

  #lookAt(next: number): void {
    const { events } = this.#deps;
    const { clock } = this.#deps.ports;
    const rest = next - clock.now();
    const wait = Math.min(rest, lookEveryMs);
    const at = clock.now() + wait;
    this.#cancel = clock.after(wait, () => {
      const jumped = Math.abs(clock.now() - at) > jumpMs;
      this.watch();
      if (jumped) events.emit('clockJumped');
    });
  }
}
