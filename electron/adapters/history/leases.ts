import { leasedOf, type LeaseRecord } from '../../core/numbers/lease.ts';
import type { PastLease, StoredLease } from '../../core/ports.ts';
import type { Database } from './database.ts';
import { findMessage } from './messages.ts';
import { notOver as numberNotOver } from './numbers.ts';
import { leaseRecordOf } from './records.ts';

/** How many ended leases are loaded. */
const endedRead = 100;

// Must match the condition of the index leases_over word for word, or SQLite does not use it.
const over = `state IN ('ended', 'failed')`;

/** SQL condition for leases that are not over. */
export const running = `state IN ('buying', 'active')`;

/** Adds a lease, or replaces it. */
export function saveLease({ sql }: Database, account: string, record: LeaseRecord): void {
  const { id, requestId, numberId, startedAt, life, holder } = record;
  const endedAt = life.state === 'ended' ? life.expiresAt : null;
  sql(
    `INSERT INTO leases (id, account, request_id, state, started_at, number_id, number, ended_at, holder, record)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, number_id = excluded.number_id,
       number = excluded.number, ended_at = excluded.ended_at, record = excluded.record`,
  ).run(
    id,
    account,
    requestId,
    life.state,
    startedAt,
    numberId,
    leasedOf(life)?.number ?? null,
    endedAt,
    holder,
    JSON.stringify(record),
  );
}

/** Something that its view is made from has changed. */
export function touchLease({ sql }: Database, id: string): void {
  sql('UPDATE leases SET revision = next_revision() WHERE id = ?').run(id);
}

// The plus keeps SQLite from scanning all leases of the account: there are few ids.
export const recentLeases = `
  SELECT record FROM leases WHERE +account = ?1 AND id IN (
    SELECT id FROM leases WHERE account = ?1 AND state IN ('buying', 'active')
    UNION
    SELECT json_extract(record, '$.leaseId') FROM numbers WHERE account = ?1 AND ${numberNotOver}
    UNION
    SELECT id FROM (SELECT id FROM leases WHERE account = ?1 AND ${over} ORDER BY started_at DESC LIMIT ?2)
  )`;

/** See History.leases. */
export function readLeases(database: Database, account: string): StoredLease[] {
  const rows = database.sql(recentLeases).all(account, endedRead);
  return rows.map(({ record }) => withCode(database, account, leaseRecordOf(record)));
}

function withCode(database: Database, account: string, record: LeaseRecord): StoredLease {
  const newest = findMessage(database, { account, lease: record.id, withCode: true });
  const latestCode = newest?.code ? { code: newest.code, messageSid: newest.sid, receivedAt: newest.receivedAt } : null;
  return { record, latestCode };
}

/** The newest lease of a request, or null. */
export function leaseByRequest({ sql }: Database, account: string, requestId: string): LeaseRecord | null {
  const row = sql(
    'SELECT record FROM leases WHERE account = ? AND request_id = ? ORDER BY started_at DESC LIMIT 1',
  ).get(account, requestId);
  return row ? leaseRecordOf(row['record']) : null;
}

export const pastLeases = `
  SELECT record FROM leases WHERE account = ?1 AND state = 'active'
  UNION ALL
  SELECT record FROM leases WHERE account = ?1 AND ended_at >= ?2`;

/** Leases that are running or ended at or after `since` (milliseconds since the epoch). */
export function leasesSince({ sql }: Database, account: string, since: number): PastLease[] {
  const rows = sql(pastLeases).all(account, since);
  return rows.map(({ record }) => {
    const { country, startedAt, life } = leaseRecordOf(record);
    const endedAt = life.state === 'ended' ? life.expiresAt : null;
    return { country, type: leasedOf(life)?.type ?? null, startedAt, endedAt };
  });
}
