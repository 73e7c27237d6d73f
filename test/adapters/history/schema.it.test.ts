import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/adapters/history/open.ts';
import { firstVersion, historySteps, type Step } from '../../../electron/adapters/history/schema.ts';
import { thrownFailure } from '../harness.ts';
import { account, historyForTest, leaseOf, messageOf } from './harness.ts';

const labelled = `ALTER TABLE numbers ADD COLUMN label TEXT NOT NULL DEFAULT 'none'`;
const renamed = (db: DatabaseSync) => db.exec(`UPDATE leases SET holder = upper(id) WHERE holder IS NULL`);
const broken = `DELETE FROM leases; ALTER TABLE nowhere ADD COLUMN x`;

/** A closed history with a lease and a message. */
async function written(): Promise<string> {
  const { file, history } = historyForTest();
  await history.commit(account, { leases: [leaseOf()] });
  await history.addMessage(account, messageOf());
  await history.close();
  return file;
}

/** What is in the file after these steps were added to the schema. */
function afterSteps(file: string, ...added: Step[]) {
  const { db, recovered } = openDatabase(file, [...historySteps, ...added]);
  const read = (sql: string) =>
    db
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }));
  const found = {
    recovered,
    version: read('PRAGMA user_version'),
    leases: read('SELECT id, holder FROM leases'),
    messages: read('SELECT sid, body FROM messages'),
    columns: read(`SELECT name FROM pragma_table_info('numbers') WHERE name = 'label'`),
  };
  db.close();
  return found;
}

const lastVersion = firstVersion + historySteps.length - 1;
const { id } = leaseOf();
const { sid, body } = messageOf();
const asWritten = {
  recovered: null,
  version: [{ user_version: lastVersion }],
  leases: [{ id, holder: null }],
  messages: [{ sid, body }],
  columns: [],
};
const brought = {
  ...asWritten,
  version: [{ user_version: lastVersion + 2 }],
  leases: [{ id, holder: id.toUpperCase() }],
  columns: [{ name: 'label' }],
};

describe('the schema of the history', () => {
  it('is not changed, but goes on with another step', () => {
    // Another hash: a history of this version would be taken for a damaged one.
    const { db } = openDatabase(':memory:', historySteps.slice(0, 1));
    const own = `name NOT LIKE 'message_texts_%' AND name NOT LIKE 'sqlite_%'`;
    const parts = db.prepare(`SELECT type, name, sql FROM sqlite_schema WHERE ${own} ORDER BY name`).all();
    expect(createHash('sha256').update(JSON.stringify(parts)).digest('hex')).toBe(
      '63af6c1983fc97ee864dd2b3f5e38ca7512db4b1b1d55644b8119e81862245d0',
    );
    db.close();
  });

  it('is brought on by the steps that are new, each once, with all that is in it', async () => {
    const file = await written();
    expect(afterSteps(file)).toEqual(asWritten);
    expect(afterSteps(file, labelled, renamed)).toEqual(brought);
    expect(afterSteps(file, labelled, renamed)).toEqual(brought);
    expect(thrownFailure(() => afterSteps(file, labelled)).message).toSay('newer version');
  });

  it('of an earlier version goes on with its messages, of which less is known', async () => {
    const { file } = historyForTest();
    const earlier = `${file}-earlier`;
    const { db } = openDatabase(earlier, historySteps.slice(0, 3));
    db.exec(`INSERT INTO messages VALUES (1, 'MM1', '${account}', '72166', '+12025550123', 'look', '2026-03-01T12:00:00Z',
      NULL, NULL, NULL, '[]', NULL, '{"key":"x"}', 'webhook', 2)`);
    db.close();
    const { history } = historyForTest(earlier);
    const old = { sid: 'MM1', body: 'look', numMedia: 2, channel: 'mms', media: [], sentBy: null };
    expect(await history.messages({ account, limit: 5 })).toMatchObject({ messages: [old] });
    const media = [{ contentType: 'image/png', url: null }];
    expect(await history.addMessage(account, messageOf({ media }))).toBe('stored');
    expect(await history.message(account, sid)).toMatchObject({ media });
    expect(await history.changes(account, 0n, 5)).toMatchObject({ changes: [{ message: { sid } }] });
  });

  it('is the same for a new history', () => {
    const { file } = historyForTest();
    const fresh = afterSteps(`${file}-new`, labelled, renamed);
    expect(fresh).toEqual({ ...brought, leases: [], messages: [] });
  });

  it('is as before a step that fails, for another try', async () => {
    const file = await written();
    expect(thrownFailure(() => afterSteps(file, broken)).code).toBe('STORAGE_FAILED');
    expect(afterSteps(file)).toEqual(asWritten);
    expect(afterSteps(file, labelled, renamed)).toEqual(brought);
  });
});
