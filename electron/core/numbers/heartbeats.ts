import type { EndReason, Lease } from '../../contract/lease.ts';
import type { Cancel } from '../clock.ts';
import type { CorePorts } from '../ports.ts';
import { isOpen, isPinned, leaseEnded, type LeaseRecord } from './lease.ts';
import type { LeaseBook } from './leaseBook.ts';
import type { Ledger } from './ledger.ts';

/**
 * How often to check the clock while a lease runs. Timers stand still while a computer sleeps, and a lease must not
 * outlive its time by the length of a sleep. The check also notices a clock that was set.
 */
export const lookEveryMs = 10_000;

/** A clock check this late means that this machine slept or hung, and could hear nobody. */
const lateMs = 2_000;

export interface HeartbeatsDeps {
  ports: CorePorts;
  book: LeaseBook;
  ledger: Ledger;
}

/**
 * When the clients of leases with a heartbeat were last heard. Not kept on disk: after a restart, a sleep or a pin,
 * each gets a full interval again.
 */
export class Heartbeats {
  #deps: HeartbeatsDeps;
  #heardAt = new Map<string, number>();
  /** How many requests about a lease are being answered. */
  #open = new Map<string, number>();
  #nextLookAt = Infinity;

  constructor(deps: HeartbeatsDeps) {
    this.#deps = deps;
  }

  /** The client reports that it is alive. Throws NOT_FOUND or LEASE_ENDED. */
  beat(id: string): Lease {
    const { book, ledger } = this.#deps;
    if (!isOpen(ledger.getLease(id).life)) throw leaseEnded(id);
    this.heard(id);
    return book.view(id);
  }

  /** Somebody made a request about this lease. */
  heard(id: string): void {
    if (this.#heardAt.has(id)) this.#heardAt.set(id, this.#deps.ports.clock.now());
  }

  /** The client counts as alive until the returned function is called. */
  hold(id: string): Cancel {
    this.#open.set(id, (this.#open.get(id) ?? 0) + 1);
    this.heard(id);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.heard(id);
      const left = (this.#open.get(id) ?? 1) - 1;
      if (left > 0) this.#open.set(id, left);
      else this.#open.delete(id);
    };
  }

  /** The clock was set by `byMs`: no client's silence gets longer or shorter by that. */
  moveWithClock(byMs: number): void {
    this.#nextLookAt += byMs;
    for (const [id, at] of this.#heardAt) this.#heardAt.set(id, at + byMs);
  }

  /** When and why each lease ends unless something happens before. `running`: all leases that run. */
  endsOf(running: readonly LeaseRecord[]): { id: string; at: number; because: EndReason }[] {
    const now = this.#deps.ports.clock.now();
    if (now > this.#nextLookAt + lateMs) this.#heardAt.clear();
    const ends = running.map((lease) => this.#endOf(lease, now));
    this.#nextLookAt = Math.min(now + lookEveryMs, ...ends.map(({ at }) => at));
    const known = new Set(running.map(({ id }) => id));
    for (const id of this.#heardAt.keys()) if (!known.has(id)) this.#heardAt.delete(id);
    return ends;
  }

  #endOf(lease: LeaseRecord, now: number): { id: string; at: number; because: EndReason } {
    const { id, life } = lease;
    const timeUp = life.state === 'active' ? (life.expiresAt ?? Infinity) : Infinity;
    const silent = this.#silentAt(lease, now);
    return silent < timeUp ? { id, at: silent, because: 'clientGone' } : { id, at: timeUp, because: 'timeUp' };
  }

  /** When the lease ends if nothing more is heard. A pinned one stays, with or without a client. */
  #silentAt({ id, life, heartbeatSeconds }: LeaseRecord, now: number): number {
    if (!heartbeatSeconds || isPinned(life)) {
      this.#heardAt.delete(id);
      return Infinity;
    }
    // A clock that was set back unnoticed must not give extra time.
    const heardAt = this.#open.has(id) ? now : Math.min(now, this.#heardAt.get(id) ?? now);
    this.#heardAt.set(id, heardAt);
    return heardAt + heartbeatSeconds * 1000;
  }
}
