import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { nextBlock, partsWith, writeBlock } from '../../../electron/adapters/history/blocks.ts';
import { beginRun } from '../../../electron/adapters/history/changes.ts';
import { withStatements, type Database } from '../../../electron/adapters/history/database.ts';
import { addMessage, selectRows } from '../../../electron/adapters/history/messages.ts';
import { openDatabase } from '../../../electron/adapters/history/open.ts';
import { historySteps } from '../../../electron/adapters/history/schema.ts';
import { walkCount, walkMessages } from '../../../electron/adapters/history/walk.ts';
import { forAll } from '../../support/runs.ts';
import { account, messageOf, sidOf } from './harness.ts';

/** The step with which they came. */
const blocksStep = 4;

function databaseForTest(steps = historySteps): Database {
  const { db } = openDatabase(':memory:', steps);
  onTestFinished(() => db.close());
  const database = withStatements(db);
  beginRun(database);
  return database;
}

function add(database: Database, index: number, body: string, second = index): void {
  const receivedAt = new Date(Date.UTC(2026, 2, 1) + second * 1_000).toISOString();
  addMessage(database, account, messageOf({ sid: sidOf(index), receivedAt, body, from: '1', to: '2', code: null }));
}

function writeAll(database: Database): void {
  for (let block = nextBlock(database); block !== null; block = nextBlock(database)) writeBlock(database, block);
}

/** What is found in the parts in which the words may be, newest first. */
function foundInParts(database: Database, search: string): unknown[] {
  const query = { account, limit: 10_000, search };
  const parts = partsWith(database, search.split(' '), null);
  return parts.flatMap((part) => selectRows(database, query, part, 10_000)).map(({ sid }) => sid);
}

function foundAnywhere(database: Database, search: string): unknown[] {
  const everywhere = { below: null, from: null };
  return selectRows(database, { account, limit: 10_000, search }, everywhere, 10_000).map(({ sid }) => sid);
}

const attempt = async <T>(work: () => T): Promise<T> => work();

describe('the blocks for words that are too short for the index', () => {
  it('leave out no message in which such a word is, whatever became of the messages', async () => {
    const character = fc.constantFrom(...'abZzQé É码验🎉%_ßẞİıKk\u0301ा हि'.split(/(?:)/u));
    const body = fc.string({ unit: character, maxLength: 12 });
    const word = fc
      .string({ unit: character, minLength: 1, maxLength: 2 })
      .filter((text) => /^\S+$/u.test(text) && [...text].length <= 2);
    const change = fc.record({ index: fc.nat(399), body, how: fc.constantFrom('delete', 'change', 'late', 'write') });
    const bodies = fc.array(body, { minLength: 400, maxLength: 400 });
    await forAll(
      10,
      [bodies, fc.array(change, { maxLength: 40 }), fc.array(word, { minLength: 20 })],
      (all, ...more) => {
        const [changes, words] = more;
        const database = databaseForTest();
        all.forEach((text, index) => add(database, index, text));
        writeAll(database);
        for (const [turn, { index, body: text, how }] of changes.entries()) {
          if (how === 'delete') database.sql('DELETE FROM messages WHERE sid = ?').run(sidOf(index));
          if (how === 'change') database.sql('UPDATE messages SET body = ? WHERE sid = ?').run(text, sidOf(index));
          if (how === 'late') add(database, 1_000 + turn, text, index);
          if (how === 'write') writeAll(database);
        }
        for (const search of [...words, `${words[0]} ${words[1]}`])
          expect(foundInParts(database, search)).toEqual(foundAnywhere(database, search));
      },
    );
  });

  it('leave out most of the others, also in a history from before there were blocks', async () => {
    const older = databaseForTest(historySteps.toSpliced(blocksStep, 1));
    for (let index = 0; index < 5_000; index += 1)
      add(older, index, index % 4_999 === 0 ? 'zq' : 'Your code is 123456');
    older.db.exec(String(historySteps[blocksStep]));
    const widthOf = () =>
      partsWith(older, ['zq'], null)
        .map((part) => selectRows(older, { account, limit: 1 }, part, 10_000).length)
        .reduce((sum, count) => sum + count, 0);
    const query = { account, limit: 10, search: 'zq' };
    const found = async () => [
      (await walkMessages(older, query, attempt)).messages.map(({ sid }) => sid),
      (await walkCount(older, account, { search: 'ZQ' }, attempt)).count,
    ];
    expect([widthOf(), ...(await found())]).toEqual([5_000, [sidOf(4_999), sidOf(0)], 2]);
    writeAll(older);
    expect(await found()).toEqual([[sidOf(4_999), sidOf(0)], 2]);
    expect(widthOf()).toBeLessThan(300);
    expect(partsWith(older, ['is'], null)).toEqual([{ below: null, from: -(2n ** 63n) }]);
  });

  it('say nothing of messages that are gone', () => {
    const database = databaseForTest();
    for (let index = 0; index < 400; index += 1) add(database, index, 'zq');
    writeAll(database);
    const known = () => database.sql('SELECT count(*) AS count FROM message_blocks WHERE pairs IS NOT NULL').get();
    expect(known()).toMatchObject({ count: 5 });
    database.sql('DELETE FROM messages').run();
    expect(known()).toMatchObject({ count: 0 });
    writeAll(database);
    expect(database.sql('SELECT count(*) AS count FROM message_blocks').get()).toMatchObject({ count: 1 });
  });
});
