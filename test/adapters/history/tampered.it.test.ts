import { existsSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstVersion } from '../../../electron/adapters/history/schema.ts';
import type { History } from '../../../electron/core/ports.ts';
import { failureOf, thrownFailure } from '../harness.ts';
import { account, execIn, historyForTest, leaseOf, messageOf, numberOf } from './harness.ts';

/** A closed history with a lease, its number and a message, changed by another program. */
async function changed(sql: string): Promise<string> {
  const { file, history } = historyForTest();
  await history.commit(account, { leases: [leaseOf()], numbers: [numberOf()] });
  await history.addMessage(account, messageOf());
  await history.close();
  execIn(file, sql);
  return file;
}

const wayOut = { code: 'STORAGE_FAILED', hint: expect.toSay('Move history.db out of the data folder') };

const reads: Record<'leases' | 'numbers' | 'messages', ((history: History) => Promise<unknown>)[]> = {
  leases: [(history) => history.leases(account), (history) => history.leasePage(account, { limit: 5 })],
  numbers: [(history) => history.numbers(account)],
  messages: [(history) => history.messages({ account, limit: 5 })],
};

describe('a history that another program has changed', () => {
  it.each([
    ['leases', "record = 'garbage'"],
    ['leases', "record = '{}'"],
    ['leases', "record = json_set(record, '$.life.expiresAt', 'soon')"],
    ['leases', "record = json_set(record, '$.life.expiresAt', 1e300)"],
    ['leases', "record = json_set(record, '$.life.state', 'free')"],
    ['leases', "record = json_set(record, '$.policy', 'forever')"],
    ['leases', "record = json_set(record, '$.reused', 'maybe')"],
    ['numbers', "record = '{}'"],
    ['numbers', "record = json_set(record, '$.life', 5)"],
    ['numbers', "record = json_set(record, '$.origin', 'nowhere')"],
    ['numbers', "record = json_set(record, '$.life.holding.number', 5)"],
    ['numbers', "record = json_set(record, '$.life.holding.before', 'elsewhere')"],
    ['numbers', "record = json_set(record, '$.life.holding.monthlyPrice.amount', 'free')"],
    ['messages', "candidates = 'x'"],
    ['messages', "candidates = '{}'"],
    ['messages', `candidates = '[{"code": 1}]'`],
    ['messages', "media = 'x'"],
    ['messages', `media = '[{"url": 1}]'`],
  ] as const)('in its %s by %s is refused, with a way out', async (table, change) => {
    const { history } = historyForTest(await changed(`UPDATE ${table} SET ${change}`));
    for (const read of reads[table]) {
      expect(await failureOf(read(history))).toMatchObject({ ...wayOut, message: expect.toSay(table.slice(0, -1)) });
    }
  });

  it.each([
    "CREATE TRIGGER evil AFTER INSERT ON messages BEGIN UPDATE messages SET code = '999999'; END",
    'CREATE VIEW evil AS SELECT 1',
    'DROP TRIGGER message_added; CREATE TRIGGER message_added AFTER INSERT ON messages BEGIN DELETE FROM leases; END',
    'DROP TABLE leases',
    'DROP INDEX messages_by_account',
    'PRAGMA user_version = 0',
  ])('by %s is put aside, and a new one begins', async (sql) => {
    const file = await changed(sql);
    const { history } = historyForTest(file);
    expect(existsSync(history.recovered?.movedTo ?? '-')).toBe(true);
    expect(await history.leases(account)).toEqual([]);
    expect(await history.addMessage(account, messageOf({ code: '482913' }))).toBe('stored');
    const { messages } = await history.messages({ account, limit: 5 });
    expect(messages.map(({ code }) => code)).toEqual(['482913']);
  });

  it.each([
    [99, 'newer version of OTP Dock', 'Start the newer version'],
    [firstVersion - 1, 'before its first release', 'Move history.db out of the data folder'],
    [1, 'before its first release', 'Move history.db out of the data folder'],
  ])('from version %s is left as it is, and says what to do', async (version, message, hint) => {
    const file = await changed(`PRAGMA user_version = ${version}`);
    const failure = thrownFailure(() => historyForTest(file));
    expect(failure).toMatchObject({ code: 'STORAGE_FAILED', message: expect.toSay(message), hint: expect.toSay(hint) });
    expect(readdirSync(dirname(file)).filter((name) => name.includes('damaged'))).toEqual([]);
  });
});
