import type { Message } from '../../contract/state.ts';
import { inTransaction, type Database } from './database.ts';
import { ofHolder } from './messageQuery.ts';
import { touchLease } from './leases.ts';
import { addMessage } from './messages.ts';
import { messageColumns, messageOf } from './rows.ts';

const revisionText = 'CAST(revision AS TEXT) AS revision';

function revisionOf(row: Record<string, unknown>): bigint {
  return BigInt(String(row['revision']));
}

/** Wipes messages but keeps their SIDs, so that they do not come back. Returns those that existed. */
export function deleteMessages(
  database: Database,
  account: string,
  sids: string[],
  holder: string | undefined,
): Message[] {
  const { db, sql } = database;
  const [condition, values] = holder === undefined ? ['', []] : [`AND ${ofHolder}`, [account, holder]];
  const deleted: Message[] = [];
  inTransaction(db, () => {
    for (const sid of sids) {
      const row = sql(
        `DELETE FROM messages WHERE sid = ? AND account = ? ${condition} RETURNING ${messageColumns}, ${revisionText}`,
      ).get(...[sid, account, ...values]);
      if (!row) continue;
      const message = messageOf(row);
      deleted.push(message);
      sql('INSERT INTO deleted_messages (sid, account, revision) VALUES (?, ?, ?)').run(sid, account, revisionOf(row));
      codeChanged(database, message);
    }
  });
  // The log still has the old pages.
  if (deleted.length > 0) db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  return deleted;
}

/** Restores deleted messages. Returns those that had been deleted. */
export function restoreMessages(database: Database, account: string, messages: Message[]): Message[] {
  const { db, sql } = database;
  const restored: Message[] = [];
  inTransaction(db, () => {
    for (const message of messages) {
      const row = sql(`DELETE FROM deleted_messages WHERE sid = ? AND account = ? RETURNING ${revisionText}`).get(
        ...[message.sid, account],
      );
      if (!row || addMessage(database, account, message) !== 'stored') continue;
      // It came once, and that was told.
      sql('UPDATE messages SET revision = ? WHERE sid = ?').run(revisionOf(row), message.sid);
      codeChanged(database, message);
      restored.push(message);
    }
  });
  return restored;
}

function codeChanged(database: Database, { leaseId, code }: Message): void {
  if (leaseId !== null && code !== null) touchLease(database, leaseId);
}
