import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** An open database. */
export interface Database {
  readonly db: DatabaseSync;
  /** The statement of a text; each is prepared once. */
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

/** Does all of the work or, when anything throws, none of it. */
export function inTransaction(db: DatabaseSync, work: () => void): void {
  db.exec('BEGIN IMMEDIATE');
  try {
    work();
    db.exec('COMMIT');
  } catch (thrown) {
    // SQLite itself rolls back after some errors, such as a full disk.
    if (db.isTransaction) db.exec('ROLLBACK');
    throw thrown;
  }
}
