import { iso } from '../../contract/time.ts';
import type { LatestCode, Lease, Message } from '../../contract/state.ts';
import type { StoredLease } from '../ports.ts';
import { isOpen, leasedOf, leaseView, type LeaseRecord } from './lease.ts';
import type { Ledger } from './ledger.ts';
import type { Holding, NumberRecord } from './number.ts';

/** Twilio's times are whole seconds and clocks differ a little: a message may seem this much older than its lease. */
const clockSlackMs = 5_000;

/** How many ended leases stay in view; all of them stay on disk. */
const endedInView = 100;

/** The leases as they are seen: with their number's fate and their newest code. */
export class LeaseBook {
  #ledger: Ledger;
  #onCode: (leaseId: string) => void;
  #codes = new Map<string, LatestCode>();
  #seen = new WeakMap<LeaseRecord, { number: NumberRecord | null; code: LatestCode | null; view: Lease }>();

  constructor(ledger: Ledger, onCode: (leaseId: string) => void) {
    this.#ledger = ledger;
    this.#onCode = onCode;
  }

  load(stored: StoredLease[]): void {
    this.#codes = new Map(stored.flatMap(({ record, latestCode }) => (latestCode ? [[record.id, latestCode]] : [])));
  }

  clear(): void {
    this.#codes.clear();
  }

  /** Rejects with NOT_FOUND. */
  view(id: string): Lease {
    return this.#view(this.#ledger.getLease(id));
  }

  find(id: string): Lease | null {
    const record = this.#ledger.lease(id);
    return record && this.#view(record);
  }

  /** Newest first: all that are not over, and the newest that are. */
  views(): Lease[] {
    const newestFirst = this.#ledger
      .leases()
      .sort((a, b) => b.startedAt - a.startedAt)
      .map((record) => this.#view(record));
    const over = newestFirst.filter(({ state }) => state === 'released' || state === 'failed' || state === 'idle');
    const hidden = new Set(over.slice(endedInView).map(({ id }) => id));
    return newestFirst.filter(({ id }) => !hidden.has(id));
  }

  isOpen(id: string): boolean {
    return isOpen(this.#ledger.getLease(id).life);
  }

  /** The leases whose time runs, with the numbers that they have. */
  active(): { lease: LeaseRecord; holding: Holding }[] {
    return this.#ledger.leases().flatMap((lease) => {
      const life = lease.life.state === 'active' ? this.#ledger.number(lease.numberId)?.life : null;
      return life?.state === 'owned' ? [{ lease, holding: life.holding }] : [];
    });
  }

  activeNumbers(): string[] {
    return this.active().map(({ holding }) => holding.number);
  }

  /** The lease that a message to `number` at `receivedAt` is for: the newest that had begun by then. */
  leaseFor(number: string, receivedAt: string): LeaseRecord | null {
    const latestStart = Date.parse(receivedAt) + clockSlackMs;
    return this.#ledger
      .leases()
      .filter((record) => leasedOf(record.life)?.number === number && record.startedAt <= latestStart)
      .reduce<LeaseRecord | null>((best, record) => (best && best.startedAt >= record.startedAt ? best : record), null);
  }

  /** The instant from which messages to a new number count as its lease's. */
  messagesSince(record: LeaseRecord): string {
    return iso(record.startedAt - clockSlackMs);
  }

  noteMessage(message: Message): void {
    if (!message.leaseId || !message.code || !this.#ledger.lease(message.leaseId)) return;
    const known = this.#codes.get(message.leaseId);
    if (known && known.receivedAt > message.receivedAt) return;
    const { code, sid: messageSid, receivedAt } = message;
    this.#codes.set(message.leaseId, { code, messageSid, receivedAt });
    this.#onCode(message.leaseId);
  }

  /** The lease whose newest code came in this message; null when there is none. */
  leaseShowing(messageSid: string): string | null {
    return [...this.#codes].find(([, code]) => code.messageSid === messageSid)?.[0] ?? null;
  }

  /** The message with the code that a lease shows is deleted; `newest` is what is left. A newer code stays. */
  forgetCode(leaseId: string, messageSid: string, newest: Message | null): void {
    if (this.#codes.get(leaseId)?.messageSid !== messageSid) return;
    this.#codes.delete(leaseId);
    if (newest) this.noteMessage(newest);
    else this.#onCode(leaseId);
  }

  // Every change asks for all views, and changes one of them.
  #view(record: LeaseRecord): Lease {
    const number = this.#ledger.number(record.numberId);
    const code = this.#codes.get(record.id) ?? null;
    const seen = this.#seen.get(record);
    if (seen && seen.number === number && seen.code === code) return seen.view;
    const view = leaseView(record, number, code);
    this.#seen.set(record, { number, code, view });
    return view;
  }
}
