import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { History } from '../../../electron/core/ports.ts';
import { account, historyForTest, messageOf, sidOf } from './harness.ts';

const [to, other] = ['+919000000001', '+919000000002'];

const remember = '2026-03-10T12:00:00.000Z';

const add = (history: History, index: number, change: Parameters<typeof messageOf>[0] = {}, of = account) =>
  history.addMessage(of, messageOf({ sid: sidOf(index), to, ...change }));

const found = async (history: History, search: string, of = account) =>
  (await history.messages({ account: of, limit: 500, search })).messages.map(({ sid }) => sid);

describe('all messages', () => {
  it('leave nothing in the file or beside it', async () => {
    const { file, history, reopen } = historyForTest();
    for (let index = 0; index < 60; index += 1)
      await add(history, index, { body: `Zanzibar ${index} quetzal`, from: 'Quetzalbank' });
    await add(history, 99, { body: 'It stays', to: other });
    expect(await found(history, 'zanzibar')).toHaveLength(60);
    const onDisk = () => ['', '-wal'].map((end) => readFileSync(file + end).toString('latin1')).join('');
    expect(onDisk()).toContain('Zanzibar');
    await history.deleteAllMessages(account, to, remember);
    expect(onDisk()).toContain('It stays');
    for (const trace of ['Zanzibar', 'quetzal', 'Quetzalbank', 'zan', 'etz']) expect(onDisk()).not.toContain(trace);
    const again = await reopen();
    expect(again.recovered).toBeNull();
    expect(await found(again, 'stays')).toEqual([sidOf(99)]);
  });
});
