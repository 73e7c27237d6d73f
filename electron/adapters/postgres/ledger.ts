import type { LedgerPage } from '../../contract/state.ts';
import { iso } from '../../contract/time.ts';
import { leasesIn, type LedgerQuery } from '../../core/ledgerHistory.ts';
import { leasedOf, type LeaseRecord } from '../../core/numbers/lease.ts';
import { holdingOf, type NumberRecord } from '../../core/numbers/number.ts';
import type {
  Charge,
  LatePrice,
  LedgerChange,
  NewLedgerEntry,
  PastLease,
  StoredLease,
  UnpricedCharge,
} from '../../core/ports.ts';
import type { LeaseWithNumber } from '../../core/upkeep.ts';
import type { Revisions } from '../history/revisions.ts';
import { newestWithCode } from './messages.ts';
import { empty, sql, type Queryable } from './query.ts';
import { entryRecordOf, leaseRecordOf, numberRecordOf } from './records.ts';
import { folded, storable } from './search.ts';

/** How many ended leases are loaded. */
const endedRead = 100;

/** Condition of a table of numbers for those that still need work. */
export const notOver = sql`state IN ('buying', 'leased', 'idle', 'releasing')`;

const isUnpriced = sql`amount IS NULL AND kind IN ('purchase', 'renewal')`;

/** Writes it all; call it in one transaction. */
export async function commit(
  database: Queryable,
  account: string,
  change: LedgerChange,
  revisions: Revisions,
): Promise<void> {
  const { leases = [], numbers = [], entries = [], prices = [] } = change;
  for (const record of leases) await saveLease(database, account, record);
  for (const record of numbers) await saveNumber(database, account, record);
  for (const entry of entries) await addEntry(database, account, entry);
  for (const price of prices) await setPrice(database, account, price);
  await touchLeases(database, account, [...leasesIn(change)], revisions);
}

/** Gives these leases new revisions: something that their view is made from has changed. */
export async function touchLeases(
  database: Queryable,
  account: string,
  ids: readonly string[],
  revisions: Revisions,
): Promise<void> {
  if (ids.length === 0) return;
  await database.query(sql`
    UPDATE leases SET revision = ${String(revisions.next(ids.length))}::bigint + n - 1
    FROM unnest(${ids}::text[]) WITH ORDINALITY AS touched (id, n)
    WHERE account = ${account} AND leases.id = touched.id`);
}

async function saveLease(database: Queryable, account: string, record: LeaseRecord): Promise<void> {
  const { id, requestId, numberId, startedAt, life, holder, label, service } = record;
  const endedAt = life.state === 'ended' ? life.expiresAt : null;
  const number = leasedOf(life)?.number ?? null;
  await database.query(sql`
    INSERT INTO leases (account, id, request_id, state, started_at, number_id, number, ended_at, holder, label, searched,
      service, record)
    VALUES (${account}, ${id}, ${requestId}, ${life.state}, ${startedAt}, ${numberId}, ${number}, ${endedAt}, ${holder},
      ${label && storable(label)}, ${label && folded(label)}, ${service && storable(service)}, ${JSON.stringify(record)})
    ON CONFLICT (account, id) DO UPDATE SET state = excluded.state, number_id = excluded.number_id,
      number = excluded.number, ended_at = excluded.ended_at, record = excluded.record`);
}

async function saveNumber(database: Queryable, account: string, record: NumberRecord): Promise<void> {
  const { id, createdAt, leaseId, life } = record;
  const number = holdingOf(life)?.number ?? null;
  await database.query(sql`
    INSERT INTO numbers (account, id, state, number, lease_id, created_at, record)
    VALUES (${account}, ${id}, ${life.state}, ${number}, ${leaseId}, ${createdAt}, ${JSON.stringify(record)})
    ON CONFLICT (account, id) DO UPDATE SET state = excluded.state, number = excluded.number,
      lease_id = excluded.lease_id, record = excluded.record`);
}

async function addEntry(database: Queryable, account: string, { at, ...entry }: NewLedgerEntry): Promise<void> {
  const { kind, numberSid, amount } = entry;
  await database.query(sql`
    INSERT INTO ledger (account, at, kind, number_sid, amount, currency, record)
    VALUES (${account}, ${at}, ${kind}, ${numberSid}, ${amount?.amount}, ${amount?.currency}, ${JSON.stringify(entry)})`);
}

/** Fills in the unknown amounts of a number's charges. */
async function setPrice(database: Queryable, account: string, { numberSid, price }: LatePrice): Promise<void> {
  await database.query(sql`
    UPDATE ledger SET amount = ${price.amount}, currency = ${price.currency}
    WHERE account = ${account} AND number_sid = ${numberSid} AND ${isUnpriced}`);
}

interface Stored {
  record: string;
}

/** See LedgerHistory.leases. */
export async function readLeases(database: Queryable, account: string): Promise<StoredLease[]> {
  const { rows } = await database.query<Stored>(sql`
    SELECT record FROM leases WHERE account = ${account} AND id IN (
      SELECT id FROM leases WHERE account = ${account} AND state IN ('buying', 'active')
      UNION SELECT lease_id FROM numbers WHERE account = ${account} AND ${notOver}
      UNION (SELECT id FROM leases WHERE account = ${account} AND state IN ('ended', 'failed')
        ORDER BY started_at DESC LIMIT ${endedRead})
    ) ORDER BY started_at, id`);
  return withCodes(
    database,
    account,
    rows.map(({ record }) => leaseRecordOf(record)),
  );
}

/** Leases with their newest codes. */
async function withCodes(
  database: Queryable,
  account: string,
  records: readonly LeaseRecord[],
): Promise<StoredLease[]> {
  const newest = await newestWithCode(
    database,
    account,
    records.map(({ id }) => id),
  );
  return records.map((record) => {
    const message = newest.get(record.id);
    const latestCode = message?.code
      ? { code: message.code, messageSid: message.sid, receivedAt: message.receivedAt }
      : null;
    return { record, latestCode };
  });
}

/** Leases with their newest codes and their numbers. */
export async function withNumbers(
  database: Queryable,
  account: string,
  records: readonly LeaseRecord[],
): Promise<LeaseWithNumber[]> {
  if (records.length === 0) return [];
  const ids = records.map(({ numberId }) => numberId);
  const [leases, numbers] = await Promise.all([
    withCodes(database, account, records),
    numbersById(database, account, ids),
  ]);
  return leases.map((lease) => ({ ...lease, number: numbers.get(lease.record.numberId) ?? null }));
}

/** The newest lease of a request, or null. */
export async function leaseByRequest(
  database: Queryable,
  account: string,
  requestId: string,
): Promise<LeaseRecord | null> {
  const { rows } = await database.query<Stored>(sql`
    SELECT record FROM leases WHERE account = ${account} AND request_id = ${requestId}
    ORDER BY started_at DESC LIMIT 1`);
  return rows[0] ? leaseRecordOf(rows[0].record) : null;
}

/** Leases that are running or ended at or after `since` (milliseconds since the epoch). */
export async function leasesSince(database: Queryable, account: string, since: number): Promise<PastLease[]> {
  const { rows } = await database.query<Stored>(sql`
    SELECT record FROM leases WHERE account = ${account} AND state = 'active'
    UNION ALL SELECT record FROM leases WHERE account = ${account} AND ended_at >= ${since}`);
  return rows.map(({ record }) => {
    const { country, startedAt, life } = leaseRecordOf(record);
    const endedAt = life.state === 'ended' ? life.expiresAt : null;
    return { country, type: leasedOf(life)?.type ?? null, startedAt, endedAt };
  });
}

/** Every number that is neither released nor failed, oldest first. */
export async function readNumbers(database: Queryable, account: string): Promise<NumberRecord[]> {
  const { rows } = await database.query<Stored>(sql`
    SELECT record FROM numbers WHERE account = ${account} AND ${notOver} ORDER BY created_at, id`);
  return rows.map(({ record }) => numberRecordOf(record));
}

/** By record id, in any state; several at once. */
async function numbersById(
  database: Queryable,
  account: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, NumberRecord>> {
  const { rows } = await database.query<Stored>(sql`
    SELECT record FROM numbers WHERE account = ${account} AND id = ANY(${ids})`);
  return new Map(rows.map(({ record }) => numberRecordOf(record)).map((record) => [record.id, record]));
}

/** By record id, in any state. */
export async function numberById(database: Queryable, account: string, id: string): Promise<NumberRecord | null> {
  return (await numbersById(database, account, [id])).get(id) ?? null;
}

interface EntryRow extends Stored {
  id: string;
  at: string;
  amount: string | null;
  currency: string | null;
}

/** A page of entries, last written first. `before`: `next` of the previous page. */
export async function readLedger(
  database: Queryable,
  account: string,
  { limit, before = Number.MAX_SAFE_INTEGER, kinds }: LedgerQuery,
): Promise<LedgerPage> {
  const ofKinds = kinds === undefined ? empty : sql`AND kind = ANY(${kinds})`;
  const { rows } = await database.query<EntryRow>(sql`
    SELECT id, at, amount, currency, record FROM ledger WHERE account = ${account} AND id < ${before} ${ofKinds}
    ORDER BY id DESC LIMIT ${limit + 1}`);
  const entries = rows.slice(0, limit).map(({ id, at, record, ...row }) => ({
    ...entryRecordOf(record),
    id: Number(id),
    at: iso(Number(at)),
    amount: amountOf(row),
  }));
  return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
}

/** It may have been learned after the record was written. */
function amountOf({ amount, currency }: Pick<EntryRow, 'amount' | 'currency'>) {
  return amount !== null && currency !== null ? { amount, currency } : null;
}

/** Charges with an unknown amount. */
export async function readUnpriced(database: Queryable, account: string): Promise<UnpricedCharge[]> {
  const { rows } = await database.query<EntryRow>(sql`
    SELECT at, record FROM ledger WHERE account = ${account} AND ${isUnpriced} AND number_sid IS NOT NULL ORDER BY id`);
  return rows.flatMap(({ at, record }) => {
    const { number, numberSid, country, holder } = entryRecordOf(record);
    if (number === null || numberSid === null || country === null) return [];
    return [{ at: Number(at), number, numberSid, country, holder }];
  });
}

/** Charges at or after `since` (milliseconds since the epoch), oldest first. */
export async function readCharges(database: Queryable, account: string, since: number): Promise<Charge[]> {
  const { rows } = await database.query<EntryRow>(sql`
    SELECT at, amount, currency, record FROM ledger WHERE account = ${account} AND at >= ${since} AND amount IS NOT NULL
    ORDER BY at, id`);
  return rows.flatMap((row) => {
    const amount = amountOf(row);
    return amount === null ? [] : [{ at: Number(row.at), amount, holder: entryRecordOf(row.record).holder }];
  });
}
