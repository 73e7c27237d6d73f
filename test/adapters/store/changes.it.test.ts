import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../electron/contract/state.ts';
import type { StoredChange } from '../../../electron/core/changes.ts';
import type { History } from '../../../electron/core/ports.ts';
import {
  account,
  active,
  ended,
  leaseOf,
  messageOf,
  numberOf,
  otherAccount,
  released,
  sidOf,
  startedAt,
} from '../history/harness.ts';
import { stores } from './stores.ts';

const later = '2026-03-01T12:00:30.000Z';

/** A message by its index, a lease by its id and, after a code, what it shows. */
function named(change: StoredChange): string {
  if (change.type === 'message') return `${Number(change.message.sid.slice(2))}${change.lease ? ' as the newest' : ''}`;
  const { record, latestCode } = change.lease;
  return `${record.id} ${record.life.state}${latestCode ? ` ${latestCode.code}` : ''}`;
}

describe.each(stores)('$name', ({ open, fresh }) => {
  /** Page by page, to the end. */
  async function all(history: History, after: bigint, most = 100): Promise<StoredChange[]> {
    const found: StoredChange[] = [];
    for (let from = after; ;) {
      const { changes, end } = await history.changes(account, from, most);
      expect(changes.length).toBeLessThanOrEqual(most);
      found.push(...changes);
      if (end === from) return found;
      from = end;
    }
  }
  const told = async (...given: Parameters<typeof all>) => (await all(...given)).map(named);
  const add = (history: History, index: number, change: Parameters<typeof messageOf>[0] = {}) =>
    history.addMessage(account, messageOf({ sid: sidOf(index), ...change }));

  describe('what has changed', () => {
    it('is told in the order in which it was written, not by the times of messages', async () => {
      const history = await fresh();
      const start = history.here();
      await add(history, 1, { receivedAt: later });
      await history.commit(account, { leases: [leaseOf()] });
      await add(history, 2);
      expect(await told(history, start)).toEqual(['1', 'lease-1 active', '2']);
    });

    it('is told page by page, each once', async () => {
      const history = await fresh();
      const start = history.here();
      await Promise.all(Array.from({ length: 25 }, (_, i) => add(history, i + 1)));
      await history.commit(account, {
        leases: Array.from({ length: 25 }, (_, i) => leaseOf({ id: `lease-${i}` })),
      });
      const whole = await told(history, start);
      expect(whole).toHaveLength(50);
      for (const most of [1, 7, 25, 49, 50]) expect(await told(history, start, most)).toEqual(whole);
    });

    it('is told from any cursor, after a restart, too', async () => {
      const { history, reopen } = await open();
      const cursors = [history.cursorOf(history.here())];
      for (const index of [1, 2, 3]) {
        await add(history, index);
        cursors.push(history.cursorOf(history.here()));
      }
      const again = await reopen();
      await add(again, 4);
      for (const [seen, cursor] of cursors.entries()) {
        const from = again.revisionOf(cursor);
        expect(from).not.toBeNull();
        expect(await told(again, from ?? 0n)).toEqual(['1', '2', '3', '4'].slice(seen));
      }
      const fourth = again.cursorOf(again.here());
      const last = await reopen();
      expect(await told(last, last.revisionOf(fourth) ?? 0n)).toEqual([]);
    });

    it('is of one account alone', async () => {
      const history = await fresh();
      const start = history.here();
      await history.addMessage(otherAccount, messageOf());
      await history.commit(otherAccount, { leases: [leaseOf({ account: otherAccount })] });
      expect(await told(history, start)).toEqual([]);
    });

    it('says whose lease it is, or that it is nobody’s', async () => {
      const history = await fresh();
      const start = history.here();
      await history.commit(account, { leases: [leaseOf({ id: 'ci', holder: 'ci' }), leaseOf({ id: 'own' })] });
      await add(history, 1, { leaseId: 'ci' });
      await add(history, 2, { leaseId: 'own' });
      await add(history, 3);
      await add(history, 4, { leaseId: 'unknown' });
      expect((await all(history, start)).map(({ holder }) => holder)).toEqual(['ci', null, 'ci', null, null, null]);
    });
  });

  it('what is told at once is what is told later, whatever is done', async () => {
    const history = await fresh();
    await history.commit(account, { leases: [leaseOf()], numbers: [numberOf()] });
    let sent = 0;
    let deleted: Message[] = [];
    const at = (second: number) => new Date(startedAt + second * 1_000).toISOString();
    const addOne = (n: number) => add(history, (sent += 1), { receivedAt: at(n), leaseId: n % 2 ? 'lease-1' : null });
    const works: Record<string, (n: number) => Promise<unknown>> = {
      add: addOne,
      addMany: (n) => Promise.all(Array.from({ length: n }, () => addOne(n))),
      addTooMany: () => Promise.all(Array.from({ length: 600 }, () => addOne(1))),
      addBlank: (n) => add(history, (sent += 1), { receivedAt: at(n), body: '', code: null, candidates: [] }),
      again: (n) => add(history, Math.max(1, sent - n)),
      save: () => history.commit(account, { leases: [leaseOf()] }),
      adopt: (n) => history.adoptMessages(account, messageOf().to, at(n), 'lease-1'),
      remove: async (n) => (deleted = await history.deleteMessages(account, [sidOf(sent), sidOf(sent - n)])),
      restore: () => history.restoreMessages(account, deleted),
      clear: () => history.deleteAllMessages(account, undefined, at(60)),
    };
    const step = fc.tuple(fc.constantFrom(...Object.keys(works)), fc.integer({ min: 1, max: 9 }), fc.boolean());
    let told = history.here();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), async (steps) => {
        // From before something else was written, all is read.
        const before = told;
        await works['save']?.(0);
        for (const [name, n, isLooking] of steps) {
          await works[name]?.(n);
          if (!isLooking) continue;
          const { changes, end } = await history.changes(account, told, 10_000);
          const whole = await history.changes(account, before, 10_000);
          expect(changes, name).toEqual(whole.changes.filter(({ revision }) => revision > told));
          told = end;
        }
      }),
      { numRuns: 20 },
    );
  });

  describe('a message', () => {
    it('is told with its lease when its code is the newest one there', async () => {
      const history = await fresh();
      await history.commit(account, { leases: [leaseOf()], numbers: [numberOf()] });
      const start = history.here();
      await add(history, 1, { leaseId: 'lease-1' });
      await add(history, 2, { leaseId: 'lease-1', receivedAt: later });
      await add(history, 3, { leaseId: 'lease-1', receivedAt: later, code: null });
      await add(history, 4);
      expect(await told(history, start)).toEqual(['1', '2 as the newest', '3', '4']);
      const [, newest] = await all(history, start);
      expect(newest).toMatchObject({ lease: { record: leaseOf(), number: numberOf() } });
    });

    it('that is already known is not told again', async () => {
      const history = await fresh();
      await add(history, 1);
      const start = history.here();
      expect(await add(history, 1)).toBe('duplicate');
      expect(await told(history, start)).toEqual([]);
    });

    it('is told again with the text that it lacked, or with the lease that it was given to', async () => {
      const history = await fresh();
      await history.commit(account, { leases: [leaseOf()] });
      const cutShort = { body: '', code: null, candidates: [] };
      await add(history, 1, cutShort);
      await add(history, 2);
      await add(history, 3);
      const start = history.here();
      await add(history, 1);
      const adopted = await history.adoptMessages(account, messageOf().to, messageOf().receivedAt, 'lease-1');
      expect(adopted).toHaveLength(3);
      const changes = await all(history, start);
      expect(changes.map(({ type }) => type)).toEqual(['message', 'message', 'message']);
      expect(changes).toMatchObject(
        changes.map(() => ({ message: { body: 'Your code is 123456', leaseId: 'lease-1' } })),
      );
    });

    it('that was deleted is gone, and once restored not told again', async () => {
      const history = await fresh();
      const start = history.here();
      await add(history, 1);
      await add(history, 2);
      const seen = history.here();
      const deleted = await history.deleteMessages(account, [sidOf(1)]);
      expect(await told(history, start)).toEqual(['2']);
      await history.restoreMessages(account, deleted);
      expect(await told(history, start)).toEqual(['1', '2']);
      expect(await told(history, seen)).toEqual([]);
    });
  });

  describe('a lease', () => {
    it('is told once, as it is last', async () => {
      const history = await fresh();
      const start = history.here();
      await history.commit(account, { leases: [leaseOf()] });
      await add(history, 1);
      await history.commit(account, { leases: [leaseOf({ life: ended })] });
      expect(await told(history, start)).toEqual(['1', 'lease-1 ended']);
    });

    it('is told when its number changes, or when a message with its code is deleted', async () => {
      const history = await fresh();
      await history.commit(account, { leases: [leaseOf({ life: active })], numbers: [numberOf()] });
      for (const index of [1, 2]) await add(history, index, { leaseId: 'lease-1' });
      const start = history.here();
      await history.commit(account, { numbers: [numberOf({ life: released })] });
      expect(await all(history, start)).toMatchObject([{ lease: { number: { life: released } } }]);
      const next = history.here();
      await history.deleteMessages(account, [sidOf(2)]);
      expect(await told(history, next)).toEqual(['lease-1 active 123456']);
      const last = history.here();
      await history.deleteAllMessages(account, undefined, later);
      expect(await told(history, last)).toEqual(['lease-1 active']);
    });
  });
});
