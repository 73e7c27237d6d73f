import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { facetQueries } from '../../../electron/adapters/history/facets.ts';
import { selectionOf, whereOf } from '../../../electron/adapters/history/messageQuery.ts';
import type { MessageFilter } from '../../../electron/contract/messages.ts';
import { account, historyForTest, messageOf, planOf, sidOf } from './harness.ts';

/** The bodies that are found, newest first. */

it.each<[MessageFilter, RegExp]>([
  [{}, /SEARCH messages USING INDEX messages_by_account/],
  [{ number: '+1415' }, /messages_by_recipient/],
  [{ service: 'GitHub' }, /messages_by_service/],
  [{ withCode: false }, /messages_by_code/],
  [{ noLease: true }, /messages_without_lease/],
  [{ lease: 'lease-1' }, /messages_by_lease/],
  [{ search: 'lumora' }, /message_texts VIRTUAL TABLE INDEX .*\| SEARCH messages USING INTEGER PRIMARY KEY/],
  [{ search: 'lumora', number: '+1415', withCode: true }, /message_texts VIRTUAL TABLE INDEX/],
])('the way to the messages for %j is an index that gives the order, too', async (filter, way) => {
  const { file, history } = historyForTest();
  await history.close();
  const { from, place, where } = selectionOf(account, filter);
  const { sql, values } = whereOf([...where, { sql: `${place} < ?`, values: [1n] }]);
  const query = `SELECT messages.sid FROM ${from} WHERE ${sql} ORDER BY ${place} DESC LIMIT ?`;
  const plan = planOf(file, query, [...values, 50]).join(' | ');
  expect(plan).toMatch(way);
  expect(plan).not.toMatch(/TEMP B-TREE|^SCAN messages/);
  for (const facets of facetQueries) {
    expect(planOf(file, facets, [account]).filter((step) => step.startsWith('SCAN messages'))).toEqual([]);
  }
});

describe('a deleted message', () => {
  it('leaves no trace of its text in the files', async () => {
    const { file, history } = historyForTest();
    for (let index = 0; index < 30; index += 1)
      await history.addMessage(account, messageOf({ sid: sidOf(index), body: `harmless text number ${index}` }));
    const secret = messageOf({ sid: sidOf(99), body: 'Zyxwvut qpq 77345612', code: '77345612', from: 'Jjkxq' });
    await history.addMessage(account, secret);
    const files = () => [file, `${file}-wal`].map((name) => readFileSync(name).toString('latin1')).join('');
    expect(files()).toContain('Zyxwvut');
    await history.deleteMessages(account, [secret.sid]);
    for (const trace of ['Zyxwvut', '77345612', 'Jjkxq', 'zyx', 'wvu']) expect(files()).not.toContain(trace);
  });
});
