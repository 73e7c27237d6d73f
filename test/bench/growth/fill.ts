import type { DatabaseSync } from 'node:sqlite';
import { beginRun } from '../../../electron/adapters/history/changes.ts';
import { inTransaction, withStatements } from '../../../electron/adapters/history/database.ts';
import { nextBlock, writeBlock } from '../../../electron/adapters/history/blocks.ts';
import { mergeIndex } from '../../../electron/adapters/history/searchIndex.ts';
import { addMessage } from '../../../electron/adapters/history/messages.ts';
import { openDatabase } from '../../../electron/adapters/history/open.ts';
import { oldMessages } from '../screen/oldMessages.ts';

/** What can be looked for: `common` in every message, `rare` in a hundred of them, however many there are. */
export const words = { common: 'greetings', rare: 'zirconium' };
/** The same, too short for the full text index. */
export const pairs = { common: 'gs', rare: 'zq' };

/** Messages that are written one by one; the others are copies of them at other times. */
const written = 2_000;
const withRare = 100;

/** Fills a history with messages of the past, one a second. */
export function fillHistory(file: string, account: string, count: number): void {
  const { db } = openDatabase(file);
  const database = withStatements(db);
  beginRun(database);
  // What a crash would lose is made again.
  db.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -262144');
  const models = oldMessages(Math.min(count, written), Date.now() - count * 1_000 - 3_600_000);
  inTransaction(db, () => {
    for (const message of models) addMessage(database, account, message);
  });
  inTransaction(db, () => {
    // Of what stays out of order until the end, one index after the other is made at once.
    const parts = takeAway(db);
    if (count > written) copyModels(db, count - written);
    addWords(db, count);
    for (const part of parts) db.exec(part);
    db.exec(`INSERT INTO message_texts (message_texts) VALUES ('rebuild'); DELETE FROM unindexed_messages`);
  });
  // As a host does while nothing comes.
  while (mergeIndex(database, 500));
  for (let block = nextBlock(database); block !== null; block = nextBlock(database)) writeBlock(database, block);
  db.close();
}

/** Indexes and triggers; answers what makes them again. */
function takeAway(db: DatabaseSync): string[] {
  const parts = db
    .prepare(`SELECT type, name, sql FROM sqlite_schema WHERE tbl_name = 'messages' AND type <> 'table' AND sql <> ''`)
    .all() as { type: string; name: string; sql: string }[];
  for (const { type, name } of parts) db.exec(`DROP ${type} ${name}`);
  return parts.map(({ sql }) => sql);
}

function copyModels(db: DatabaseSync, count: number): void {
  const same =
    'account, sender, recipient, body, lease_id, label, code, candidates, service, reason, source, num_media';
  db.prepare(
    `WITH RECURSIVE
       each (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM each WHERE n < ?1),
       model AS MATERIALIZED (SELECT row_number() OVER (ORDER BY place) AS turn, * FROM messages)
     INSERT INTO messages (place, sid, received_at, ${same})
     SELECT (unixepoch() - 3600 - n) * 1000 << 20, printf('SM1%031x', n),
       strftime('%Y-%m-%dT%H:%M:%SZ', unixepoch() - 3600 - n, 'unixepoch'), ${same}
     FROM each JOIN model ON turn = 1 + n % ?2`,
  ).run(count, written);
}

function addWords(db: DatabaseSync, count: number): void {
  const every = Math.max(1, Math.floor(count / withRare));
  db.exec(
    `UPDATE messages SET body = body || ' ${words.common}'
       || iif(n % ${every} = 0, ' ${words.rare} ${pairs.rare}', '')
     FROM (SELECT place AS at, row_number() OVER (ORDER BY place) AS n FROM messages) WHERE place = at`,
  );
}
