import { holdingOf, type NumberRecord } from '../../core/numbers/number.ts';
import type { Database } from './database.ts';
import { numberRecordOf } from './records.ts';

/** SQL condition for numbers that still need work. */
export const notOver = `state IN ('buying', 'leased', 'idle', 'releasing')`;

/** Adds a number, or replaces it. */
export function saveNumber({ sql }: Database, account: string, record: NumberRecord): void {
  const { id, createdAt, life } = record;
  const holding = holdingOf(life);
  sql(
    `INSERT INTO numbers (id, account, state, sid, number, created_at, record) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET state = excluded.state, sid = excluded.sid, number = excluded.number,
       record = excluded.record`,
  ).run(
    id,
    account,
    life.state,
    holding?.numberSid ?? null,
    holding?.number ?? null,
    createdAt,
    JSON.stringify(record),
  );
}

/** Every number that is neither released nor failed, oldest first. */
export function readNumbers({ sql }: Database, account: string): NumberRecord[] {
  return sql(`SELECT record FROM numbers WHERE account = ? AND ${notOver} ORDER BY created_at, id`)
    .all(account)
    .map(({ record }) => numberRecordOf(record));
}

/** By record id, in any state. */
export function numberById({ sql }: Database, account: string, id: string): NumberRecord | null {
  const row = sql('SELECT record FROM numbers WHERE id = ? AND account = ?').get(id, account);
  return row ? numberRecordOf(row['record']) : null;
}
