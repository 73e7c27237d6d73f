import type { Message } from '../../contract/state.ts';
import { inTransaction, type Database } from './database.ts';
import { ofHolder } from './messageQuery.ts';
import { addMessage } from './messages.ts';
import { messageColumns, messageOf } from './rows.ts';

/** Wipes messages but keeps their SIDs, so that they do not come back. Returns those that existed. */
export function deleteMessages(
  { db, sql }: Database,
  account: string,
  sids: string[],
  holder: string | undefined,
): Message[] {
  const [condition, values] = holder === undefined ? ['', []] : [`AND ${ofHolder}`, [account, holder]];
  const deleted: Message[] = [];
  inTransaction(db, () => {
    for (const sid of sids) {
      const row = sql(
        `DELETE FROM messages WHERE sid = ? AND account = ? ${condition} RETURNING ${messageColumns}`,
      ).get(...[sid, account, ...values]);
      if (!row) continue;
      deleted.push(messageOf(row));
      sql('INSERT INTO deleted_messages (sid, account) VALUES (?, ?)').run(sid, account);
    }
  });
  // The log still has the old pages.
  if (deleted.length > 0) db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  return deleted;
}

/** Restores deleted messages. Returns those that had been deleted. */
export function restoreMessages(database: Database, account: string, messages: Message[]): Message[] {
  const restored: Message[] = [];
  inTransaction(database.db, () => {
    for (const message of messages) {
      const { changes } = database
        .sql('DELETE FROM deleted_messages WHERE sid = ? AND account = ?')
        .run(message.sid, account);
      if (changes > 0 && addMessage(database, account, message) === 'stored') restored.push(message);
    }
  });
  return restored;
}
