import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError, appError } from '../../contract/errors.ts';
import type { Message, MessagePage } from '../../contract/state.ts';
import type { LeaseRecord } from '../../core/numbers/lease.ts';
import type { History, MessageQuery, StoredLease } from '../../core/ports.ts';
import { cursorOf, messageColumns, messageOf, parseCursor } from './rows.ts';
import { migrate } from './schema.ts';

/** How many leases that are over are read back. */
const endedRead = 100;

/** The History port on node:sqlite. `file` may be `:memory:`. Throws STORAGE_FAILED when it cannot be opened. */
export function openHistory(file: string): History {
  const db = open(file);
  const attempt = async <T>(work: () => T): Promise<T> => {
    try {
      return work();
    } catch (thrown) {
      throw storageFailed(file, thrown);
    }
  };
  return {
    addMessage: (account, message) => attempt(() => addMessage(db, account, message)),
    messages: (query) => attempt(() => readMessages(db, query)),
    newestCode: (leaseId, after) => attempt(() => newestCode(db, leaseId, after)),
    adoptMessages: (account, number, since, leaseId) => attempt(() => adopt(db, account, number, since, leaseId)),
    saveLease: (record) => attempt(() => saveLease(db, record)),
    leases: (account) => attempt(() => readLeases(db, account)),
    leaseByRequest: (account, requestId) => attempt(() => leaseByRequest(db, account, requestId)),
    forgetAccount: (account) =>
      attempt(() => {
        db.prepare('DELETE FROM messages WHERE account = ?').run(account);
        db.prepare('DELETE FROM leases WHERE account = ?').run(account);
      }),
    close: () =>
      attempt(() => {
        if (db.isOpen) db.close();
      }),
  };
}

function open(file: string): DatabaseSync {
  let db: DatabaseSync | null = null;
  try {
    if (file !== ':memory:') makePrivate(file);
    db = new DatabaseSync(file);
    migrate(db);
    return db;
  } catch (thrown) {
    // Left open, it would keep its lock on the folder until it is collected.
    db?.close();
    throw storageFailed(file, thrown);
  }
}

// Before SQLite opens it: the files that SQLite puts beside it get the same mode.
function makePrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
}

function addMessage(db: DatabaseSync, account: string, message: Message): 'stored' | 'duplicate' {
  const { sid, from, to, body, receivedAt, leaseId, code, candidates, service, reason, source } = message;
  const { changes } = db
    .prepare(
      `INSERT INTO messages (account, ${messageColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sid) DO NOTHING`,
    )
    .run(account, sid, from, to, body, receivedAt, leaseId, code, JSON.stringify(candidates), service, reason, source);
  return changes === 0 ? 'duplicate' : 'stored';
}

function readMessages(db: DatabaseSync, { account, lease, limit, before }: MessageQuery): MessagePage {
  const cursor = before === undefined ? null : parseCursor(before);
  if (before !== undefined && !cursor)
    throw appError(
      'INVALID_INPUT',
      '"before" is not a place in the list.',
      'Pass the "next" of the page before, or a time such as 2026-01-31T12:00:00Z.',
    );
  const where = ['account = ?', ...(lease ? ['lease_id = ?'] : []), ...(cursor ? ['(received_at, sid) < (?, ?)'] : [])];
  const values = [account, ...(lease ? [lease] : []), ...(cursor ? [cursor.receivedAt, cursor.sid] : [])];
  const rows = db
    .prepare(
      `SELECT ${messageColumns} FROM messages WHERE ${where.join(' AND ')} ORDER BY received_at DESC, sid DESC LIMIT ?`,
    )
    .all(...values, limit + 1)
    .map(messageOf);
  const messages = rows.slice(0, limit);
  const last = messages.at(-1);
  return { messages, next: rows.length > limit && last ? cursorOf(last) : null };
}

function newestCode(db: DatabaseSync, leaseId: string, after: string | null): Message | null {
  const row = db
    .prepare(
      `SELECT ${messageColumns} FROM messages WHERE lease_id = ? AND code IS NOT NULL AND received_at > ? ORDER BY received_at DESC LIMIT 1`,
    )
    .get(leaseId, after ?? '');
  return row ? messageOf(row) : null;
}

function adopt(db: DatabaseSync, account: string, number: string, since: string, leaseId: string): Message[] {
  return db
    .prepare(
      `UPDATE messages SET lease_id = ? WHERE account = ? AND recipient = ? AND received_at >= ? AND lease_id IS NULL RETURNING ${messageColumns}`,
    )
    .all(leaseId, account, number, since)
    .map(messageOf);
}

function saveLease(db: DatabaseSync, record: LeaseRecord): void {
  db.prepare(
    `INSERT INTO leases (id, account, request_id, state, started_at, record) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, record = excluded.record`,
  ).run(record.id, record.account, record.requestId, record.life.state, record.startedAt, JSON.stringify(record));
}

function readLeases(db: DatabaseSync, account: string): StoredLease[] {
  const over = `state IN ('released', 'failed')`;
  const rows = db
    .prepare(
      `SELECT record FROM leases WHERE account = ?1 AND NOT ${over}
       UNION ALL
       SELECT record FROM (SELECT record FROM leases WHERE account = ?1 AND ${over} ORDER BY started_at DESC LIMIT ?2)`,
    )
    .all(account, endedRead) as { record: string }[];
  return rows.map((row) => {
    const record = JSON.parse(row.record) as LeaseRecord;
    const newest = newestCode(db, record.id, null);
    return {
      record,
      latestCode: newest?.code ? { code: newest.code, messageSid: newest.sid, receivedAt: newest.receivedAt } : null,
    };
  });
}

function leaseByRequest(db: DatabaseSync, account: string, requestId: string): LeaseRecord | null {
  const row = db
    .prepare('SELECT record FROM leases WHERE account = ? AND request_id = ? ORDER BY started_at DESC LIMIT 1')
    .get(account, requestId) as { record: string } | undefined;
  return row ? (JSON.parse(row.record) as LeaseRecord) : null;
}

/** SQLite's SQLITE_BUSY; the extended codes (BUSY_RECOVERY, BUSY_SNAPSHOT) have it in their lowest byte. */
const busy = 5;

function storageFailed(file: string, thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof Error && 'errcode' in thrown && (Number(thrown.errcode) & 0xff) === busy) {
    return appError(
      'HOST_RUNNING',
      `OTP Dock is already running with this data folder (${dirname(file)}).`,
      'Use the one that runs, end it first, or set OTP_DOCK_DATA_DIR to another folder.',
    );
  }
  const reason = thrown instanceof Error ? thrown.message : 'unknown reason';
  return appError(
    'STORAGE_FAILED',
    `The history (${file}) could not be used: ${reason}.`,
    'Check the free space and the rights of that folder. If the file is damaged, move it away: OTP Dock makes a new one.',
    { retryable: true },
  );
}
