import type { TokenRecord } from '../../core/sharing/tokens.ts';
import type { Database } from './database.ts';
import { tokenRecordOf } from './records.ts';

/** See TokenHistory. */
export function readTokens({ sql }: Database): TokenRecord[] {
  return sql(
    `SELECT name, hash, created_at AS createdAt, leases, per_day AS perDay, per_month AS perMonth FROM tokens
     ORDER BY created_at, name`,
  )
    .all()
    .map(({ leases, perDay, perMonth, ...token }) => tokenRecordOf({ ...token, limits: { leases, perDay, perMonth } }));
}

export function addToken({ sql }: Database, { name, hash, createdAt, limits }: TokenRecord): void {
  const { leases, perDay, perMonth } = limits;
  sql('INSERT INTO tokens (name, hash, created_at, leases, per_day, per_month) VALUES (?, ?, ?, ?, ?, ?)').run(
    ...[name, hash, createdAt, leases, perDay, perMonth],
  );
}

export function removeToken({ sql }: Database, name: string): void {
  sql('DELETE FROM tokens WHERE name = ?').run(name);
}
