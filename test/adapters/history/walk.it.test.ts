import { describe, expect, it } from 'vitest';
import { endOfBatchQuery } from '../../../electron/adapters/history/walk.ts';
import type { MessageFilter } from '../../../electron/contract/messages.ts';
import type { History } from '../../../electron/core/ports.ts';
import { codeOf } from '../../support/failures.ts';
import { account, historyForTest, historyInMemory, messageOf, planOf, sidOf } from './harness.ts';

/** More than are read in three goes, and two of them with a word that no index knows: the oldest and the newest. */
const count = 7_000;

async function longHistory(): Promise<History> {
  const history = historyInMemory();
  await Promise.all(
    Array.from({ length: count }, (_, index) => {
      const receivedAt = new Date(Date.UTC(2026, 2, 1) + index * 1_000).toISOString();
      const body = index === 0 || index === count - 1 ? `zq ${index}` : `Your code is ${100_000 + index}`;
      return history.addMessage(account, messageOf({ sid: sidOf(index), receivedAt, body }));
    }),
  );
  return history;
}

describe('a word of two letters', () => {
  it('is found in messages that are far apart, page by page, and counted', async () => {
    const history = await longHistory();
    const all = await history.messages({ account, limit: 50, search: 'zq' });
    expect(all.messages.map(({ body }) => body)).toEqual([`zq ${count - 1}`, 'zq 0']);
    expect(all.next).toBeNull();
    const first = await history.messages({ account, limit: 1, search: 'ZQ' });
    expect(first.messages.map(({ body }) => body)).toEqual([`zq ${count - 1}`]);
    const second = await history.messages({ account, limit: 1, search: 'zq', before: first.next ?? '' });
    expect(second.messages.map(({ body }) => body)).toEqual(['zq 0']);
    expect(await history.countMessages(account, { search: 'zq' })).toEqual({ count: 2, more: false });
    expect(await history.countMessages(account, { search: 'is' })).toEqual({ count: count - 2, more: false });
    expect((await history.messages({ account, limit: 5, search: 'code zq' })).messages).toEqual([]);
  });

  it('holds up nobody while it is looked for', async () => {
    const history = await longHistory();
    await history.messages({ account, limit: 1, search: 'code' });
    const order: string[] = [];
    const searched = history.messages({ account, limit: 50, search: 'zq' }).then(() => order.push('search'));
    const stored = history.addMessage(account, messageOf({ sid: sidOf(count) })).then(() => order.push('message'));
    await Promise.all([searched, stored]);
    expect(order).toEqual(['message', 'search']);
  });

  it('rejects with INVALID_INPUT where the page begins nowhere', async () => {
    const history = historyInMemory();
    const page = history.messages({ account, limit: 5, search: 'zq', before: 'soon' });
    expect(await codeOf(page)).toBe('INVALID_INPUT');
  });

  it.each<MessageFilter>([{}, { number: '+1415' }, { search: 'code' }])(
    'goes along an index, with %j',
    async (filter) => {
      const { file, history } = historyForTest();
      await history.close();
      const { sql, values } = endOfBatchQuery(
        account,
        { ...filter, search: `${filter.search ?? ''} zq` },
        { below: 5n, from: 2n },
      );
      expect(planOf(file, sql, values).join(' | ')).not.toMatch(/TEMP B-TREE|^SCAN messages/);
    },
  );
});
