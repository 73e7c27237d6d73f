import type { TokenRecord } from '../../core/sharing/tokens.ts';
import type { Database } from './database.ts';
import { tokenRecordOf } from './records.ts';

interface TokenRow {
  name: string;
  hash: string;
  created_at: number;
  leases: number | null;
  per_day: string | null;
  per_month: string | null;
}

/** See TokenHistory. */
export function readTokens({ sql }: Database): TokenRecord[] {
  const rows = sql('SELECT * FROM tokens ORDER BY created_at, name').all() as unknown as TokenRow[];
  return rows.map(({ name, hash, created_at, leases, per_day, per_month }) =>
    tokenRecordOf({
      name,
      hash,
      createdAt: created_at,
      limits: { leases, perDay: per_day, perMonth: per_month },
    }),
  );
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
