import type { Message } from '../../contract/state.ts';
import type { Database } from './database.ts';
import { messageColumns, messageOf } from './rows.ts';

const isBlank = `trim(body, ' ' || char(9, 10, 13)) = ''`;

/**
 * Adds the text, and what was found in it, to a message stored without one; the rest stays as it is. Returns the
 * updated message, or null when no message lacks its text.
 */
export function addText({ sql }: Database, account: string, message: Message): Message | null {
  const { sid, body, code, candidates, service, reason } = message;
  if (body.trim() === '') return null;
  const row = sql(`SELECT CAST(place AS TEXT) AS place FROM messages WHERE sid = ? AND account = ? AND ${isBlank}`).get(
    sid,
    account,
  );
  if (!row) return null;
  const place = BigInt(String(row['place']));
  // The index needs the old content before it changes; the new content is indexed later.
  sql(
    `INSERT INTO message_texts (message_texts, rowid, body, sender, recipient, service, code, label)
     SELECT 'delete', place, body, sender, recipient, service, code, label FROM messages
     WHERE place = ?1 AND NOT EXISTS (SELECT 1 FROM unindexed_messages WHERE place = ?1)`,
  ).run(place);
  sql('INSERT INTO unindexed_messages (place) VALUES (?) ON CONFLICT DO NOTHING').run(place);
  return messageOf(
    sql(
      `UPDATE messages SET revision = next_revision(), body = ?, code = ?, candidates = ?, service = ?, reason = ?
       WHERE place = ? RETURNING ${messageColumns}`,
    ).get(body, code, JSON.stringify(candidates), service, JSON.stringify(reason), place),
  );
}
