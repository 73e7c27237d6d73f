import { appError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { MessageCount, MessagePage } from '../../contract/messages.ts';
import type { Message } from '../../contract/state.ts';
import type { Added, MessageAfter, MessageQuery, MessageSearch, OwnFilter } from '../../core/messageHistory.ts';
import { addText } from './addText.ts';
import type { Database } from './database.ts';
import { conditionsOf, inRange, selectionOf, whereOf, type Condition, type Range } from './messageQuery.ts';
import { cursorOf, placeAfter, placeAt, placeOfCursor, turnOf } from './places.ts';
import { messageColumns, messageOf, qualifiedColumns } from './rows.ts';

const say = phrases.host;

/** Counting stops here, to limit its cost. */
export const countedUpTo = 10_000;

/** Adds a message; see Added. */
export function addMessage(database: Database, account: string, message: Message): Added {
  const { sid, from, to, body, receivedAt, leaseId, code, candidates, service, reason, source, ...rest } = message;
  const { numMedia, media, sentBy } = rest;
  const [first, end] = [placeAt(Date.parse(receivedAt)), placeAfter(Date.parse(receivedAt))];
  const { changes } = database
    .sql(
      `INSERT INTO messages (place, account, revision, label, ${messageColumns})
     SELECT coalesce((SELECT max(place) + 1 FROM messages WHERE place >= ? AND place < ?), ?), ?, next_revision(),
       (SELECT json_extract(record, '$.label') FROM leases WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
     WHERE NOT EXISTS (SELECT 1 FROM deleted_messages WHERE sid = ?)
     ON CONFLICT (sid) DO NOTHING`,
    )
    .run(
      ...[first, end, first, account, leaseId],
      ...[sid, from, to, body, receivedAt, leaseId, code, JSON.stringify(candidates), service, JSON.stringify(reason)],
      ...[source, numMedia, sentBy?.sid ?? null, sentBy?.name ?? null],
      ...[media.length === 0 ? null : JSON.stringify(media), sid],
    );
  return changes === 0 ? (addText(database, account, message) ?? 'duplicate') : 'stored';
}

export function readMessage({ sql }: Database, account: string, sid: string): Message | null {
  const row = sql(`SELECT ${messageColumns} FROM messages WHERE sid = ? AND account = ?`).get(sid, account);
  return row ? messageOf(row) : null;
}

/** A page of messages, newest first. Throws INVALID_INPUT when `before` is neither a cursor nor a time. */
export function readMessages(database: Database, query: MessageQuery): MessagePage {
  return pageOf(selectRows(database, query, { below: startOf(query), from: null }, query.limit + 1), query.limit);
}

/** The place that a page starts below. Throws INVALID_INPUT. */
export function startOf({ before }: MessageQuery): bigint | null {
  return before === undefined ? null : placeOfCursor(before);
}

/** The rows of a range as SQLite returns them, newest first. */
export type Row = Record<string, unknown>;

export function selectRows({ sql }: Database, query: MessageQuery, range: Range, most: number): Row[] {
  const { account, limit: _limit, before: _before, ...filter } = query;
  const { from, place, where, unindexed } = selectionOf(account, filter);
  const { sql: condition, values } = whereOf([...where, ...unindexed, ...inRange(place, range)]);
  return sql(
    `SELECT ${qualifiedColumns}, ${turnOf(place)} FROM ${from} WHERE ${condition} ORDER BY ${place} DESC LIMIT ?`,
  ).all(...values, most);
}

/** A page of rows. One row more than the page size means that another page follows. */
export function pageOf(rows: readonly Row[], limit: number): MessagePage {
  const messages = rows.slice(0, limit).map(messageOf);
  const last = messages.at(-1);
  const turn = Number(rows[limit - 1]?.['turn']);
  return { messages, next: rows.length > limit && last ? cursorOf(last.receivedAt, turn) : null };
}

export function countMessages(database: Database, account: string, filter: OwnFilter): MessageCount {
  return countOf(countRows(database, account, filter, { below: null, from: null }, countedUpTo + 1));
}

export function countRows({ sql }: Database, account: string, filter: OwnFilter, range: Range, most: number): number {
  const { from, place, where, unindexed } = selectionOf(account, filter);
  const { sql: condition, values } = whereOf([...where, ...unindexed, ...inRange(place, range)]);
  const { count } = sql(`SELECT count(*) AS count FROM (SELECT 1 FROM ${from} WHERE ${condition} LIMIT ?)`).get(
    ...values,
    most,
  ) as { count: number };
  return count;
}

export function countOf(count: number): MessageCount {
  return { count: Math.min(count, countedUpTo), more: count > countedUpTo };
}

/** See MessageHistory. Throws NOT_FOUND when `after` is not a message. */
export function findMessage(database: Database, search: MessageSearch): Message | null {
  const { counts = () => true } = search;
  const { sql, values } = searchFor(search, search.after ? firstPlaceAfter(database, search.after) : 0n);
  for (const row of database.sql(sql).iterate(...values)) {
    const message = messageOf(row);
    if (counts(message)) return message;
  }
  return null;
}

/** Reads from a place on, in order, so that the first one that counts ends it. */
export function searchFor(search: MessageSearch, from: bigint): Condition {
  const { account, lease, number, holder, withCode = false, order = 'newest' } = search;
  const filter = [...conditionsOf(account, { lease, number, holder }), ...inRange('place', { below: null, from })];
  const { sql, values } = whereOf(filter);
  // The index by code would be worse than the one by lease or number.
  const coded = withCode ? 'AND code IS NOT NULL' : '';
  const direction = order === 'newest' ? 'DESC' : 'ASC';
  return { sql: `SELECT ${messageColumns} FROM messages WHERE ${sql} ${coded} ORDER BY place ${direction}`, values };
}

// By place, not by time: Twilio's list has times in whole seconds, so two messages may share one.
function firstPlaceAfter({ sql }: Database, after: MessageAfter): bigint {
  if ('at' in after) return placeAfter(Date.parse(after.at));
  const row = sql('SELECT CAST(place AS TEXT) AS place FROM messages WHERE sid = ?').get(after.sid);
  if (row) return BigInt(String(row['place'])) + 1n;
  throw appError('NOT_FOUND', say.noMessage({ sid: after.sid }), say.noMessageHint);
}

/** Gives messages that have no lease yet to this one, and returns them. `since` is ISO 8601. */
export function adoptMessages(
  { sql }: Database,
  account: string,
  number: string,
  since: string,
  leaseId: string,
): Message[] {
  return sql(
    `UPDATE messages SET revision = next_revision(), lease_id = ?1,
       label = (SELECT json_extract(record, '$.label') FROM leases WHERE id = ?1)
     WHERE account = ?2 AND recipient = ?3 AND place >= ?4 AND lease_id IS NULL RETURNING ${messageColumns}`,
  )
    .all(leaseId, account, number, placeAt(Date.parse(since)))
    .map(messageOf);
}

/** The services recognised in a number's messages or named by its leases; lower-cased, each once. */
export function servicesOf({ sql }: Database, account: string, number: string): string[] {
  const rows = sql(
    `SELECT service FROM messages WHERE account = ?1 AND recipient = ?2 AND service IS NOT NULL
     UNION
     SELECT json_extract(record, '$.service') FROM leases WHERE account = ?1 AND number = ?2`,
  ).all(account, number) as { service: string | null }[];
  return [...new Set(rows.flatMap(({ service }) => (service === null ? [] : [service.toLowerCase()])))];
}
