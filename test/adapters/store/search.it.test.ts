import { describe, expect, it } from 'vitest';
import { stores } from './stores.ts';
import { z } from 'zod';
import type { MessageFilter } from '../../../electron/contract/messages.ts';
import type { Message } from '../../../electron/contract/state.ts';
import type { History } from '../../../electron/core/ports.ts';
import { account, leaseOf, messageOf, otherAccount, sidOf } from '../history/harness.ts';
import searches from '../history/searches.json' with { type: 'json' };

describe.each(stores)('$name', ({ open, fresh }) => {
  async function withMessages(changes: Partial<Message>[], given?: History): Promise<History> {
    const history = given ?? (await fresh());
    for (const [index, change] of changes.entries()) {
      const receivedAt = `2026-03-01T12:00:${String(index).padStart(2, '0')}.000Z`;
      await history.addMessage(account, messageOf({ sid: sidOf(index), receivedAt, ...change }));
    }
    return history;
  }

  /** The bodies that are found, newest first. */

  async function found(history: History, filter: MessageFilter): Promise<string[]> {
    const { messages } = await history.messages({ account, limit: 50, ...filter });
    const { count, more } = await history.countMessages(account, filter);
    expect([count, more]).toEqual([messages.length, false]);
    return messages.map(({ body }) => body);
  }

  describe('the search', () => {
    const { bodies, found: searched } = z
      .object({ bodies: z.array(z.string()), found: z.array(z.tuple([z.string(), z.array(z.int())])) })
      .parse(searches);

    it.each(searched)('for “%s” finds what has each word somewhere', async (search, expected) => {
      const history = await withMessages(bodies.map((body) => ({ body, from: 'X', code: null, to: '+1' })));
      expect(await found(history, { search })).toEqual(expected.map((index) => bodies[index]));
    });

    it.each(['+14155550123', '4155550123', '(415) 555-0123', '415-555-0123', '5550123', '0123'])(
      'finds a number that is written %s',
      async (search) => {
        const history = await withMessages([
          { to: '+14155550123', body: 'mine' },
          { to: '+447700900456', body: 'other' },
        ]);
        expect(await found(history, { search })).toEqual(['mine']);
      },
    );

    it('finds a national number with its zero, a sender, a service, a code and a label', async () => {
      const history = await fresh();
      await history.commit(account, { leases: [leaseOf({ id: 'lease-9', label: 'Checkout, staging' })] });
      await withMessages(
        [{ to: '+447700900456', from: 'Kettlebank', service: 'GitHub', code: 'G4X9', leaseId: 'lease-9', body: 'it' }],
        history,
      );
      for (const search of ['07700 900456', 'kettle', 'githu', 'g4x9', 'checkout', 'stag kettle'])
        expect(await found(history, { search })).toEqual(['it']);
    });

    it('finds by the label once a message is given to a lease', async () => {
      const history = await withMessages([{ body: 'early' }]);
      await history.commit(account, { leases: [leaseOf({ id: 'lease-9', label: 'Checkout' })] });
      expect(await found(history, { search: 'checkout' })).toEqual([]);
      await history.adoptMessages(account, messageOf().to, '2026-03-01T00:00:00Z', 'lease-9');
      expect(await found(history, { search: 'checkout' })).toEqual(['early']);
    });

    it('finds nothing of another account', async () => {
      const history = await withMessages(bodies.map((body) => ({ body })));
      const page = await history.messages({ account: otherAccount, limit: 5, search: 'lumora' });
      expect(page).toEqual({ messages: [], next: null });
    });
  });

  describe('the filters', () => {
    const mixed = Array.from({ length: 24 }, (_, index) => ({
      body: `message ${index} of all`,
      to: index % 2 ? '+14155550101' : '+14155550102',
      service: index % 3 ? 'GitHub' : null,
      code: index % 4 ? '123456' : null,
      leaseId: index % 5 ? 'lease-1' : null,
      receivedAt: `2026-03-01T12:00:${String(index >> 1).padStart(2, '0')}.000Z`,
    }));
    const matching = (test: (message: (typeof mixed)[number]) => boolean) =>
      mixed
        .filter(test)
        .map(({ body }) => body)
        .toReversed();

    it.each<[MessageFilter, (message: (typeof mixed)[number]) => boolean]>([
      [{ number: '+14155550101' }, ({ to }) => to === '+14155550101'],
      [{ service: 'GitHub' }, ({ service }) => service === 'GitHub'],
      [{ withCode: true }, ({ code }) => code !== null],
      [{ withCode: false }, ({ code }) => code === null],
      [{ noLease: true }, ({ leaseId }) => leaseId === null],
      [{ noLease: false }, ({ leaseId }) => leaseId !== null],
      [{ lease: 'lease-1', withCode: true }, ({ leaseId, code }) => leaseId !== null && code !== null],
      [{ search: 'message all', number: '+14155550102' }, ({ to }) => to === '+14155550102'],
      [{ search: 'of', service: 'GitHub', noLease: true }, (one) => one.service !== null && one.leaseId === null],
      [{ search: 'message', service: 'GitHub', withCode: false }, (one) => one.service !== null && one.code === null],
    ])('%j narrow, page by page', async (filter, test) => {
      const history = await withMessages(mixed);
      expect(await found(history, filter)).toEqual(matching(test));
      const paged: string[] = [];
      for (let before: string | null | undefined; before !== null;) {
        const page = await history.messages({ account, limit: 3, ...filter, ...(before !== undefined && { before }) });
        paged.push(...page.messages.map(({ body }) => body));
        before = page.next;
      }
      expect(paged).toEqual(matching(test));
    });

    it('are offered by what there is, the newest first', async () => {
      const history = await withMessages(mixed);
      await history.commit(account, { leases: [leaseOf({ id: 'lease-9', label: 'Checkout' })] });
      const later = { sid: sidOf(99), receivedAt: '2026-03-02T12:00:00.000Z' };
      const newest = messageOf({ ...later, to: '+14155550109', leaseId: 'lease-9', service: 'Acme' });
      await history.addMessage(account, newest);
      expect(await history.messageFacets(account)).toEqual({
        numbers: [
          { number: '+14155550109', label: 'Checkout' },
          { number: '+14155550101', label: null },
          { number: '+14155550102', label: null },
        ],
        services: ['Acme', 'GitHub'],
      });
      expect(await history.messageFacets(otherAccount)).toEqual({ numbers: [], services: [] });
    });
  });

  describe('a deleted message', () => {
    it('is gone from the list, the search and the lease’s code, and does not come back', async () => {
      const { history, reopen } = await open();
      const [kept, gone] = [
        messageOf({ sid: sidOf(1), leaseId: 'lease-1', code: '111111' }),
        messageOf({ sid: sidOf(2), leaseId: 'lease-1', code: '222222', receivedAt: '2026-03-01T12:00:01.000Z' }),
      ];
      await history.addMessage(account, kept);
      await history.addMessage(account, gone);
      expect(await history.deleteMessages(otherAccount, [gone.sid])).toEqual([]);
      expect(await history.deleteMessages(account, [gone.sid, sidOf(7)])).toEqual([gone]);
      expect(await history.deleteMessages(account, [gone.sid])).toEqual([]);
      const check = async (open: History) => {
        expect(await open.addMessage(account, gone)).toBe('duplicate');
        expect((await open.messages({ account, limit: 5 })).messages).toEqual([kept]);
        expect((await open.messages({ account, limit: 5, search: 'your code' })).messages).toEqual([kept]);
        expect(await open.findMessage({ account, lease: 'lease-1', withCode: true })).toMatchObject({ code: '111111' });
      };
      await check(history);
      await check(await reopen());
    });

    it('can be put back where it was, as long as somebody remembers it', async () => {
      const history = await withMessages([{ body: 'first one' }, { body: 'second one' }, { body: 'third one' }]);
      const deleted = await history.deleteMessages(account, [sidOf(1), sidOf(2)]);
      expect(await history.restoreMessages(account, deleted)).toEqual(deleted);
      expect(await history.restoreMessages(account, deleted)).toEqual([]);
      expect(await found(history, { search: 'one' })).toEqual(['third one', 'second one', 'first one']);
    });
  });
});
