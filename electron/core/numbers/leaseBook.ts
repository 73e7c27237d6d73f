import type { LatestCode, Lease, Message } from '../../contract/state.ts';
import { iso } from '../../contract/time.ts';
import type { Events } from '../events.ts';
import type { StoredLease } from '../ports.ts';
import type { LeaseWithNumber } from '../upkeep.ts';
import { isOpen, leasedOf, leaseView, type LeaseRecord } from './lease.ts';
import type { Ledger } from './ledger.ts';
import { isOwned, type Holding, type NumberRecord } from './number.ts';
import { OfRevision } from './ofRevision.ts';

/** Twilio's times are whole seconds and clocks differ a little: a message may seem this much older than its lease. */
const clockSlackMs = 5_000;

/** How much older a message may seem than its lease where an earlier lease had the number, and it may be that one's. */
const reusedSlackMs: Record<Message['source'], number> = { webhook: 0, capture: 0, backfill: 1_000 };

/** How many ended leases stay in view; all of them stay on disk. */
const endedInView = 100;

/** A running lease and its number. */
export interface Active {
  lease: LeaseRecord;
  holding: Holding;
}

/** The leases as shown, with their newest code and what became of their number. */
export class LeaseBook {
  #ledger: Ledger;
  #events: Events;
  #codes = new Map<string, LatestCode>();
  #seen = new WeakMap<LeaseRecord, { number: NumberRecord | null; code: LatestCode | null; view: Lease }>();
  #running = new OfRevision<readonly Active[]>();
  /** By phone number. */
  #leasesOf = new OfRevision<ReadonlyMap<string, LeaseRecord[]>>();
  /** The last answer, and the ledger's revision at the time. */
  #shown: { revision: number; views: Lease[] } | null = null;

  constructor(ledger: Ledger, events: Events) {
    this.#ledger = ledger;
    this.#events = events;
  }

  load(stored: StoredLease[]): void {
    this.#shown = null;
    this.#codes = new Map(stored.flatMap(({ record, latestCode }) => (latestCode ? [[record.id, latestCode]] : [])));
  }

  clear(): void {
    this.#shown = null;
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

  /** A lease with what it shows, as it is written; null when only the history knows that. */
  known(id: string): LeaseWithNumber | null {
    const record = this.#ledger.lease(id);
    const isWritten = record && ![record.id, record.numberId].some((each) => this.#ledger.isBeingWritten(each));
    if (!isWritten) return null;
    return { record, number: this.#ledger.number(record.numberId), latestCode: this.#codes.get(id) ?? null };
  }

  /** Newest first: all that are not over, and the newest that are. The same list until something changes. */
  views(): Lease[] {
    const { revision } = this.#ledger;
    if (this.#shown?.revision !== revision) this.#shown = { revision, views: this.#newestFirst() };
    return this.#shown.views;
  }

  isOpen(id: string): boolean {
    return isOpen(this.#ledger.getLease(id).life);
  }

  /** The running leases and their numbers. */
  active(): readonly Active[] {
    return this.#running.at(this.#ledger.revision, () => this.#allActive());
  }

  activeNumbers(): string[] {
    return this.active().map(({ holding }) => holding.number);
  }

  /**
   * The lease that a message to `number` at `receivedAt` is for: the newest that had begun by then. One that came late,
   * but before the next lease, is not that lease's.
   */
  leaseFor(number: string, receivedAt: string, source: Message['source']): LeaseRecord | null {
    const at = Date.parse(receivedAt);
    let newest: LeaseRecord | null = null;
    let first: LeaseRecord | null = null;
    for (const record of this.#leasesOf.at(this.#ledger.revision, () => this.#byNumber()).get(number) ?? []) {
      const { startedAt } = record;
      if (startedAt > at + clockSlackMs) continue;
      if (first === null || startedAt < first.startedAt) first = record;
      if (startedAt <= at + reusedSlackMs[source] && (newest === null || startedAt > newest.startedAt)) newest = record;
    }
    return newest ?? first;
  }

  /** From when on messages to a new number count as its lease's. */
  messagesSince(record: LeaseRecord): string {
    return iso(record.startedAt - clockSlackMs);
  }

  noteMessage(message: Message): void {
    if (!message.leaseId || !message.code || !this.#ledger.lease(message.leaseId)) return;
    const known = this.#codes.get(message.leaseId);
    if (known && known.receivedAt > message.receivedAt) return;
    const { code, sid: messageSid, receivedAt } = message;
    this.#codes.set(message.leaseId, { code, messageSid, receivedAt });
    this.#codeChanged(message.leaseId);
  }

  /** The lease whose newest code came in this message; null if there is none. */
  leaseShowing(messageSid: string): string | null {
    return [...this.#codes].find(([, code]) => code.messageSid === messageSid)?.[0] ?? null;
  }

  /** The message whose code a lease shows was deleted; `newest` is what is left. A newer code stays. */
  forgetCode(leaseId: string, messageSid: string, newest: Message | null): void {
    if (this.#codes.get(leaseId)?.messageSid !== messageSid) return;
    this.#codes.delete(leaseId);
    if (newest) this.noteMessage(newest);
    else this.#codeChanged(leaseId);
  }

  /** Replaces one lease in a new list; lists already handed out stay the same. */
  #codeChanged(leaseId: string): void {
    const { views = [], revision = 0 } = this.#shown ?? {};
    const place = views.findIndex(({ id }) => id === leaseId);
    if (place >= 0) this.#shown = { revision, views: views.with(place, this.view(leaseId)) };
    this.#events.emit('leaseCodeChanged', leaseId);
  }

  #byNumber(): Map<string, LeaseRecord[]> {
    const withNumber = this.#ledger.leases().filter(({ life }) => leasedOf(life) !== null);
    return Map.groupBy(withNumber, ({ life }) => leasedOf(life)?.number ?? '');
  }

  #allActive(): Active[] {
    const active: Active[] = [];
    for (const lease of this.#ledger.eachLease()) {
      const life = lease.life.state === 'active' ? this.#ledger.number(lease.numberId)?.life : null;
      if (life && isOwned(life)) active.push({ lease, holding: life.holding });
    }
    return active;
  }

  #newestFirst(): Lease[] {
    const views: Lease[] = [];
    let over = 0;
    for (const record of this.#ledger.leases().sort((a, b) => b.startedAt - a.startedAt)) {
      const view = this.#view(record);
      if (isOver(view)) over += 1;
      if (!isOver(view) || over <= endedInView) views.push(view);
    }
    return views;
  }

  // Every change asks for all views, but changes only one.
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

function isOver({ state }: Lease): boolean {
  return state === 'released' || state === 'failed' || state === 'idle';
}
