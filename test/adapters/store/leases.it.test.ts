import { describe, expect, it } from 'vitest';
import { stores } from './stores.ts';
import type { LeaseLife } from '../../../electron/core/numbers/lease.ts';
import type { History } from '../../../electron/core/ports.ts';
import {
  account,
  active,
  buying,
  ended,
  failed,
  leased,
  leaseOf,
  messageOf,
  numberOf,
  otherAccount,
  released,
  sidOf,
  startedAt,
} from '../history/harness.ts';

describe.each(stores)('$name', ({ open, fresh }) => {
  const idsOf = async (history: History): Promise<string[]> =>
    (await history.leases(account)).map(({ record }) => record.id).sort();

  describe('a lease', () => {
    it('is the same after a restart, with its newest code', async () => {
      const { history, reopen } = await open();
      await history.commit(account, { leases: [leaseOf()] });
      await history.addMessage(account, messageOf({ leaseId: 'lease-1' }));
      expect(await (await reopen()).leases(account)).toEqual([
        {
          record: leaseOf(),
          latestCode: { code: '123456', messageSid: sidOf(1), receivedAt: '2026-03-01T12:00:00.000Z' },
        },
      ]);
    });

    it('is kept as it was last saved', async () => {
      const { history, reopen } = await open();
      await history.commit(account, { leases: [leaseOf({ life: buying })] });
      await history.commit(account, { leases: [leaseOf()] });
      expect((await (await reopen()).leases(account)).map(({ record }) => record)).toEqual([leaseOf()]);
    });

    it('is found by the request that asked for it, the newest one when there are several', async () => {
      const history = await fresh();
      await history.commit(account, {
        leases: [leaseOf({ id: 'failed', startedAt: 1, life: failed }), leaseOf({ id: 'again', startedAt: 2 })],
      });
      expect(await history.leaseByRequest(account, 'request-1')).toMatchObject({ id: 'again' });
      expect(await history.leaseByRequest(account, 'request-2')).toBeNull();
      expect(await history.leaseByRequest(otherAccount, 'request-1')).toBeNull();
    });

    it('is seen in its own account alone, and goes with it', async () => {
      const history = await fresh();
      await history.commit(account, { leases: [leaseOf()] });
      await history.commit(otherAccount, { leases: [leaseOf({ id: 'other', account: otherAccount })] });
      await history.forgetAccount(account);
      expect(await history.leases(account)).toEqual([]);
      expect((await history.leases(otherAccount)).map(({ record }) => record.id)).toEqual(['other']);
    });
  });

  describe('the leases that are read back', () => {
    it('are those that are not over, and the newest hundred that are', async () => {
      const history = await fresh();
      const many = (name: string, first: number, life: LeaseLife) =>
        Array.from({ length: 130 }, (_, i) => leaseOf({ id: `${name}-${i}`, startedAt: first + i, life }));
      await history.commit(account, { leases: [...many('ended', 1_000, ended), ...many('active', 0, active)] });
      const ids = await idsOf(history);
      expect(ids.filter((id) => id.startsWith('active'))).toHaveLength(130);
      expect(ids.filter((id) => id.startsWith('ended'))).toEqual(
        Array.from({ length: 100 }, (_, i) => `ended-${i + 30}`).sort(),
      );
    });

    it('are, however old, also the newest of each number that is kept, once each', async () => {
      const history = await fresh();
      const leases = Array.from({ length: 300 }, (_, i) => leaseOf({ id: `lease-${i}`, startedAt: i, life: ended }));
      const keeping = (id: string, leaseId: string | null) => numberOf({ id, leaseId });
      await history.commit(account, {
        leases,
        numbers: [
          keeping('old', 'lease-7'),
          keeping('new', 'lease-299'),
          keeping('pool', null),
          numberOf({ id: 'gone', leaseId: 'lease-8', life: released }),
        ],
      });
      expect(await idsOf(history)).toEqual(
        ['lease-7', ...Array.from({ length: 100 }, (_, i) => `lease-${i + 200}`)].sort(),
      );
    });
  });

  describe('the leases of the past', () => {
    it('are those that had a number and ran at that time or later', async () => {
      const history = await fresh();
      const endedAt = (at: number) => ({ state: 'ended' as const, leased, expiresAt: at });
      await history.commit(account, {
        leases: [
          leaseOf({ id: 'runs', startedAt: 1, life: { ...active, expiresAt: 2 } }),
          leaseOf({ id: 'pinned', startedAt: 2, life: { ...active, expiresAt: null, leftMs: 60_000 } }),
          leaseOf({ id: 'before', life: endedAt(999) }),
          leaseOf({ id: 'just', startedAt: 900, country: 'US', life: endedAt(1_000) }),
          leaseOf({ id: 'buying', life: buying }),
          leaseOf({ id: 'failed', life: failed }),
        ],
      });
      await history.commit(otherAccount, { leases: [leaseOf({ id: 'other', account: otherAccount })] });
      const past = (await history.leasesSince(account, 1_000)).toSorted((a, b) => a.startedAt - b.startedAt);
      expect(past).toEqual([
        { country: 'IN', type: 'mobile', startedAt: 1, endedAt: null },
        { country: 'IN', type: 'mobile', startedAt: 2, endedAt: null },
        { country: 'US', type: 'mobile', startedAt: 900, endedAt: 1_000 },
      ]);
    });

    it('know of no type where the lease did not', async () => {
      const history = await fresh();
      await history.commit(account, { leases: [leaseOf({ life: { ...active, leased: { ...leased, type: null } } })] });
      expect(await history.leasesSince(account, startedAt)).toMatchObject([{ type: null }]);
    });
  });
});
