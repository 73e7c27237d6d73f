import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import type { Message } from '../../../electron/contract/state.ts';
import type { LeaseRecord, Life } from '../../../electron/core/numbers/lease.ts';
import type { History } from '../../../electron/core/ports.ts';
import { tempFolder } from '../harness.ts';

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

export function sidOf(index: number): string {
  return `SM${String(index).padStart(32, '0')}`;
}

export function messageOf(change: Partial<Message> = {}): Message {
  return {
    sid: sidOf(1),
    to: '+919000012345',
    from: 'Kettlebank',
    body: 'Your code is 123456',
    receivedAt: '2026-03-01T12:00:00.000Z',
    leaseId: null,
    code: '123456',
    candidates: [{ code: '123456', confidence: 0.9, reason: 'It follows “code”.', start: 13, end: 19 }],
    service: null,
    reason: 'It follows “code”.',
    source: 'webhook',
    ...change,
  };
}

const holding = {
  number: '+919000012345',
  numberSid: `PN${'1'.repeat(32)}`,
  type: 'mobile' as const,
  monthlyPrice: { amount: '3.45', currency: 'USD' },
  smsUrl: null,
};
export const active: Life = { state: 'active', holding, expiresAt: 1_772_366_460_000 };
export const released: Life = {
  state: 'released',
  holding,
  expiresAt: 1_772_366_460_000,
  releasedAt: 1_772_366_461_000,
};

export function leaseOf(change: Partial<LeaseRecord> = {}): LeaseRecord {
  return {
    id: 'lease-1',
    account,
    requestId: 'request-1',
    country: 'IN',
    label: 'sign-up “test” 🎉',
    policy: 'release',
    ttlSeconds: 60,
    startedAt: 1_772_366_400_000,
    life: active,
    ...change,
  };
}
