import { appError } from '../../contract/errors.ts';
import { iso } from '../../contract/time.ts';
import type { LatestCode, Lease, Message } from '../../contract/state.ts';
import type { History } from '../ports.ts';
import { advance, holdingOf, isOpen, leaseView, type LeaseRecord, type LifeEvent } from './lease.ts';

/** Twilio's times are whole seconds and clocks differ a little: a message may seem this much older than its lease. */
const clockSlackMs = 5_000;

/** How many ended leases stay in view; all of them stay on disk. */
const endedInView = 100;

/** The leases of the connected account, in memory and on disk. A change is on disk before it is seen. */
export class LeaseBook {
  #history: History;
  #onChange: (changed: Lease | null) => void;
  #records = new Map<string, LeaseRecord>();
  #codes = new Map<string, LatestCode>();

  constructor(history: History, onChange: (changed: Lease | null) => void) {
    this.#history = history;
    this.#onChange = onChange;
  }

  async load(account: string): Promise<void> {
    const stored = await this.#history.leases(account);
    this.#records = new Map(stored.map(({ record }) => [record.id, record]));
    this.#codes = new Map(stored.flatMap(({ record, latestCode }) => (latestCode ? [[record.id, latestCode]] : [])));
    this.#onChange(null);
  }

  clear(): void {
    this.#records.clear();
    this.#codes.clear();
    this.#onChange(null);
  }

  records(): LeaseRecord[] {
    return [...this.#records.values()];
  }

  find(id: string): LeaseRecord | null {
    return this.#records.get(id) ?? null;
  }

  /** Rejects with NOT_FOUND. */
  get(id: string): LeaseRecord {
    const record = this.find(id);
    if (!record) throw appError('NOT_FOUND', `There is no lease ${id}.`, 'List the leases to see which there are.');
    return record;
  }

  view(id: string): Lease {
    return leaseView(this.get(id), this.#codes.get(id) ?? null);
  }

  /** Newest first: all that are not over, and the newest that are. */
  views(): Lease[] {
    const newestFirst = this.records().sort((a, b) => b.startedAt - a.startedAt);
    const ended = newestFirst.filter(({ life }) => life.state === 'released' || life.state === 'failed');
    const hidden = new Set(ended.slice(endedInView).map(({ id }) => id));
    return newestFirst.filter(({ id }) => !hidden.has(id)).map(({ id }) => this.view(id));
  }

  activeNumbers(): string[] {
    return this.records().flatMap(({ life }) => (life.state === 'active' ? [life.holding.number] : []));
  }

  hasUnfinished(): boolean {
    return this.records().some(({ life }) => life.state !== 'released' && life.state !== 'failed');
  }

  async add(record: LeaseRecord): Promise<void> {
    await this.#save(record);
  }

  /** Carries the event out if it applies, and answers the record; null when it came too late to matter. */
  async apply(id: string, event: LifeEvent): Promise<LeaseRecord | null> {
    const before = this.get(id);
    const life = advance(before.life, event);
    if (!life) return null;
    const after = { ...before, life };
    await this.#save(after);
    return after;
  }

  /** The lease that a message to `number` at `receivedAt` is for: the newest that had begun by then. */
  leaseFor(number: string, receivedAt: string): LeaseRecord | null {
    const latestStart = Date.parse(receivedAt) + clockSlackMs;
    return this.records()
      .filter((record) => holdingOf(record.life)?.number === number && record.startedAt <= latestStart)
      .reduce<LeaseRecord | null>((best, record) => (best && best.startedAt >= record.startedAt ? best : record), null);
  }

  /** The instant from which messages to a new number count as its lease's. */
  messagesSince(record: LeaseRecord): string {
    return iso(record.startedAt - clockSlackMs);
  }

  noteMessage(message: Message): void {
    if (!message.leaseId || !message.code || !this.#records.has(message.leaseId)) return;
    const known = this.#codes.get(message.leaseId);
    if (known && known.receivedAt > message.receivedAt) return;
    const { code, sid: messageSid, receivedAt } = message;
    this.#codes.set(message.leaseId, { code, messageSid, receivedAt });
    this.#onChange(this.view(message.leaseId));
  }

  isOpen(id: string): boolean {
    return isOpen(this.get(id).life);
  }

  // The memory changes first, so that two events in a row see each other; it goes back if the disk refuses.
  async #save(record: LeaseRecord): Promise<void> {
    const before = this.#records.get(record.id);
    this.#records.set(record.id, record);
    try {
      await this.#history.saveLease(record);
    } catch (thrown) {
      if (this.#records.get(record.id) === record) this.#putBack(record.id, before);
      throw thrown;
    }
    if (this.#records.has(record.id)) this.#onChange(this.view(record.id));
  }

  #putBack(id: string, before: LeaseRecord | undefined): void {
    if (before) this.#records.set(id, before);
    else this.#records.delete(id);
  }
}
