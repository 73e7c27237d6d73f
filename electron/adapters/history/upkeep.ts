import type { RemainingNumber } from '../../contract/host.ts';
import type { LeaseRecord } from '../../core/numbers/lease.ts';
import type { LeaseWithNumber, StoredLeasePage } from '../../core/upkeep.ts';
import { inTransaction, type Database } from './database.ts';
import { deleteMany } from './manyMessages.ts';
import type { Condition } from './messageQuery.ts';
import { running } from './leases.ts';
import { findMessage } from './messages.ts';
import { notOver, numberById } from './numbers.ts';
import { lowestPlace } from './places.ts';
import { leaseRecordOf } from './records.ts';

/** A page of leases with their numbers, newest first. `before`: `next` of the previous page. */
export function leasePage(
  database: Database,
  account: string,
  { limit, before }: { limit: number; before?: string | undefined },
): StoredLeasePage {
  const [startedAt = '', id = ''] = before?.split('~') ?? [];
  const from = before === undefined ? Number.MAX_SAFE_INTEGER : Number(startedAt);
  const rows = database
    .sql(
      `SELECT record FROM leases WHERE account = ? AND (started_at, id) < (?, ?)
       ORDER BY started_at DESC, id DESC LIMIT ?`,
    )
    .all(account, from, id, limit + 1);
  const records = rows.slice(0, limit).map(({ record }) => leaseRecordOf(record));
  const last = records.at(-1);
  return {
    leases: records.map((record) => withNumber(database, account, record)),
    next: rows.length > limit && last ? `${last.startedAt}~${last.id}` : null,
  };
}

/** A lease with its number and its newest code. */
export function withNumber(database: Database, account: string, record: LeaseRecord): LeaseWithNumber {
  const newest = findMessage(database, { account, lease: record.id, withCode: true });
  const latestCode = newest?.code ? { code: newest.code, messageSid: newest.sid, receivedAt: newest.receivedAt } : null;
  return { record, number: numberById(database, account, record.numberId), latestCode };
}

/** See HistoryUpkeep.deleteEnded. */
export function deleteEnded(database: Database, account: string, remember: string) {
  const deleted = { messages: 0, leases: 0 };
  overwriting(database, () => {
    deleted.messages = deleteMany(database, ofNoRunningLease(account), remember).length;
    const { changes } = database
      .sql(
        `DELETE FROM leases WHERE account = ?1 AND NOT ${running} AND id NOT IN (
           SELECT json_extract(record, '$.leaseId') FROM numbers
           WHERE account = ?1 AND ${notOver} AND json_extract(record, '$.leaseId') IS NOT NULL)`,
      )
      .run(account);
    deleted.leases = Number(changes);
  });
  return deleted;
}

function ofNoRunningLease(account: string): Condition {
  return {
    sql: `account = ? AND (lease_id IS NULL OR lease_id NOT IN (SELECT id FROM leases WHERE account = ? AND ${running}))`,
    values: [account, account],
  };
}

/** Numbers of all accounts that still need work. */
export function remainingNumbers({ sql }: Database): RemainingNumber[] {
  return sql(`SELECT account, number FROM numbers WHERE ${notOver} ORDER BY account, created_at`)
    .all()
    .map((row) => ({ ...(row as unknown as RemainingNumber) }));
}

/** Deletes every row of every table, except that who was signed out stays so. */
export function wipe(database: Database): void {
  overwriting(database, () => {
    for (const table of ['messages', 'deleted_messages', 'leases', 'numbers', 'ledger', 'tokens'])
      database.sql(`DELETE FROM ${table}`).run();
    database.sql('DELETE FROM message_blocks WHERE first > ?').run(lowestPlace);
  });
  database.db.exec('VACUUM');
  truncateLog(database);
}

/** Deleted data is overwritten in the file, and must not survive in the log. */
function overwriting(database: Database, work: () => void): void {
  database.db.exec('PRAGMA secure_delete = ON');
  inTransaction(database.db, work);
  truncateLog(database);
}

function truncateLog({ db }: Database): void {
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}
