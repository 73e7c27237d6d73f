import type { DatabaseSync } from 'node:sqlite';
import { convert, type Converted, type OldLease } from './oldLease.ts';

const tables = `
  CREATE TABLE numbers (
    id TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    state TEXT NOT NULL,
    sid TEXT,
    number TEXT,
    created_at INTEGER NOT NULL,
    record TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX numbers_by_state ON numbers (account, state);
  CREATE INDEX numbers_by_sid ON numbers (account, sid);
  CREATE TABLE ledger (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    number TEXT,
    number_sid TEXT,
    country TEXT,
    lease_id TEXT,
    label TEXT,
    amount TEXT,
    currency TEXT,
    note TEXT
  ) STRICT;
  CREATE INDEX ledger_by_time ON ledger (account, at);
  CREATE INDEX ledger_by_id ON ledger (account, id);
  ALTER TABLE leases ADD COLUMN number_id TEXT NOT NULL DEFAULT '';
  ALTER TABLE leases ADD COLUMN number TEXT;
  ALTER TABLE leases ADD COLUMN ended_at INTEGER;
  DROP INDEX leases_by_time;`;

/** After the rows are converted: a partial index would be built twice. */
const indexes = `
  CREATE INDEX leases_by_state ON leases (account, state);
  CREATE INDEX leases_over ON leases (account, started_at DESC) WHERE state IN ('ended', 'failed');
  CREATE INDEX leases_by_end ON leases (account, ended_at) WHERE ended_at IS NOT NULL;
  CREATE INDEX leases_by_number ON leases (account, number) WHERE number IS NOT NULL;
  CREATE INDEX messages_by_recipient ON messages (account, recipient, received_at);`;

/**
 * Step 3: a lease and its number were one record; now each has its own, and a ledger tells what happened to the
 * numbers. It writes its own SQL: what the rest of this folder writes may change, and this may not.
 */
export function splitLeases(db: DatabaseSync): void {
  db.exec(tables);
  const rows = db.prepare('SELECT record FROM leases').all() as { record: string }[];
  const converted = rows.map(({ record }) => convert(JSON.parse(record) as OldLease));
  for (const lease of converted) writeRecords(db, lease);
  // The ledger is listed by id, so that is the order in which things happened.
  const entries = converted.flatMap(({ entries }) => entries).toSorted((a, b) => a.at - b.at);
  const addEntry = db.prepare(
    `INSERT INTO ledger (account, at, kind, number, number_sid, country, lease_id, label, amount, currency)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { account, at, kind, number, numberSid, country, leaseId, label, amount } of entries) {
    const { amount: decimal = null, currency = null } = amount ?? {};
    addEntry.run(account, at, kind, number, numberSid, country, leaseId, label, decimal, currency);
  }
  db.exec(indexes);
}

function writeRecords(db: DatabaseSync, { lease, number, endedAt, holding }: Converted): void {
  db.prepare('UPDATE leases SET state = ?, record = ?, number_id = ?, number = ?, ended_at = ? WHERE id = ?').run(
    lease.life.state,
    JSON.stringify(lease),
    number.id,
    holding?.number ?? null,
    endedAt,
    lease.id,
  );
  db.prepare(
    'INSERT INTO numbers (id, account, state, sid, number, created_at, record) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(
    number.id,
    number.account,
    number.life.state,
    holding?.numberSid ?? null,
    holding?.number ?? null,
    number.createdAt,
    JSON.stringify(number),
  );
}
