import { inTransaction, type Database } from './database.ts';
import { running } from './leases.ts';
import type { Condition } from './messageQuery.ts';

/** Removing a message from the search index takes ten times as long as adding one. */
const indexedAnew = 10;

/** See MessageHistory.deleteAllMessages. Deleted data is overwritten: see `secure_delete` in migrate.ts. */
export function deleteAllMessages(
  database: Database,
  account: string,
  number: string | undefined,
  remember: string,
): string[] {
  const which: Condition =
    number === undefined
      ? { sql: 'account = ?', values: [account] }
      : { sql: 'account = ? AND recipient = ?', values: [account, number] };
  let deleted: string[] = [];
  inTransaction(database.db, () => (deleted = deleteMany(database, which, remember)));
  // The log still has the old pages.
  if (deleted.length > 0) database.db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  return deleted;
}

/**
 * Deletes the messages of a condition, and returns their SIDs. Messages that Twilio's list may return again, those of a
 * lease or later than `remember` (ISO 8601), then count as known. Belongs in a transaction; afterwards, tell the
 * SearchIndex.
 */
export function deleteMany(database: Database, { sql: which, values }: Condition, remember: string): string[] {
  const { sql } = database;
  sql(
    `INSERT OR IGNORE INTO deleted_messages (sid, account)
     SELECT sid, account FROM messages WHERE ${which} AND (lease_id IS NOT NULL OR received_at > ?)`,
  ).run(...values, remember);
  sql(
    `UPDATE leases SET revision = next_revision() WHERE ${running}
       AND id IN (SELECT lease_id FROM messages WHERE ${which} AND code IS NOT NULL)`,
  ).run(...values);
  const count = countOf(database, which, values);
  if (countOf(database, '1', []) - count < count * indexedAnew) emptyIndex(database);
  return sql(`DELETE FROM messages WHERE ${which} RETURNING sid`)
    .all(...values)
    .map(({ sid }) => String(sid));
}

/** Whatever stays is indexed anew. */
function emptyIndex({ sql }: Database): void {
  sql(`INSERT INTO message_texts (message_texts) VALUES ('delete-all')`).run();
  sql('INSERT OR IGNORE INTO unindexed_messages (place) SELECT place FROM messages').run();
}

function countOf({ sql }: Database, which: string, values: Condition['values']): number {
  return Number(sql(`SELECT count(*) AS count FROM messages WHERE ${which}`).get(...values)?.['count']);
}
