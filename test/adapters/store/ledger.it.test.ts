import { describe, expect, it } from 'vitest';
import { stores } from './stores.ts';
import type { LedgerEntry } from '../../../electron/contract/state.ts';
import type { History, LedgerChange } from '../../../electron/core/ports.ts';
import { failureOf } from '../harness.ts';
import { account, ended, entryOf, leaseOf, numberOf, otherAccount, startedAt } from '../history/harness.ts';
import { verbatim } from '../../../electron/contract/words/phrases.ts';

describe.each(stores)('$name', ({ open, fresh }) => {
  async function allPages(history: History, limit: number, before?: number): Promise<LedgerEntry[]> {
    const { entries, next } = await history.ledger(account, { limit, before });
    return next === null ? entries : [...entries, ...(await allPages(history, limit, next))];
  }

  describe('the ledger', () => {
    it('is the same after a restart', async () => {
      const { history, reopen } = await open();
      const bare = { number: null, numberSid: null, country: null, leaseId: null, amount: null };
      const bought = entryOf({ label: 'sign-up 🎉', amount: { amount: '0.0075', currency: 'EUR' } });
      const vanished = entryOf({ ...bare, kind: 'vanished', note: verbatim('Somebody gave it back.') });
      await history.commit(account, { entries: [bought, vanished] });
      const { entries, next } = await (await reopen()).ledger(account, { limit: 10 });
      const at = new Date(startedAt).toISOString();
      expect(entries).toEqual([
        { ...vanished, id: 2, at },
        { ...bought, id: 1, at },
      ]);
      expect(next).toBeNull();
    });

    it('comes in pages, the newest entry first, none twice and none left out', async () => {
      const history = await fresh();
      const entries = Array.from({ length: 25 }, (_, i) => entryOf({ note: verbatim(String(i)) }));
      await history.commit(account, { entries });
      await history.commit(otherAccount, { entries: [entryOf({ note: verbatim('other') })] });
      const notes = Array.from({ length: 25 }, (_, i) => String(24 - i));
      for (const limit of [1, 5, 24, 25, 26]) {
        expect((await allPages(history, limit)).map(({ note }) => note)).toEqual(notes);
      }
    });

    it('gives its charges since an instant: what cost something, to the cent', async () => {
      const history = await fresh();
      await history.commit(account, {
        entries: [
          entryOf({ at: 999 }),
          entryOf({ at: 1_000, amount: { amount: '1.15', currency: 'USD' } }),
          entryOf({ at: 1_001, kind: 'released', amount: null }),
          entryOf({ at: 1_002, kind: 'renewal', amount: { amount: '2.1500', currency: 'USD' }, holder: 'ci' }),
        ],
      });
      await history.commit(otherAccount, { entries: [entryOf({ at: 2_000 })] });
      expect(await history.charges(account, 1_000)).toEqual([
        { at: 1_000, amount: { amount: '1.15', currency: 'USD' }, holder: null },
        { at: 1_002, amount: { amount: '2.1500', currency: 'USD' }, holder: 'ci' },
      ]);
    });

    it('goes with its account', async () => {
      const history = await fresh();
      await history.commit(account, { entries: [entryOf()] });
      await history.commit(otherAccount, { entries: [entryOf()] });
      await history.forgetAccount(account);
      expect((await history.ledger(account, { limit: 10 })).entries).toEqual([]);
      expect((await history.ledger(otherAccount, { limit: 10 })).entries).toHaveLength(1);
    });
  });

  const circular = leaseOf({ id: 'circular' });

  (circular as unknown as Record<string, unknown>)['life'] = { ...ended, self: circular };

  const entries = [entryOf(), entryOf({ at: 1.5 })];

  it.each<[string, LedgerChange]>([
    ['a lease in the middle', { leases: [leaseOf({ label: 'new' }), circular, leaseOf({ id: 'lease-3' })] }],
    ['a number', { leases: [leaseOf({ label: 'new' })], numbers: [numberOf({ id: null as never })] }],
    ['the last entry', { leases: [leaseOf({ label: 'new' })], numbers: [numberOf({ leases: 2 })], entries }],
  ])('a change is written whole or not at all: %s cannot be', async (_what, change) => {
    const { history, reopen } = await open();
    const before = { leases: [leaseOf()], numbers: [numberOf()] };
    await history.commit(account, before);
    expect(await failureOf(history.commit(account, change))).toMatchObject({ code: 'STORAGE_FAILED' });
    await history.commit(account, { entries: [entryOf({ note: verbatim('afterwards') })] });
    const again = await reopen();
    expect((await again.leases(account)).map(({ record }) => record)).toEqual(before.leases);
    expect(await again.numbers(account)).toEqual(before.numbers);
    expect((await again.ledger(account, { limit: 10 })).entries.map(({ note }) => note)).toEqual(['afterwards']);
  });
});
