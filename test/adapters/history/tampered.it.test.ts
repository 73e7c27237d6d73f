import { existsSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { firstVersion } from '../../../electron/adapters/history/schema.ts';
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

describe('a history that another program has changed', () => {
  it.each([
    ["UPDATE leases SET record = 'garbage'", 'lease'],
    ["UPDATE leases SET record = '{}'", 'lease'],
    ["UPDATE leases SET record = json_set(record, '$.life.expiresAt', 'soon')", 'lease'],
    ["UPDATE leases SET record = json_set(record, '$.life.expiresAt', 1e300)", 'lease'],
    ["UPDATE leases SET record = json_set(record, '$.life.state', 'free')", 'lease'],
    ["UPDATE leases SET record = json_set(record, '$.policy', 'forever')", 'lease'],
    ["UPDATE leases SET record = json_set(record, '$.reused', 'maybe')", 'lease'],
  ])('by %s is refused, with a way out', async (sql, what) => {
    const { history } = historyForTest(await changed(sql));
    expect(await failureOf(history.leases(account))).toMatchObject({
      ...wayOut,
      message: expect.toSay(what),
    });
    expect(await failureOf(history.leasePage(account, { limit: 5 }))).toMatchObject(wayOut);
  });

  it.each([
    "UPDATE numbers SET record = '{}'",
    "UPDATE numbers SET record = json_set(record, '$.life', 5)",
    "UPDATE numbers SET record = json_set(record, '$.origin', 'nowhere')",
    "UPDATE numbers SET record = json_set(record, '$.life.holding.number', 5)",
    "UPDATE numbers SET record = json_set(record, '$.life.holding.before', 'elsewhere')",
    "UPDATE numbers SET record = json_set(record, '$.life.holding.monthlyPrice.amount', 'free')",
  ])('by %s is refused, with a way out', async (sql) => {
    const { history } = historyForTest(await changed(sql));
    expect(await failureOf(history.numbers(account))).toMatchObject({
      ...wayOut,
      message: expect.toSay('number'),
    });
  });

  it.each([
    "UPDATE messages SET candidates = 'x'",
    "UPDATE messages SET candidates = '{}'",
    `UPDATE messages SET candidates = '[{"code": 1}]'`,
  ])('by %s is refused, with a way out', async (sql) => {
    const { history } = historyForTest(await changed(sql));
    expect(await failureOf(history.messages({ account, limit: 5 }))).toMatchObject(wayOut);
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
    expect(thrownFailure(() => historyForTest(file))).toMatchObject({
      code: 'STORAGE_FAILED',
      message: expect.toSay(message),
      hint: expect.toSay(hint),
    });
    expect(readdirSync(dirname(file)).filter((name) => name.includes('damaged'))).toEqual([]);
  });
});
