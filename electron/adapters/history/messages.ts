import { appError } from '../../contract/errors.ts';
import type { Message, MessagePage } from '../../contract/state.ts';
import type { MessageQuery } from '../../core/ports.ts';
import type { Database } from './database.ts';
import { cursorOf, messageColumns, messageOf, parseCursor } from './rows.ts';

/** Adds a message; one whose SID is known already changes nothing. */
export function addMessage({ sql }: Database, account: string, message: Message): 'stored' | 'duplicate' {
  const { sid, from, to, body, receivedAt, leaseId, code, candidates, service, reason, source } = message;
  const { changes } = sql(
    `INSERT INTO messages (account, ${messageColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sid) DO NOTHING`,
  ).run(account, sid, from, to, body, receivedAt, leaseId, code, JSON.stringify(candidates), service, reason, source);
  return changes === 0 ? 'duplicate' : 'stored';
}

/** A page of messages, newest first. Throws INVALID_INPUT when `before` is neither a cursor nor a time. */
export function readMessages({ sql }: Database, { account, lease, limit, before }: MessageQuery): MessagePage {
  const cursor = before === undefined ? null : parseCursor(before);
  if (before !== undefined && !cursor) throw noPlace();
  const where = ['account = ?', ...(lease ? ['lease_id = ?'] : []), ...(cursor ? ['(received_at, sid) < (?, ?)'] : [])];
  const values = [account, ...(lease ? [lease] : []), ...(cursor ? [cursor.receivedAt, cursor.sid] : [])];
  const rows = sql(
    `SELECT ${messageColumns} FROM messages WHERE ${where.join(' AND ')} ORDER BY received_at DESC, sid DESC LIMIT ?`,
  )
    .all(...values, limit + 1)
    .map(messageOf);
  const messages = rows.slice(0, limit);
  const last = messages.at(-1);
  return { messages, next: rows.length > limit && last ? cursorOf(last) : null };
}

function noPlace(): Error {
  return appError(
    'INVALID_INPUT',
    '"before" is not a place in the list.',
    'Pass the "next" of the page before, or a time such as 2026-01-31T12:00:00Z.',
  );
}

/** The newest message with a code for a lease, later than `after` (ISO 8601) when given. */
export function newestCode({ sql }: Database, leaseId: string, after: string | null): Message | null {
  const row = sql(
    `SELECT ${messageColumns} FROM messages WHERE lease_id = ? AND code IS NOT NULL AND received_at > ? ORDER BY received_at DESC LIMIT 1`,
  ).get(leaseId, after ?? '');
  return row ? messageOf(row) : null;
}

/** Gives the messages that belong to no lease yet to one, and returns them. `since` is ISO 8601. */
export function adoptMessages(
  { sql }: Database,
  account: string,
  number: string,
  since: string,
  leaseId: string,
): Message[] {
  return sql(
    `UPDATE messages SET lease_id = ? WHERE account = ? AND recipient = ? AND received_at >= ? AND lease_id IS NULL RETURNING ${messageColumns}`,
  )
    .all(leaseId, account, number, since)
    .map(messageOf);
}

/** What messages to a number were recognised as, and what its leases were taken for; lower-cased, each once. */
export function servicesOf({ sql }: Database, account: string, number: string): string[] {
  const rows = sql(
    `SELECT service FROM messages WHERE account = ?1 AND recipient = ?2 AND service IS NOT NULL
     UNION
     SELECT json_extract(record, '$.service') FROM leases WHERE account = ?1 AND number = ?2`,
  ).all(account, number) as { service: string | null }[];
  return [...new Set(rows.flatMap(({ service }) => (service === null ? [] : [service.toLowerCase()])))];
}
