import { describe, expect, it } from 'vitest';
import { stores } from './stores.ts';
import type { History } from '../../../electron/core/ports.ts';
import { account, active, leaseOf, messageOf, otherAccount, sidOf } from '../history/harness.ts';

describe.each(stores)('$name', ({ fresh }) => {
  const [to, other] = ['+919000000001', '+919000000002'];

  const young = '2026-03-20T12:00:00.000Z';

  const remember = '2026-03-10T12:00:00.000Z';

  const add = (history: History, index: number, change: Parameters<typeof messageOf>[0] = {}, of = account) =>
    history.addMessage(of, messageOf({ sid: sidOf(index), to, ...change }));

  const found = async (history: History, search: string, of = account) =>
    (await history.messages({ account: of, limit: 500, search })).messages.map(({ sid }) => sid);

  describe('all messages', () => {
    it('of an account are deleted, those of running leases, too; others stay, and are found', async () => {
      const history = await fresh();
      await history.commit(account, { leases: [leaseOf({ id: 'running', life: active })] });
      await add(history, 1, { leaseId: 'running', body: 'Lumora sends 111111' });
      await add(history, 2, { body: 'Lumora sends 222222' });
      await add(history, 3, { body: 'Lumora sends 333333' }, otherAccount);
      expect(await found(history, 'lumora')).toHaveLength(2);
      expect(await history.deleteAllMessages(account, undefined, remember)).toEqual([sidOf(1), sidOf(2)]);
      expect(await history.countMessages(account, {})).toEqual({ count: 0, more: false });
      expect([await found(history, 'lumora'), await found(history, 'lumora', otherAccount)]).toEqual([[], [sidOf(3)]]);
      expect(await history.deleteAllMessages(account, undefined, remember)).toEqual([]);
    });

    it('to a number are deleted, be they few or most of all', async () => {
      for (const others of [2, 40]) {
        const history = await fresh();
        await Promise.all([1, 2].map((index) => add(history, index)));
        for (let index = 0; index < others; index += 1) await add(history, 10 + index, { to: other });
        await found(history, 'code');
        await add(history, 9);
        expect(await history.deleteAllMessages(account, to, remember)).toEqual([sidOf(1), sidOf(2), sidOf(9)]);
        expect(await found(history, 'code')).toHaveLength(others);
        expect(await found(history, to)).toEqual([]);
        await add(history, 3);
        expect(await found(history, to)).toEqual([sidOf(3)]);
      }
    });

    it('do not come back from Twilio’s list, as far as that is read: of leases from their beginning', async () => {
      const history = await fresh();
      await add(history, 1);
      await add(history, 2, { leaseId: 'lease' });
      await add(history, 3, { receivedAt: young });
      await history.deleteAllMessages(account, undefined, remember);
      expect(await Promise.all([1, 2, 3].map((index) => add(history, index)))).toEqual([
        'stored',
        'duplicate',
        'duplicate',
      ]);
    });
  });
});
