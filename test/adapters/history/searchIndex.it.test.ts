import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { beginRun } from '../../../electron/adapters/history/changes.ts';
import { withStatements, type Database } from '../../../electron/adapters/history/database.ts';
import { addMessage } from '../../../electron/adapters/history/messages.ts';
import { openDatabase } from '../../../electron/adapters/history/open.ts';
import { SearchIndex } from '../../../electron/adapters/history/searchIndex.ts';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import type { Message } from '../../../electron/contract/state.ts';
import { tempFolder } from '../harness.ts';
import { account, historyForTest, leaseOf, messageOf, sidOf } from './harness.ts';
import { forAll } from '../../support/runs.ts';

function databaseForTest(): Database {
  const { db } = openDatabase(':memory:');
  onTestFinished(() => db.close());
  const database = withStatements(db);
  beginRun(database);
  return database;
}

function waiting({ sql }: Database): number {
  return Number(sql('SELECT count(*) AS count FROM unindexed_messages').get()?.['count']);
}

/** Throws when the index does not say what the messages say. */
function checkIndex({ db }: Database): void {
  db.exec(`INSERT INTO message_texts (message_texts, rank) VALUES ('integrity-check', 1)`);
}

/** In how many parts the index lies. What SQLite keeps there: four bytes, the number of levels, that of the parts. */
function partsOf({ sql }: Database): number {
  const block = sql('SELECT block FROM message_texts_data WHERE id = 10').get()?.['block'];
  return block instanceof Uint8Array ? (block[5] ?? 0) : 0;
}

const message = (index: number, word = 'lumora'): Message =>
  messageOf({
    sid: sidOf(index),
    body: `Your ${word} code is 123456`,
    receivedAt: `2026-03-01T12:00:00.${100 + index}Z`,
  });

describe('the search index', () => {
  it('is written after the messages, by itself', async () => {
    const database = databaseForTest();
    const index = new SearchIndex(database, () => undefined);
    for (let count = 0; count < 150; count += 1) {
      addMessage(database, account, message(count));
      index.added();
    }
    expect(waiting(database)).toBe(150);
    await expect.poll(() => waiting(database)).toBe(0);
    checkIndex(database);
  });

  it('is merged from its parts while no message comes, and still says what they say', async () => {
    const database = databaseForTest();
    const index = new SearchIndex(database, () => undefined);
    for (let count = 0; count < 60; count += 1) {
      addMessage(database, account, message(count));
      index.added();
      // As searches between the messages do: each leaves a part of its own.
      if (count % 2 === 0) await index.upToDate();
    }
    expect(partsOf(database)).toBeGreaterThan(2);
    await expect.poll(() => partsOf(database)).toBeLessThanOrEqual(2);
    checkIndex(database);
  });

  it('is written to its end by the next run, when this one ended before', async () => {
    const { history, reopen } = historyForTest();
    await Promise.all(Array.from({ length: 150 }, (_, index) => history.addMessage(account, message(index))));
    const open = await reopen();
    expect(await open.countMessages(account, { search: 'lumora' })).toEqual({ count: 150, more: false });
  });

  it('says what the messages say, whatever becomes of them before they are in it', async () => {
    const sid = fc.integer({ min: 0, max: 5 });
    const step = fc.oneof(
      fc.record({ do: fc.constant('add' as const), sid, word: fc.constantFrom('lumora', 'winterpost') }),
      fc.record({ do: fc.constant('addBlank' as const), sid }),
      fc.record({ do: fc.constant('delete' as const), sid }),
      fc.record({ do: fc.constantFrom('restore' as const, 'adopt' as const, 'search' as const, 'reopen' as const) }),
    );
    await forAll(10, [fc.array(step, { maxLength: 25 })], async (steps) => {
      const file = join(tempFolder(), 'history.db');
      let history = openHistory(file);
      await history.commit(account, { leases: [leaseOf({ id: 'lease-1', label: 'checkout' })] });
      let deleted: Message[] = [];
      for (const each of steps) {
        if (each.do === 'add') await history.addMessage(account, message(each.sid, each.word));
        if (each.do === 'addBlank') await history.addMessage(account, { ...message(each.sid), body: '' });
        if (each.do === 'delete') deleted = [...deleted, ...(await history.deleteMessages(account, [sidOf(each.sid)]))];
        if (each.do === 'restore') await history.restoreMessages(account, deleted);
        if (each.do === 'adopt')
          await history.adoptMessages(account, messageOf().to, '2026-03-01T12:00:00Z', 'lease-1');
        if (each.do === 'search') await history.messages({ account, limit: 9, search: 'lumora' });
        if (each.do === 'reopen') {
          await history.close();
          history = openHistory(file);
        }
      }
      const all = (await history.messages({ account, limit: 99 })).messages;
      const labelled = all.filter(({ leaseId }) => leaseId !== null);
      expect((await history.messages({ account, limit: 99, search: 'checkout' })).messages).toEqual(labelled);
      for (const word of ['lumora', 'winterpost']) {
        const found = (await history.messages({ account, limit: 99, search: word })).messages;
        expect(found).toEqual(all.filter(({ body }) => body.includes(word)));
      }
      await history.close();
      const { db } = openDatabase(file);
      try {
        checkIndex(withStatements(db));
      } finally {
        db.close();
      }
    });
  });
});
