import { describe, expect, it } from 'vitest';
import { stores } from './stores.ts';
import type { OldMessages } from '../../../electron/core/messageHistory.ts';
import type { History } from '../../../electron/core/ports.ts';
import { account, active, ended, leaseOf, messageOf, otherAccount, sidOf } from '../history/harness.ts';

describe.each(stores)('$name', ({ open, fresh }) => {
  const dayOf = (day: number) => `2026-03-${String(day).padStart(2, '0')}T12:00:00.000Z`;

  /** Everything before the tenth is too old. */
  const old: OldMessages = { before: dayOf(10), except: [], remember: dayOf(5), most: 50 };

  const sids = async (history: History) => {
    const { messages } = await history.messages({ account, limit: 100 });
    return messages.map(({ sid }) => sid).toSorted();
  };

  const add = (history: History, day: number, change: Parameters<typeof messageOf>[0] = {}, of = account) =>
    history.addMessage(of, messageOf({ sid: sidOf(day), receivedAt: dayOf(day), ...change }));

  describe('old messages', () => {
    it('are wiped, the oldest first and so many at once', async () => {
      const history = await fresh();
      for (const day of [9, 1, 12, 2, 3, 10]) await add(history, day);
      expect(await history.deleteOldMessages({ ...old, most: 3 })).toEqual([sidOf(1), sidOf(2), sidOf(3)]);
      expect(await history.deleteOldMessages({ ...old, most: 3 })).toEqual([sidOf(9)]);
      expect(await sids(history)).toEqual([sidOf(10), sidOf(12)]);
    });

    it('are wiped of one account, where only that is meant', async () => {
      const history = await fresh();
      await add(history, 1);
      for (const day of [2, 3]) await add(history, day, {}, otherAccount);
      const gone = await history.deleteOldMessages({ ...old, account: otherAccount });
      expect(gone).toEqual([sidOf(2), sidOf(3)]);
      expect(await sids(history)).toEqual([sidOf(1)]);
    });

    it('of a running lease stay; those of a lease that is over, or that is gone, do not', async () => {
      const history = await fresh();
      const leases = [leaseOf({ id: 'running', life: active }), leaseOf({ id: 'over', life: ended })];
      await history.commit(account, { leases });
      for (const [index, leaseId] of ['running', 'over', 'gone', null].entries())
        await add(history, index + 1, { leaseId });
      await history.deleteOldMessages(old);
      expect(await sids(history)).toEqual([sidOf(1)]);
    });

    it('that are younger than they seem stay', async () => {
      const history = await fresh();
      for (const day of [1, 2, 3, 4, 5]) await add(history, day);
      await history.deleteOldMessages({ ...old, except: [{ from: dayOf(2), to: dayOf(4) }] });
      expect(await sids(history)).toEqual([sidOf(2), sidOf(3)]);
    });

    it('do not come back from Twilio’s list, as far as that is read', async () => {
      const history = await fresh();
      for (const day of [4, 5, 6]) await add(history, day);
      await history.deleteOldMessages(old);
      expect(await Promise.all([4, 5, 6].map((day) => add(history, day)))).toEqual([
        'stored',
        'duplicate',
        'duplicate',
      ]);
    });

    it('cannot be searched any more, and the others can', async () => {
      const history = await fresh();
      await add(history, 1, { body: 'Lumora sends 111111' });
      await add(history, 12, { body: 'Lumora sends 222222' });
      const found = async () => (await history.messages({ account, limit: 9, search: 'lumora' })).messages.length;
      expect(await found()).toBe(2);
      await history.deleteOldMessages(old);
      expect(await found()).toBe(1);
    });

    it('are wiped while others come in: each is stored after the step under way', async () => {
      const { history } = await open();
      const adding = Array.from({ length: 3_000 }, (_, index) => add(history, 1, { sid: sidOf(index) }));
      await Promise.all(adding);
      await history.messages({ account, limit: 1, search: 'code' });
      let came = 0;
      for (let steps = 0; ; steps += 1) {
        const step = history.deleteOldMessages(old);
        const added = add(history, 12, { sid: sidOf(10_000 + steps) }).then(() => (came += 1));
        const [deleted] = await Promise.all([step, added]);
        expect(came).toBe(steps + 1);
        if (deleted.length < old.most) break;
      }
      expect(await history.countMessages(account, {})).toEqual({ count: came, more: false });
    });
  });
});
