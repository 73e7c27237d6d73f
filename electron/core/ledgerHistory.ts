import type { NumberType } from '../contract/settings.ts';
import type { LatestCode, LedgerEntry, LedgerKind, LedgerPage, Money } from '../contract/state.ts';
import type { LeaseRecord } from './numbers/lease.ts';
import type { NumberRecord } from './numbers/number.ts';

/** An entry before it gets its id. `at` is milliseconds since the epoch. */
export interface NewLedgerEntry extends Omit<LedgerEntry, 'id' | 'at'> {
  at: number;
}

/** A page of the ledger. `before`: `next` of the page before. `kinds`: only these; absent: all. */
export interface LedgerQuery {
  limit: number;
  before?: number | undefined;
  kinds?: readonly LedgerKind[] | undefined;
}

/** What is written in one step, or not at all. */
export interface LedgerChange {
  leases?: LeaseRecord[];
  numbers?: NumberRecord[];
  entries?: NewLedgerEntry[];
  /** Completes the entries of numbers whose price was not known. */
  prices?: LatePrice[];
}

/** The leases that look different afterwards. */
export function leasesIn({ leases = [], numbers = [] }: LedgerChange): Set<string> {
  const ofNumbers = numbers.flatMap(({ leaseId }) => (leaseId === null ? [] : [leaseId]));
  return new Set([...leases.map(({ id }) => id), ...ofNumbers]);
}

/** What a number costs a month, learned after it was charged. */
export interface LatePrice {
  numberSid: string;
  price: Money;
}

/** A charge of unknown amount. `at` is milliseconds since the epoch; `holder` that of the lease that caused it. */
export interface UnpricedCharge {
  at: number;
  number: string;
  numberSid: string;
  country: string;
  holder: string | null;
}

/** A charge of the ledger. `at` is milliseconds since the epoch; `holder` that of the lease that caused it. */
export interface Charge {
  at: number;
  amount: Money;
  holder: string | null;
}

/** A past lease, to work out what it would have cost otherwise. Times are milliseconds since the epoch. */
export interface PastLease {
  country: string;
  type: NumberType | null;
  startedAt: number;
  /** null while it runs. */
  endedAt: number | null;
}

export interface StoredLease {
  record: LeaseRecord;
  latestCode: LatestCode | null;
}

/** The History port's leases, numbers and ledger. Its promises mean the same here. */
export interface LedgerHistory {
  /** Adds or replaces records and adds entries, all together. */
  commit(account: string, change: LedgerChange): Promise<void>;
  /**
   * Every lease that is not over, the newest lease of each number that is not over, and the newest hundred of the
   * others; each with its newest code.
   */
  leases(account: string): Promise<StoredLease[]>;
  /** Every number that is not over (neither released nor failed). */
  numbers(account: string): Promise<NumberRecord[]>;
  /** By the id of the record, in whatever state. */
  numberById(account: string, id: string): Promise<NumberRecord | null>;
  /** Newest first. */
  ledger(account: string, query: LedgerQuery): Promise<LedgerPage>;
  /** What was charged since an instant. */
  charges(account: string, since: number): Promise<Charge[]>;
  /** Charges whose amount was not known when they were written. */
  unpriced(account: string): Promise<UnpricedCharge[]>;
  /** The leases that had a number and ran at `since` or later. */
  leasesSince(account: string, since: number): Promise<PastLease[]>;
  leaseByRequest(account: string, requestId: string): Promise<LeaseRecord | null>;
}
