import type { LedgerEntry, LedgerKind, LedgerPage } from '../../contract/state.ts';
import { iso } from '../../contract/time.ts';
import type { Charge, LatePrice, LedgerQuery, NewLedgerEntry, UnpricedCharge } from '../../core/ports.ts';
import type { Database } from './database.ts';
import { phraseOf } from './records.ts';

/** A ledger row as SQLite returns it. `at` is milliseconds since the epoch. */
interface EntryRow {
  id: number;
  at: number;
  kind: LedgerKind;
  number: string | null;
  number_sid: string | null;
  country: string | null;
  lease_id: string | null;
  label: string | null;
  holder: string | null;
  amount: string | null;
  currency: string | null;
  note: string | null;
}

const columns = 'at, kind, number, number_sid, country, lease_id, label, amount, currency, note, holder';

const isUnpriced = `amount IS NULL AND kind IN ('purchase', 'renewal')`;

export function addEntry({ sql }: Database, account: string, entry: NewLedgerEntry): void {
  const { at, kind, number, numberSid, country, leaseId, label, amount, note, holder } = entry;
  sql(`INSERT INTO ledger (account, ${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`).run(
    account,
    at,
    kind,
    number,
    numberSid,
    country,
    leaseId,
    label,
    amount?.amount ?? null,
    amount?.currency ?? null,
    note && JSON.stringify(note),
    holder,
  );
}

/** A page of entries, last written first. */
export function readLedger({ sql }: Database, account: string, { limit, before, kinds }: LedgerQuery): LedgerPage {
  const ofKinds = kinds ? `AND kind IN (${kinds.map(() => '?').join(', ')})` : '';
  const query = `SELECT id, ${columns} FROM ledger WHERE account = ? AND id < ? ${ofKinds} ORDER BY id DESC LIMIT ?`;
  const rows = sql(query).all(
    account,
    before ?? Number.MAX_SAFE_INTEGER,
    ...(kinds ?? []),
    limit + 1,
  ) as unknown as EntryRow[];
  const entries = rows.slice(0, limit).map(entryOf);
  return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null };
}

/** Every entry, in the order in which they were written. */
export function readAllEntries({ sql }: Database, account: string): NewLedgerEntry[] {
  const rows = sql(`SELECT id, ${columns} FROM ledger WHERE account = ? ORDER BY id`).all(account);
  return (rows as unknown as EntryRow[]).map((row) => {
    const { id: _id, ...entry } = entryOf(row);
    return { ...entry, at: row.at };
  });
}

function entryOf({ at, number_sid, lease_id, amount, currency, note, ...rest }: EntryRow): LedgerEntry {
  return {
    ...rest,
    at: iso(at),
    numberSid: number_sid,
    leaseId: lease_id,
    amount: amount !== null && currency !== null ? { amount, currency } : null,
    note: note === null ? null : phraseOf(note),
  };
}

/** Charges with an unknown amount. */
export function readUnpriced({ sql }: Database, account: string): UnpricedCharge[] {
  return sql(
    `SELECT at, number, number_sid AS numberSid, country, holder FROM ledger WHERE account = ? AND ${isUnpriced}
       AND number IS NOT NULL AND number_sid IS NOT NULL AND country IS NOT NULL`,
  ).all(account) as unknown as UnpricedCharge[];
}

/** Fills in the unknown amounts of a number's charges. */
export function setPrice({ sql }: Database, account: string, { numberSid, price }: LatePrice): void {
  sql(`UPDATE ledger SET amount = ?, currency = ? WHERE account = ? AND number_sid = ? AND ${isUnpriced}`).run(
    price.amount,
    price.currency,
    account,
    numberSid,
  );
}

/** Charges at or after `since` (milliseconds since the epoch), oldest first. */
export function readCharges({ sql }: Database, account: string, since: number): Charge[] {
  const rows = sql(
    'SELECT at, amount, currency, holder FROM ledger WHERE account = ? AND at >= ? AND amount IS NOT NULL ORDER BY at, id',
  ).all(account, since) as unknown as { at: number; amount: string; currency: string; holder: string | null }[];
  return rows.map(({ at, amount, currency, holder }) => ({ at, amount: { amount, currency }, holder }));
}
