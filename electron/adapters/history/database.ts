import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** An open database. */
export interface Database {
  readonly db: DatabaseSync;
  /** Returns the prepared statement for a text; each is prepared once. */
  sql(text: string): StatementSync;
}

export function withStatements(db: DatabaseSync): Database {
  const prepared = new Map<string, StatementSync>();
  const sql = (text: string): StatementSync => {
    const statement = prepared.get(text) ?? db.prepare(text);
    prepared.set(text, statement);
    return statement;
  };
  return { db, sql };
}

/** Does all of the work, or none of it if anything throws. */
export function inTransaction(db: DatabaseSync, work: () => void): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    work();
    db.exec('COMMIT');
  } catch (thrown) {
    // After some errors, such as a full disk, SQLite has already rolled back.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw thrown;
  }
}
