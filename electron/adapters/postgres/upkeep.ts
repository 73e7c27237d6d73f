import type { RemainingNumber } from '../../contract/host.ts';
import type { EndedSession } from '../../core/sharing/endedSessions.ts';
import type { TokenRecord } from '../../core/sharing/tokens.ts';
import type { StoredLeasePage } from '../../core/upkeep.ts';
import { deleteEndedMessages, running } from './deletions.ts';
import type { Revisions } from '../history/revisions.ts';
import { notOver, withNumbers } from './ledger.ts';
import { raw, sql, type Queryable } from './query.ts';
import { leaseRecordOf, tokenRecordOf } from './records.ts';

// The SIDs of deleted messages are kept for Twilio's list, which an emulator begins anew, as it does its numbers.
const ofNumbers = ['deleted_messages', 'leases', 'numbers', 'ledger'];
export const tables = { ofNumbers, ofAccount: ['messages', ...ofNumbers], all: ['messages', ...ofNumbers, 'tokens'] };

/**
 * Under which account something is stored that a host keeps. The accounts of the demo and of what is captured have the
 * same name everywhere: each host has its own, or it would see and wipe those of hosts with other accounts.
 */
export function accountWithin(own: string, account: string): string {
  return account === own ? own : `${own}/${account}`;
}

/** Deletes all that the hosts of an account keep. */
export async function forgetAll(database: Queryable, own: string): Promise<void> {
  for (const name of tables.all)
    await database.query(
      sql`DELETE FROM ${raw(name)} WHERE account = ${own} OR starts_with(account, ${accountWithin(own, '')})`,
    );
}

/** Deletes what these tables have of an account. */
export async function forget(database: Queryable, account: string, names: readonly string[]): Promise<void> {
  for (const name of names) await database.query(sql`DELETE FROM ${raw(name)} WHERE account = ${account}`);
}

/** A page of leases with their numbers, newest first. `before`: `next` of the previous page. */
export async function leasePage(
  database: Queryable,
  account: string,
  { limit, before }: { limit: number; before?: string | undefined },
): Promise<StoredLeasePage> {
  const [startedAt = '', id = ''] = before?.split('~') ?? [];
  const from = before === undefined ? Number.MAX_SAFE_INTEGER : Number(startedAt);
  const { rows } = await database.query<{ record: string }>(sql`
    SELECT record FROM leases WHERE account = ${account} AND (started_at, id) < (${from}, ${id})
    ORDER BY started_at DESC, id DESC LIMIT ${limit + 1}`);
  const records = rows.slice(0, limit).map(({ record }) => leaseRecordOf(record));
  const last = records.at(-1);
  return {
    leases: await withNumbers(database, account, records),
    next: rows.length > limit && last ? `${last.startedAt}~${last.id}` : null,
  };
}

/** See HistoryUpkeep.deleteEnded. */
export async function deleteEnded(
  database: Queryable,
  account: string,
  remember: string,
  revisions: Revisions,
): Promise<{ messages: number; leases: number }> {
  const messages = await deleteEndedMessages(database, account, remember, revisions);
  const { rowCount } = await database.query(sql`
    DELETE FROM leases WHERE account = ${account} AND NOT ${running} AND id NOT IN (
      SELECT lease_id FROM numbers WHERE account = ${account} AND ${notOver} AND lease_id IS NOT NULL)`);
  return { messages: messages.length, leases: rowCount ?? 0 };
}

/** The numbers of the account that still need work. */
export async function remainingNumbers(database: Queryable, account: string): Promise<RemainingNumber[]> {
  const { rows } = await database.query<RemainingNumber>(sql`
    SELECT account, number FROM numbers WHERE account = ${account} AND ${notOver} ORDER BY created_at`);
  return rows;
}

/** See TokenHistory. */
export async function readTokens(database: Queryable, account: string): Promise<TokenRecord[]> {
  const { rows } = await database.query<{ record: string }>(sql`
    SELECT record FROM tokens WHERE account = ${account} ORDER BY (record::json ->> 'createdAt')::bigint, name`);
  return rows.map(({ record }) => tokenRecordOf(record));
}

export async function addToken(database: Queryable, account: string, record: TokenRecord): Promise<void> {
  await database.query(sql`
    INSERT INTO tokens (account, name, record) VALUES (${account}, ${record.name}, ${JSON.stringify(record)})`);
}

export async function removeToken(database: Queryable, account: string, name: string): Promise<void> {
  await database.query(sql`DELETE FROM tokens WHERE account = ${account} AND name = ${name}`);
}

/** See SessionHistory. */
export async function readEndedSessions(database: Queryable, account: string): Promise<EndedSession[]> {
  const { rows } = await database.query<{ id: string; until: string }>(sql`
    SELECT id, until FROM ended_sessions WHERE account = ${account}`);
  return rows.map(({ id, until }) => ({ id, until: Number(until) }));
}

export async function addEndedSession(
  database: Queryable,
  account: string,
  { id, until }: EndedSession,
  now: number,
): Promise<void> {
  await database.query(sql`DELETE FROM ended_sessions WHERE account = ${account} AND until <= ${now}`);
  await database.query(sql`
    INSERT INTO ended_sessions (account, id, until) VALUES (${account}, ${id}, ${until}) ON CONFLICT DO NOTHING`);
}
