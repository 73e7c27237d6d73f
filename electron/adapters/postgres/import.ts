import { appError } from '../../contract/errors.ts';
import type { Settings } from '../../contract/settings.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { ExportedHistory } from '../history/exported.ts';
import type { HostLock } from './hostLock.ts';
import { addMessages } from './intake.ts';
import { commit } from './ledger.ts';
import { sql, type Queryable } from './query.ts';
import { saveSettings } from './settings.ts';
import { storable } from './search.ts';
import { addToken } from './upkeep.ts';
import { Writer } from './writer.ts';

const say = phrases.database;

/** What was taken over. */
export interface Imported {
  messages: number;
  leases: number;
  numbers: number;
  entries: number;
  tokens: number;
}

/**
 * Writes a history and settings into the database, all of it or nothing. Rejects with CONFLICT when the database has
 * something of the account already.
 */
export async function importHistory(
  url: string,
  lock: HostLock,
  { ledger, tokens, messages, deleted }: ExportedHistory,
  settings: Settings,
): Promise<Imported> {
  const { account } = lock;
  const writer = await Writer.open(url, lock);
  try {
    return await writer.write(async (database) => {
      await assertEmpty(database, account);
      await commit(database, account, ledger, writer.revisions);
      await saveSettings(database, account, settings);
      for (const token of tokens) await addToken(database, account, token);
      let count = 0;
      for (const piece of messages) {
        await addMessages(
          database,
          piece.map((message) => ({ account, message })),
          writer.revisions,
        );
        count += piece.length;
      }
      for (const sids of deleted)
        await database.query(sql`
          INSERT INTO deleted_messages (account, sid) SELECT ${account}, unnest(${sids.map(storable)}::text[])`);
      const { leases, numbers, entries } = ledger;
      return {
        messages: count,
        leases: leases.length,
        numbers: numbers.length,
        entries: entries.length,
        tokens: tokens.length,
      };
    });
  } finally {
    await writer.close();
  }
}

async function assertEmpty(database: Queryable, account: string): Promise<void> {
  const { rows } = await database.query<{ some: boolean }>(sql`
    SELECT EXISTS (SELECT 1 FROM messages WHERE account = ${account})
      OR EXISTS (SELECT 1 FROM leases WHERE account = ${account})
      OR EXISTS (SELECT 1 FROM numbers WHERE account = ${account})
      OR EXISTS (SELECT 1 FROM ledger WHERE account = ${account})
      OR EXISTS (SELECT 1 FROM tokens WHERE account = ${account})
      OR EXISTS (SELECT 1 FROM settings WHERE account = ${account})
      OR EXISTS (SELECT 1 FROM deleted_messages WHERE account = ${account}) AS some`);
  if (rows[0]?.some) throw appError('CONFLICT', say.notEmpty, say.notEmptyHint);
}
