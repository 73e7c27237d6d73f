import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { OldMessages } from '../../../electron/core/messageHistory.ts';
import type { History } from '../../../electron/core/ports.ts';
import { account, historyForTest, historyInMemory, messageOf, otherAccount, planOf, sidOf } from './harness.ts';

const dayOf = (day: number) => `2026-03-${String(day).padStart(2, '0')}T12:00:00.000Z`;

/** Everything before the tenth is too old. */
const old: OldMessages = { before: dayOf(10), except: [], remember: dayOf(5), most: 50 };

const add = (history: History, day: number, change: Parameters<typeof messageOf>[0] = {}, of = account) =>
  history.addMessage(of, messageOf({ sid: sidOf(day), receivedAt: dayOf(day), ...change }));

describe('old messages', () => {
  it('of all accounts are wiped, in the order of their times', async () => {
    const history = historyInMemory();
    for (const day of [9, 1, 3]) await add(history, day);
    await add(history, 2, {}, otherAccount);
    expect(await history.deleteOldMessages({ ...old, most: 3 })).toEqual([sidOf(1), sidOf(2), sidOf(3)]);
    expect(await history.message(otherAccount, sidOf(2))).toBeNull();
  });

  it('are found by their place alone: nothing is sorted, and no other message is read', () => {
    const { file, history } = historyForTest();
    void history.close();
    const plan = planOf(
      file,
      `SELECT place FROM messages WHERE place < ? AND NOT EXISTS (
         SELECT 1 FROM leases WHERE leases.id = messages.lease_id AND leases.state IN ('buying', 'active'))
       ORDER BY place LIMIT ?`,
    );
    expect(plan.join('\n')).toMatch(/^SEARCH messages USING INTEGER PRIMARY KEY \(rowid<\?\)/);
    expect(plan.join('\n')).not.toContain('TEMP B-TREE');
  });

  it('leave nothing in the file or beside it', async () => {
    const { file, history } = historyForTest();
    const secret = (index: number) => `Zanzibar ${index} quetzal`;
    for (let index = 0; index < 60; index += 1)
      await add(history, 1, { sid: sidOf(index), body: secret(index), from: 'Quetzalbank' });
    await history.messages({ account, limit: 1, search: 'zanzibar' });
    await add(history, 12, { sid: sidOf(99), body: 'It stays' });
    const onDisk = () => ['', '-wal'].map((end) => readFileSync(file + end).toString('latin1')).join('');
    expect(onDisk()).toContain('Zanzibar');
    expect(await history.deleteOldMessages(old)).toHaveLength(50);
    expect(await history.deleteOldMessages(old)).toHaveLength(10);
    expect(onDisk()).toContain('It stays');
    for (const trace of ['Zanzibar', 'quetzal', 'Quetzalbank', 'zan', 'etz']) expect(onDisk()).not.toContain(trace);
    await history.close();
    expect(readFileSync(file).toString('latin1')).not.toMatch(/zanzibar|quetzal/i);
  });
});
