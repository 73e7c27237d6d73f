import type { Message } from '../../contract/state.ts';
import type { OldMessages } from '../../core/messageHistory.ts';
import { placeAt } from '../history/places.ts';
import type { Revisions } from '../history/revisions.ts';
import { addMessages } from './intake.ts';
import { touchLeases } from './ledger.ts';
import { allOf, ofHolder } from './messages.ts';
import { empty, sql, type Query, type Queryable } from './query.ts';
import { messageOf, type MessageRow } from './records.ts';
import { storable } from './search.ts';

/** Condition of a table of leases for those that are not over. */
export const running = sql`state IN ('buying', 'active')`;

/** Deletes messages but keeps their SIDs, so that they do not come back. Returns those that existed. */
export async function deleteMessages(
  database: Queryable,
  account: string,
  sids: string[],
  holder: string | undefined,
  revisions: Revisions,
): Promise<Message[]> {
  const own = holder === undefined ? empty : sql`AND ${ofHolder(account, holder)}`;
  const { rows } = await database.query<MessageRow & { sid: string }>(sql`
    WITH deleted AS (
      DELETE FROM messages WHERE account = ${account} AND sid = ANY(${sids.map(storable)}) ${own}
      RETURNING sid, record, lease_id, revision
    ), remembered AS (
      INSERT INTO deleted_messages (account, sid, revision) SELECT ${account}, sid, revision FROM deleted
      ON CONFLICT DO NOTHING
    )
    SELECT sid, record, lease_id FROM deleted`);
  const bySid = new Map(rows.map((row) => [row.sid, messageOf(row)]));
  const deleted = sids.flatMap((sid) => bySid.get(storable(sid)) ?? []);
  await touchLeases(database, account, leasesWithCodeIn(deleted), revisions);
  return deleted;
}

function leasesWithCodeIn(messages: readonly Message[]): string[] {
  const ids = messages.flatMap(({ leaseId, code }) => (leaseId === null || code === null ? [] : [leaseId]));
  return [...new Set(ids)];
}

/** Restores deleted messages. Returns those that had been deleted. */
export async function restoreMessages(
  database: Queryable,
  account: string,
  messages: Message[],
  revisions: Revisions,
): Promise<Message[]> {
  const { rows } = await database.query<{ sid: string; revision: string }>(sql`
    DELETE FROM deleted_messages WHERE account = ${account} AND sid = ANY(${messages.map(({ sid }) => storable(sid))})
    RETURNING sid, revision`);
  const known = new Set(rows.map(({ sid }) => sid));
  const deleted = messages.filter(({ sid }) => known.has(storable(sid)));
  const added = await addMessages(
    database,
    deleted.map((message) => ({ account, message })),
    revisions,
  );
  // They came once, and that was told.
  await database.query(sql`
    UPDATE messages SET revision = back.revision
    FROM unnest(${rows.map(({ sid }) => sid)}::text[], ${rows.map(({ revision }) => revision)}::bigint[])
      AS back (sid, revision)
    WHERE account = ${account} AND messages.sid = back.sid`);
  const restored = deleted.filter((_message, index) => added[index] === 'stored');
  await touchLeases(database, account, leasesWithCodeIn(restored), revisions);
  return restored;
}

/** See MessageHistory.deleteAllMessages. */
export function deleteAllMessages(
  database: Queryable,
  account: string,
  number: string | undefined,
  remember: string,
  revisions: Revisions,
): Promise<string[]> {
  const which = number === undefined ? [] : [sql`recipient = ${storable(number)}`];
  return deleteMany({ database, account, which: allOf([sql`account = ${account}`, ...which]), remember, revisions });
}

/** Deletes all messages outside running leases; see HistoryUpkeep.deleteEnded. Returns their SIDs. */
export function deleteEndedMessages(
  database: Queryable,
  account: string,
  remember: string,
  revisions: Revisions,
): Promise<string[]> {
  const isOver = sql`(lease_id IS NULL OR lease_id NOT IN (
    SELECT id FROM leases WHERE account = ${account} AND ${running}))`;
  return deleteMany({ database, account, which: allOf([sql`account = ${account}`, isOver]), remember, revisions });
}

interface Deletion {
  database: Queryable;
  account: string;
  which: Query;
  remember: string;
  revisions: Revisions;
}

/**
 * Deletes the messages of a condition, and returns their SIDs. Those that Twilio's list may return again, of a lease or
 * later than `remember` (ISO 8601), then count as known.
 */
async function deleteMany({ database, account, which, remember, revisions }: Deletion): Promise<string[]> {
  const { rows: leases } = await database.query<{ id: string }>(sql`
    SELECT id FROM leases WHERE account = ${account} AND ${running}
      AND id IN (SELECT lease_id FROM messages WHERE ${which} AND with_code)`);
  const { rows } = await database.query<{ sid: string }>(sql`
    WITH deleted AS (DELETE FROM messages WHERE ${which} RETURNING account, sid, place, lease_id), remembered AS (
      INSERT INTO deleted_messages (account, sid)
      SELECT account, sid FROM deleted WHERE lease_id IS NOT NULL OR place >= ${placeOf(remember)}::bigint
      ON CONFLICT DO NOTHING
    )
    SELECT sid FROM deleted ORDER BY place`);
  await touchLeases(
    database,
    account,
    leases.map(({ id }) => id),
    revisions,
  );
  return rows.map(({ sid }) => sid);
}

/** See MessageHistory.deleteOldMessages. */
export async function deleteOldMessages(
  database: Queryable,
  account: string,
  { before, except, remember, most }: OldMessages,
): Promise<string[]> {
  const spared = except.map(
    ({ from, to }) => sql`NOT (place >= ${placeOf(from)}::bigint AND place < ${placeOf(to)}::bigint)`,
  );
  const which = allOf([sql`account = ${account}`, sql`place < ${placeOf(before)}::bigint`, ...spared]);
  const { rows } = await database.query<{ sid: string }>(sql`
    WITH deleted AS (
      DELETE FROM messages WHERE account = ${account} AND place IN (
        SELECT place FROM messages WHERE ${which} AND (lease_id IS NULL OR lease_id NOT IN (
          SELECT id FROM leases WHERE account = ${account} AND ${running}))
        ORDER BY place LIMIT ${most})
      RETURNING sid, place
    ), remembered AS (
      INSERT INTO deleted_messages (account, sid)
      SELECT ${account}, sid FROM deleted WHERE place >= ${placeOf(remember)}::bigint ON CONFLICT DO NOTHING
    )
    SELECT sid FROM deleted ORDER BY place`);
  return rows.map(({ sid }) => sid);
}

function placeOf(time: string): string {
  return String(placeAt(Date.parse(time)));
}
