import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { onTestFinished } from 'vitest';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import type { Failure } from '../../../electron/contract/errors.ts';
import type { Message } from '../../../electron/contract/state.ts';
import type { LeaseLife, LeaseRecord } from '../../../electron/core/numbers/lease.ts';
import type { Holding, NumberLife, NumberRecord } from '../../../electron/core/numbers/number.ts';
import type { History, NewLedgerEntry } from '../../../electron/core/ports.ts';
import { tempFolder } from '../harness.ts';
import { verbatim } from '../../../electron/contract/words/phrases.ts';

export const account = `AC${'a'.repeat(32)}`;
export const otherAccount = `AC${'b'.repeat(32)}`;

export interface HistoryFile {
  file: string;
  history: History;
  /** Closes it and opens the same file again, as a restart does. */
  reopen(): Promise<History>;
}

export function historyForTest(file = join(tempFolder(), 'data', 'history.db')): HistoryFile {
  let open = openHistory(file);
  onTestFinished(() => open.close().catch(() => undefined));
  const reopen = async (): Promise<History> => {
    await open.close();
    return (open = openHistory(file));
  };
  return { file, history: open, reopen };
}

/** A history in memory, gone with the test. */
export function historyInMemory(): History {
  const history = openHistory(':memory:');
  onTestFinished(() => history.close().catch(() => undefined));
  return history;
}

/** As another program does it, with a history that is closed. */
export function execIn(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  db.exec(sql);
  db.close();
}

/** The steps in which SQLite answers a query. */
export function planOf(file: string, query: string, values: SQLInputValue[] = []): string[] {
  const db = new DatabaseSync(file, { readOnly: true });
  const steps = db.prepare(`EXPLAIN QUERY PLAN ${query}`).all(...values);
  db.close();
  return steps.map(({ detail }) => String(detail));
}

export function sidOf(index: number): string {
  return `SM${String(index).padStart(32, '0')}`;
}

export function messageOf(change: Partial<Message> = {}): Message {
  return {
    sid: sidOf(1),
    to: '+919000012345',
    from: 'Kettlebank',
    body: 'Your code is 123456',
    links: [],
    numMedia: 0,
    media: [],
    channel: 'sms',
    receivedAt: '2026-03-01T12:00:00.000Z',
    leaseId: null,
    code: '123456',
    candidates: [{ code: '123456', confidence: 0.9, reason: verbatim('It follows “code”.'), start: 13, end: 19 }],
    service: null,
    sentBy: null,
    reason: verbatim('It follows “code”.'),
    source: 'webhook',
    ...change,
  };
}

export const startedAt = Date.parse('2026-03-01T12:00:00Z');
const expiresAt = startedAt + 60_000;

export const failure: Failure = {
  code: 'TWILIO_ERROR',
  message: verbatim('Twilio refused the request.'),
  hint: verbatim('What Twilio says below tells why.'),
  retryable: false,
  twilio: { code: 21422, status: 400, message: 'taken', moreInfo: null },
};

export const leased = {
  number: '+919000012345',
  numberSid: `PN${'1'.repeat(32)}`,
  type: 'mobile' as const,
  monthlyPrice: { amount: '3.45', currency: 'USD' },
};
export const active = { state: 'active' as const, leased, expiresAt } satisfies LeaseLife;
export const ended = { state: 'ended' as const, leased, expiresAt } satisfies LeaseLife;
export const buying = { state: 'buying' as const, endWanted: false } satisfies LeaseLife;
export const failed = { state: 'failed' as const, failure, failedAt: startedAt } satisfies LeaseLife;

export function leaseOf(change: Partial<LeaseRecord> = {}): LeaseRecord {
  return {
    id: 'lease-1',
    account,
    requestId: 'request-1',
    holder: null,
    numberId: 'number-1',
    country: 'IN',
    label: 'sign-up “test” 🎉',
    service: null,
    policy: 'release',
    reused: false,
    ttlSeconds: 60,
    quarantineSeconds: 0,
    startedAt,
    life: active,
    ...change,
  };
}

export const holding: Holding = {
  ...leased,
  smsUrl: null,
  boughtAt: startedAt,
  nextBillAt: null,
  before: null,
  diverted: false,
  holdUntil: null,
};
export const owned = { state: 'leased' as const, holding } satisfies NumberLife;
export const released = {
  state: 'released' as const,
  holding,
  releasedAt: expiresAt,
  how: 'released',
} satisfies NumberLife;

export function numberOf(change: Partial<NumberRecord> = {}): NumberRecord {
  return {
    id: 'number-1',
    account,
    friendlyName: 'otp-dock number-1 0a1b2c3d',
    origin: 'lease',
    policy: 'release',
    country: 'IN',
    leaseId: 'lease-1',
    leases: 1,
    createdAt: startedAt,
    life: owned,
    ...change,
  };
}

export function entryOf(change: Partial<NewLedgerEntry> = {}): NewLedgerEntry {
  return {
    at: startedAt,
    kind: 'purchase',
    number: leased.number,
    numberSid: leased.numberSid,
    country: 'IN',
    leaseId: 'lease-1',
    label: null,
    holder: null,
    amount: leased.monthlyPrice,
    note: null,
    ...change,
  };
}
