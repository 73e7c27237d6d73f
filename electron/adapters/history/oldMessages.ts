import type { OldMessages } from '../../core/messageHistory.ts';
import { inTransaction, type Database } from './database.ts';
import type { Condition } from './messageQuery.ts';
import { placeAt } from './places.ts';

/** See MessageHistory.deleteOldMessages. Deleted data is overwritten: see `secure_delete` in migrate.ts. */
export function deleteOldMessages({ db, sql }: Database, old: OldMessages): string[] {
  const { sql: oldest, values } = oldestOf(old);
  const deleted: string[] = [];
  inTransaction(db, () => {
    sql(
      `INSERT OR IGNORE INTO deleted_messages (sid, account)
       SELECT sid, account FROM messages WHERE place IN (${oldest}) AND place >= ?`,
    ).run(...values, placeOf(old.remember));
    const rows = sql(`DELETE FROM messages WHERE place IN (${oldest}) RETURNING sid`).all(...values);
    deleted.push(...rows.map(({ sid }) => String(sid)));
  });
  // The log still has the old pages. Once is enough, after the last of them: it waits for the disk.
  if (deleted.length < old.most) db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  return deleted;
}

/** The places of the messages to delete, in the order of the table: nothing has to be sorted. */
function oldestOf({ account, before, except, most }: OldMessages): Condition {
  const spans = except.map(() => 'AND NOT (place >= ? AND place < ?)').join(' ');
  const own = account === undefined ? '' : 'AND account = ?';
  return {
    sql: `SELECT place FROM messages WHERE place < ? ${spans} ${own} AND NOT EXISTS (
            SELECT 1 FROM leases WHERE leases.id = messages.lease_id AND leases.state IN ('buying', 'active'))
          ORDER BY place LIMIT ?`,
    values: [
      placeOf(before),
      ...except.flatMap(({ from, to }) => [placeOf(from), placeOf(to)]),
      ...(account === undefined ? [] : [account]),
      most,
    ],
  };
}

function placeOf(time: string): bigint {
  return placeAt(Date.parse(time));
}
