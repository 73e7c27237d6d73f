import { appError } from '../../contract/errors.ts';
import { kindsAbout, type LedgerKind } from '../../contract/state.ts';
import { phrases } from '../../contract/words/phrases.ts';
import { captureAccountSid } from '../emulatedAccounts.ts';
import type { Events } from '../events.ts';
import { leasesIn } from '../ledgerHistory.ts';
import type { CorePorts, History, LedgerChange, NewLedgerEntry } from '../ports.ts';
import type { Preferences } from '../preferences.ts';
import { advanceLease, isOpen, isPinned, leaseEnded, type LeaseEvent, type LeaseRecord } from './lease.ts';
import { withinLimit } from './leaseLimit.ts';
import { advanceNumber, holdingOf, isNumberOver, type NumberEvent, type NumberRecord } from './number.ts';

const say = phrases.numbers;

/** What is written down where numbers are made up: nobody buys them or is billed for them. */
const withoutMoney: ReadonlySet<LedgerKind> = new Set(['leaseStarted', 'leaseEnded', ...kindsAbout.host]);

/** How many finished leases stay in memory. */
const overKept = 150;

/**
 * The leases and numbers of the connected account, in memory and on disk. Related changes are written in one
 * step. A change is in memory at once, so that the next one sees it, and is undone if the disk refuses it.
 */
export class Ledger {
  readonly #history: Pick<History, 'commit' | 'leases' | 'numbers'>;
  readonly #limits: Pick<Preferences, 'leaseLimit'>;
  readonly #events: Events;
  #account = '';
  #forgetAbove = 2 * overKept;
  #leases = new Map<string, LeaseRecord>();
  #numbers = new Map<string, NumberRecord>();
  #unwritten: (LeaseRecord | NumberRecord)[] = [];
  #revision = 0;

  constructor({ history }: Pick<CorePorts, 'history'>, limits: Pick<Preferences, 'leaseLimit'>, events: Events) {
    this.#history = history;
    this.#limits = limits;
    this.#events = events;
  }

  /** Resolves with the stored leases, for callers that read more from them. */
  async load(account: string): ReturnType<History['leases']> {
    const [leases, numbers] = await Promise.all([this.#history.leases(account), this.#history.numbers(account)]);
    this.#account = account;
    this.#revision += 1;
    this.#leases = new Map(leases.map(({ record }) => [record.id, record]));
    this.#numbers = new Map(numbers.map((record) => [record.id, record]));
    return leases;
  }

  /** Goes up with each change, so that what was made from the records can be cached until then. */
  get revision(): number {
    return this.#revision;
  }

  /** Whether the account's numbers are made up: there is no end of them, and none costs anything. */
  get isMadeUp(): boolean {
    return this.#account === captureAccountSid;
  }

  clear(): void {
    this.#revision += 1;
    this.#leases.clear();
    this.#numbers.clear();
  }

  eachLease(): Iterable<LeaseRecord> {
    return this.#leases.values();
  }

  leases(): LeaseRecord[] {
    return [...this.#leases.values()];
  }

  /** Whether the account has a phone number (E.164) that this host bought or took over. */
  owns(phoneNumber: string): boolean {
    return this.numbers().some(({ life }) => holdingOf(life)?.number === phoneNumber && life.state !== 'released');
  }

  numbers(): NumberRecord[] {
    return [...this.#numbers.values()];
  }

  lease(id: string): LeaseRecord | null {
    return this.#leases.get(id) ?? null;
  }

  number(id: string): NumberRecord | null {
    return this.#numbers.get(id) ?? null;
  }

  /** Whether a change of the lease or number with this id is on its way to the disk. */
  isBeingWritten(id: string): boolean {
    return this.#unwritten.some((record) => record.id === id);
  }

  /** By Twilio's SID; null if the ledger has no such number, or is done with it. */
  numberBySid(sid: string): NumberRecord | null {
    return this.numbers().find(({ life }) => holdingOf(life)?.numberSid === sid && life.state !== 'released') ?? null;
  }

  /** Rejects with NOT_FOUND. */
  getLease(id: string): LeaseRecord {
    const record = this.lease(id);
    if (record) return record;
    throw appError('NOT_FOUND', say.noLease({ id }), say.listLeases);
  }

  /** One that is not over, with its number. Throws NOT_FOUND or LEASE_ENDED. */
  openLease(id: string): { lease: LeaseRecord; number: NumberRecord } {
    const lease = this.getLease(id);
    const number = this.number(lease.numberId);
    if (!isOpen(lease.life) || !number) throw leaseEnded(id);
    return { lease, number };
  }

  /** The lease that has the number now, or for which it is being bought. */
  openLeaseOf(number: NumberRecord): LeaseRecord | null {
    const lease = number.leaseId === null ? null : this.lease(number.leaseId);
    return lease && isOpen(lease.life) ? lease : null;
  }

  /** Who has the number, or had it last; see LeaseRecord. */
  holderOf({ leaseId }: NumberRecord): string | null {
    return (leaseId === null ? null : this.lease(leaseId)?.holder) ?? null;
  }

  /** Whether a pinned lease has the number: then it stays, whatever its policy is. */
  isPinned(number: NumberRecord): boolean {
    const lease = this.openLeaseOf(number);
    return lease !== null && isPinned(lease.life);
  }

  /** The record after the event, not yet written; null if the event came too late to matter. */
  leaseAfter(id: string, event: LeaseEvent): LeaseRecord | null {
    const record = this.getLease(id);
    const life = advanceLease(record.life, event);
    return life && withinLimit({ ...record, life }, this.#limits.leaseLimit());
  }

  /** The same for a number. */
  numberAfter(id: string, event: NumberEvent): NumberRecord | null {
    const record = this.number(id);
    const life = record && advanceNumber(record.life, event);
    return record && life && { ...record, life };
  }

  /** Applies the event and returns the record; null if it came too late to matter. */
  async changeNumber(id: string, event: NumberEvent, ...entries: NewLedgerEntry[]): Promise<NumberRecord | null> {
    const after = this.numberAfter(id, event);
    if (after) await this.commit({ numbers: [after], entries });
    return after;
  }

  /** Rejects with STORAGE_FAILED; then nothing has changed. */
  async commit(change: LedgerChange): Promise<void> {
    const { leases = [], numbers = [] } = change;
    const entries = (change.entries ?? []).filter(({ kind }) => !this.isMadeUp || withoutMoney.has(kind));
    const undo = [...put(this.#leases, leases), ...put(this.#numbers, numbers)];
    const unwritten = [...leases, ...numbers];
    this.#unwritten.push(...unwritten);
    this.#revision += 1;
    try {
      await this.#history.commit(this.#account, { ...change, entries });
    } catch (thrown) {
      for (const back of undo) back();
      this.#revision += 1;
      this.#report(leases, numbers);
      throw thrown;
    } finally {
      this.#unwritten = this.#unwritten.filter((record) => !unwritten.includes(record));
    }
    for (const { at, kind, amount, holder } of entries) {
      this.#events.emit('entered', kind);
      if (amount) this.#events.emit('charged', { at, amount, holder });
    }
    this.#report(leases, numbers);
    if (this.#leases.size > this.#forgetAbove) this.#forgetOld();
  }

  // A host that runs for months must not grow: old leases stay on disk only.
  #forgetOld(): void {
    const current = new Set(this.numbers().flatMap(({ life, leaseId }) => (isNumberOver(life) ? [] : [leaseId])));
    const over = this.leases()
      .filter(({ id, life }) => !isOpen(life) && !current.has(id))
      .sort((a, b) => b.startedAt - a.startedAt);
    for (const { id } of over.slice(overKept)) this.#leases.delete(id);
    const wanted = new Set(this.leases().map(({ numberId }) => numberId));
    for (const { id, life } of this.numbers()) if (isNumberOver(life) && !wanted.has(id)) this.#numbers.delete(id);
    this.#forgetAbove = this.#leases.size + overKept;
    this.#revision += 1;
  }

  #report(leases: LeaseRecord[], numbers: NumberRecord[]): void {
    this.#events.emit('ledgerCommitted', {
      leases: [...leasesIn({ leases, numbers })].filter((id) => this.#leases.has(id)),
      numbers: numbers.map(({ id }) => id),
    });
  }
}

/** Puts the records into the map; each returned function undoes one, unless it has changed again since. */
function put<T extends { id: string }>(map: Map<string, T>, records: T[]): (() => void)[] {
  return records.map((record) => {
    const before = map.get(record.id);
    map.set(record.id, record);
    return () => {
      if (map.get(record.id) !== record) return;
      if (before) map.set(record.id, before);
      else map.delete(record.id);
    };
  });
}
