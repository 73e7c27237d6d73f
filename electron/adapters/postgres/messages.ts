import { appError } from '../../contract/errors.ts';
import type { MessageCount, MessageFacets, MessagePage } from '../../contract/messages.ts';
import type { Message } from '../../contract/state.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { MessageAfter, MessageQuery, MessageSearch, OwnFilter } from '../../core/messageHistory.ts';
import { cursorOf, placeAfter, placeAt, placeOfCursor, turnOf } from '../history/places.ts';
import { countedUpTo } from '../history/messages.ts';
import type { Revisions } from '../history/revisions.ts';
import { join, raw, sql, type Query, type Queryable } from './query.ts';
import { messageOf, type MessageRow } from './records.ts';
import { matching, storable } from './search.ts';

const say = phrases.host;

/** At most this many numbers and services are offered; search finds the others. */
const offered = 200;

/** Read at a time, where each message has to be looked at. */
const lookedAt = 100;

export async function readMessage(database: Queryable, account: string, sid: string): Promise<Message | null> {
  const { rows } = await database.query<MessageRow>(sql`
    SELECT record, lease_id FROM messages WHERE account = ${account} AND sid = ${storable(sid)}`);
  return rows[0] ? messageOf(rows[0]) : null;
}

/** A page of messages, newest first. Rejects with INVALID_INPUT when `before` is neither a cursor nor a time. */
export async function readMessages(database: Queryable, query: MessageQuery): Promise<MessagePage> {
  const { account, limit, before, ...filter } = query;
  const conditions = conditionsOf(account, filter);
  if (before !== undefined) conditions.push(sql`place < ${String(placeOfCursor(before))}::bigint`);
  const { rows } = await database.query<MessageRow & { turn: string }>(sql`
    SELECT record, lease_id, ${raw(turnOf('place'))} FROM messages WHERE ${allOf(conditions)}
    ORDER BY place DESC LIMIT ${limit + 1}`);
  const messages = rows.slice(0, limit).map(messageOf);
  const last = messages.at(-1);
  const turn = Number(rows[limit - 1]?.turn);
  return { messages, next: rows.length > limit && last ? cursorOf(last.receivedAt, turn) : null };
}

export async function countMessages(database: Queryable, account: string, filter: OwnFilter): Promise<MessageCount> {
  const { rows } = await database.query<{ count: number }>(sql`
    SELECT count(*)::int AS count FROM (
      SELECT 1 FROM messages WHERE ${allOf(conditionsOf(account, filter))} LIMIT ${countedUpTo + 1}) AS counted`);
  const count = rows[0]?.count ?? 0;
  return { count: Math.min(count, countedUpTo), more: count > countedUpTo };
}

/** The numbers that messages came to and the services they came from, those of the newest messages first. */
export async function messageFacets(
  database: Queryable,
  account: string,
  holder: string | undefined,
): Promise<MessageFacets> {
  const facets = holder === undefined ? facetsOf(account) : facetsOfHolder(account, holder);
  const [{ rows: numbers }, { rows: services }] = await Promise.all([
    database.query<{ value: string; label: string | null }>(facets('recipient')),
    database.query<{ value: string }>(facets('service')),
  ]);
  return {
    numbers: numbers.map(({ value, label }) => ({ number: value, label })),
    services: services.map(({ value }) => value),
  };
}

type Facets = (column: 'recipient' | 'service') => Query;

// Jumps from one indexed value to the next, skipping all messages between them.
function facetsOf(account: string): Facets {
  return (name) => {
    const column = raw(name);
    return sql`
      WITH RECURSIVE each (value) AS (
        (SELECT min(${column}) FROM messages WHERE account = ${account} AND ${column} IS NOT NULL)
        UNION ALL
        SELECT (SELECT min(${column}) FROM messages WHERE account = ${account} AND ${column} > value)
        FROM each WHERE value IS NOT NULL
      ), newest AS (
        SELECT value, (SELECT max(place) FROM messages WHERE account = ${account} AND ${column} = value) AS place
        FROM each WHERE value IS NOT NULL
      )
      SELECT value, label FROM newest JOIN messages USING (place) WHERE account = ${account}
      ORDER BY place DESC LIMIT ${offered}`;
  };
}

// A holder has few messages compared to the whole history, so go through them by lease.
function facetsOfHolder(account: string, holder: string): Facets {
  return (name) => {
    const column = raw(name);
    return sql`
      SELECT value, label FROM (
        SELECT DISTINCT ON (${column}) ${column} AS value, label, place FROM messages
        WHERE account = ${account} AND ${ofHolder(account, holder)} AND ${column} IS NOT NULL
        ORDER BY ${column}, place DESC
      ) AS newest ORDER BY place DESC LIMIT ${offered}`;
  };
}

/** See MessageHistory. Rejects with NOT_FOUND when `after` is not a message. */
export async function findMessage(database: Queryable, search: MessageSearch): Promise<Message | null> {
  const { account, lease, number, holder, after, withCode, order = 'newest', counts = () => true } = search;
  const conditions = conditionsOf(account, { lease, number, holder });
  if (withCode) conditions.push(sql`with_code`);
  if (after) conditions.push(sql`place >= ${await firstPlaceAfter(database, account, after)}::bigint`);
  const direction = raw(order === 'newest' ? 'DESC' : 'ASC');
  for (let from = 0; ; from += lookedAt) {
    const { rows } = await database.query<MessageRow>(sql`
      SELECT record, lease_id FROM messages WHERE ${allOf(conditions)}
      ORDER BY place ${direction} LIMIT ${lookedAt} OFFSET ${from}`);
    const found = rows.map(messageOf).find(counts);
    if (found || rows.length < lookedAt) return found ?? null;
  }
}

/** The newest message with a code of each lease that has one, by the lease's id. */
export async function newestWithCode(
  database: Queryable,
  account: string,
  leases: readonly string[],
): Promise<ReadonlyMap<string, Message>> {
  const { rows } = await database.query<MessageRow & { id: string }>(sql`
    SELECT id, record, lease_id FROM unnest(${leases}::text[]) AS wanted (id) CROSS JOIN LATERAL (
      SELECT record, lease_id FROM messages WHERE account = ${account} AND lease_id = id AND with_code
      ORDER BY place DESC LIMIT 1) AS newest`);
  return new Map(rows.map((row) => [row.id, messageOf(row)]));
}

// By place, not by time: Twilio's list has times in whole seconds, so two messages may share one.
async function firstPlaceAfter(database: Queryable, account: string, after: MessageAfter): Promise<string> {
  if ('at' in after) return String(placeAfter(Date.parse(after.at)));
  const { rows } = await database.query<{ place: string }>(sql`
    SELECT (place + 1)::text AS place FROM messages WHERE account = ${account} AND sid = ${storable(after.sid)}`);
  if (rows[0]) return rows[0].place;
  throw appError('NOT_FOUND', say.noMessage({ sid: after.sid }), say.noMessageHint);
}

/** Gives messages that have no lease yet to this one, and returns them. `since` is ISO 8601. */
export async function adoptMessages(
  database: Queryable,
  account: string,
  number: string,
  since: string,
  leaseId: string,
  revisions: Revisions,
): Promise<Message[]> {
  const { rows } = await database.query<MessageRow & { sid: string }>(sql`
    WITH lease AS (SELECT label, searched FROM leases WHERE account = ${account} AND id = ${leaseId}), adopted AS (
      UPDATE messages SET lease_id = ${leaseId}, label = (SELECT label FROM lease),
        texts = texts || coalesce(E'\n' || (SELECT searched FROM lease), '')
      WHERE account = ${account} AND recipient = ${storable(number)} AND lease_id IS NULL
        AND place >= ${String(placeAt(Date.parse(since)))}::bigint
      RETURNING sid, record, lease_id, place
    ) SELECT sid, record, lease_id FROM adopted ORDER BY place`);
  await database.query(sql`
    UPDATE messages SET revision = ${String(revisions.next(rows.length))}::bigint + n - 1
    FROM unnest(${rows.map(({ sid }) => sid)}::text[]) WITH ORDINALITY AS adopted (sid, n)
    WHERE account = ${account} AND messages.sid = adopted.sid`);
  return rows.map(messageOf);
}

/** The services recognised in a number's messages or named by its leases; lower-cased, each once. */
export async function servicesOf(database: Queryable, account: string, number: string): Promise<string[]> {
  const { rows } = await database.query<{ service: string }>(sql`
    SELECT service FROM messages
    WHERE account = ${account} AND recipient = ${storable(number)} AND service IS NOT NULL
    UNION SELECT service FROM leases
    WHERE account = ${account} AND number = ${number} AND service IS NOT NULL`);
  return [...new Set(rows.map(({ service }) => service.toLowerCase()))];
}

/** Whether a message came for one of a holder's leases. */
export function ofHolder(account: string, holder: string): Query {
  return sql`lease_id IN (SELECT id FROM leases WHERE account = ${account} AND holder = ${holder})`;
}

function conditionsOf(account: string, filter: OwnFilter): Query[] {
  const { lease, number, service, withCode, noLease, holder, search = '' } = filter;
  return [
    sql`account = ${account}`,
    ...(lease === undefined ? [] : [sql`lease_id = ${lease}`]),
    ...(holder === undefined ? [] : [ofHolder(account, holder)]),
    ...(number === undefined ? [] : [sql`recipient = ${storable(number)}`]),
    ...(service === undefined ? [] : [sql`service = ${storable(service)}`]),
    ...(withCode === undefined ? [] : [sql`with_code = ${withCode}`]),
    ...(noLease === undefined ? [] : [noLease ? sql`lease_id IS NULL` : sql`lease_id IS NOT NULL`]),
    ...(search.trim() === '' ? [] : [matching(search)]),
  ];
}

export function allOf(conditions: Query[]): Query {
  return join(conditions, ' AND ');
}
