import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stores } from './stores.ts';
import type { Message } from '../../../electron/contract/state.ts';
import type { MessageQuery, MessageSearch } from '../../../electron/core/messageHistory.ts';
import type { History } from '../../../electron/core/ports.ts';
import { failureOf } from '../harness.ts';
import { account, leaseOf, messageOf, otherAccount, sidOf } from '../history/harness.ts';
import { forAll } from '../../support/runs.ts';
import { verbatim } from '../../../electron/contract/words/phrases.ts';

describe.each(stores)('$name', ({ open, fresh }) => {
  const at = (second: number): string => new Date(Date.parse('2026-03-01T12:00:00Z') + second * 1000).toISOString();

  describe('a message', () => {
    it('is the same after a restart', async () => {
      const { history, reopen } = await open();
      const body = 'Ihr Code: 123456 🎉\r\n\0https://lumora.example/a, end';
      const derived = { links: ['https://lumora.example/a'], numMedia: 2, channel: 'mms' as const };
      const found = { service: 'Kettlebank', leaseId: 'lease-1', source: 'backfill' } as const;
      const media = [
        { contentType: 'image/png', url: 'https://lumora.example/a.png' },
        { contentType: 'video/mp4', url: null },
      ];
      const sentBy = { sid: `VA${'1'.repeat(32)}`, name: 'Lumora 🎉' };
      const message = messageOf({ body, ...derived, ...found, media, sentBy });
      expect(await history.addMessage(account, message)).toBe('stored');
      expect(await (await reopen()).messages({ account, limit: 10 })).toEqual({ messages: [message], next: null });
    });

    it('is kept once, however often it comes, and as it came first', async () => {
      const { history, reopen } = await open();
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, i) => history.addMessage(account, messageOf({ body: `try ${i}` }))),
      );
      expect(outcomes).toEqual(['stored', ...Array(19).fill('duplicate')]);
      const again = await reopen();
      expect(await again.addMessage(account, messageOf({ body: 'after the restart' }))).toBe('duplicate');
      expect((await again.messages({ account, limit: 10 })).messages.map(({ body }) => body)).toEqual(['try 0']);
    });

    it('that came without its text gets it, and keeps its place and the rest', async () => {
      const { history, reopen } = await open();
      const blank = messageOf({ body: ' \n', code: null, service: null, leaseId: 'lease-1' });
      const neighbours = [2, 3].map((n) => messageOf({ sid: sidOf(n), body: `neighbour ${n}` }));
      for (const message of [blank, ...neighbours]) await history.addMessage(account, message);
      const found = {
        body: 'Your code is 123456',
        code: '123456',
        service: 'Kettlebank',
        reason: verbatim('It says so.'),
      };
      const later = { ...blank, ...found, receivedAt: at(60), leaseId: 'lease-2', source: 'backfill' } as const;
      expect(await history.addMessage(account, { ...later, body: '' })).toBe('duplicate');
      expect(await history.addMessage(account, later)).toEqual({ ...blank, ...found });
      expect(await history.addMessage(account, { ...later, body: 'another' })).toBe('duplicate');
      const { messages } = await (await reopen()).messages({ account, limit: 10 });
      expect(messages).toEqual([...neighbours.toReversed(), { ...blank, ...found }]);
    });

    it('is seen in its own account alone, and goes with it', async () => {
      const history = await fresh();
      await history.addMessage(account, messageOf());
      await history.addMessage(otherAccount, messageOf({ sid: sidOf(2) }));
      expect((await history.messages({ account, limit: 10 })).messages).toHaveLength(1);
      await history.forgetAccount(account);
      expect((await history.messages({ account, limit: 10 })).messages).toEqual([]);
      expect((await history.messages({ account: otherAccount, limit: 10 })).messages.map(({ sid }) => sid)).toEqual([
        sidOf(2),
      ]);
    });

    it('that belongs to no lease yet is given to one', async () => {
      const history = await fresh();
      const [early, mine, foreign, taken] = [
        messageOf({ sid: sidOf(1), receivedAt: at(0) }),
        messageOf({ sid: sidOf(2), receivedAt: at(10) }),
        messageOf({ sid: sidOf(3), receivedAt: at(10), to: '+919000099999' }),
        messageOf({ sid: sidOf(4), receivedAt: at(10), leaseId: 'lease-0' }),
      ];
      for (const message of [early, mine, foreign, taken]) await history.addMessage(account, message);
      expect(await history.adoptMessages(otherAccount, mine.to, at(5), 'lease-1')).toEqual([]);
      expect(await history.adoptMessages(account, mine.to, at(5), 'lease-1')).toEqual([
        { ...mine, leaseId: 'lease-1' },
      ]);
      expect(await history.adoptMessages(account, mine.to, at(5), 'lease-2')).toEqual([]);
      expect((await history.messages({ account, lease: 'lease-1', limit: 10 })).messages).toEqual([
        { ...mine, leaseId: 'lease-1' },
      ]);
    });
  });

  async function withNewest() {
    const history = await fresh();
    const newest = (search: Partial<MessageSearch> = {}) =>
      history.findMessage({ account, withCode: true, ...('number' in search ? {} : { lease: 'lease-1' }), ...search });
    return { history, newest };
  }

  describe('one message of a lease or to a number', () => {
    it('is the last that has a code, and only one that came later where that is asked', async () => {
      const { history, newest } = await withNewest();
      const codes = [
        [1, 'lease-1', '111111'],
        [3, 'lease-1', '333333'],
        [2, 'lease-1', '222222'],
        [4, 'lease-1', null],
        [5, 'lease-2', '555555'],
      ] as const;
      for (const [n, leaseId, code] of codes)
        await history.addMessage(account, messageOf({ sid: sidOf(n), leaseId, code, receivedAt: at(n) }));
      expect(await newest()).toMatchObject({ code: '333333' });
      expect(await newest({ after: { at: at(2) } })).toMatchObject({ code: '333333' });
      expect(await newest({ after: { at: at(3) } })).toBeNull();
      expect(await newest({ lease: 'lease-3' })).toBeNull();
    });

    it('after a message is the next one, also when both came in the same second', async () => {
      const { history, newest } = await withNewest();
      for (const [n, code] of ['111111', '222222'].entries())
        await history.addMessage(account, messageOf({ sid: sidOf(n), leaseId: 'lease-1', code, receivedAt: at(1) }));
      expect(await newest({ after: { sid: sidOf(0) } })).toMatchObject({ code: '222222' });
      expect(await newest({ after: { sid: sidOf(1) } })).toBeNull();
      await expect(newest({ after: { sid: sidOf(3) } })).rejects.toThrow(`There is no message ${sidOf(3)}.`);
    });

    it('is the first that came later where that is asked, and the first that counts', async () => {
      const { history, newest } = await withNewest();
      for (const n of [3, 1, 4, 2])
        await history.addMessage(account, messageOf({ sid: sidOf(n), leaseId: 'lease-1', receivedAt: at(n) }));
      expect(await newest({ order: 'oldest', after: { at: at(1) } })).toMatchObject({ sid: sidOf(2) });
      expect(await newest({ order: 'oldest', after: { sid: sidOf(3) } })).toMatchObject({ sid: sidOf(4) });
      expect(await newest({ counts: ({ sid }) => sid < sidOf(3) })).toMatchObject({ sid: sidOf(2) });
    });

    it('is to this very number, of this account and, where that is asked, for a lease of this holder', async () => {
      const { history, newest } = await withNewest();
      const number = '+14155550100';
      await history.commit(account, { leases: [leaseOf({ id: 'lease-1', holder: 'ci' }), leaseOf({ id: 'lease-2' })] });
      const messages = [
        messageOf({ sid: sidOf(1), to: number, leaseId: 'lease-1', receivedAt: at(1) }),
        messageOf({ sid: sidOf(2), to: number, leaseId: 'lease-2', receivedAt: at(2) }),
        messageOf({ sid: sidOf(3), to: number, receivedAt: at(3), code: null }),
        messageOf({ sid: sidOf(4), to: `${number}1`, receivedAt: at(4) }),
      ];
      for (const message of messages) await history.addMessage(account, message);
      await history.addMessage(otherAccount, messageOf({ sid: sidOf(5), to: number, receivedAt: at(5) }));
      expect(await newest({ number })).toMatchObject({ sid: sidOf(2) });
      expect(await newest({ number, withCode: false })).toMatchObject({ sid: sidOf(3) });
      expect(await newest({ number, holder: 'ci' })).toMatchObject({ sid: sidOf(1) });
      expect(await newest({ number, holder: 'web' })).toBeNull();
      expect(await newest({ number: number.slice(0, -1) })).toBeNull();
    });
  });

  describe('the pages of messages', () => {
    it('joined are all messages, newest first, none twice, whatever their times', async () => {
      const second = fc.integer({ min: 0, max: 5 });
      await forAll(
        20,
        [fc.array(second, { maxLength: 40 }), fc.integer({ min: 1, max: 9 })],
        async (seconds, limit) => {
          const history = await fresh();
          const all = seconds.map((s, i) =>
            messageOf({ sid: sidOf(i), receivedAt: at(s), leaseId: i % 2 ? 'odd' : 'even' }),
          );
          for (const message of all) await history.addMessage(account, message);
          expect(await pages(history, { account, limit })).toEqual(all.toSorted(newestFirst));
          expect(await pages(history, { account, limit, lease: 'odd' })).toEqual(
            all.filter(({ leaseId }) => leaseId === 'odd').toSorted(newestFirst),
          );
        },
      );
    });

    it('do not shift when a new message comes in between', async () => {
      const history = await fresh();
      for (let i = 0; i < 6; i += 1) await history.addMessage(account, messageOf({ sid: sidOf(i), receivedAt: at(i) }));
      const first = await history.messages({ account, limit: 3 });
      await history.addMessage(account, messageOf({ sid: sidOf(9), receivedAt: at(9) }));
      const second = await history.messages({ account, limit: 3, before: first.next ?? '' });
      expect([...first.messages, ...second.messages].map(({ sid }) => sid)).toEqual([5, 4, 3, 2, 1, 0].map(sidOf));
      expect(second.next).toBeNull();
    });

    it.each([
      ['2026-03-01T12:00:03Z', [2, 1, 0]],
      ['2026-03-01T12:00:03.000Z', [2, 1, 0]],
      ['2026-03-01T12:00:03.001Z', [3, 2, 1, 0]],
      ['2026-03-01T17:30:03+05:30', [2, 1, 0]],
      ['2026-03-02', [4, 3, 2, 1, 0]],
      ['2026-03-01', []],
    ])('can begin before a time: %s', async (before, expected) => {
      const history = await fresh();
      for (let i = 0; i < 5; i += 1) await history.addMessage(account, messageOf({ sid: sidOf(i), receivedAt: at(i) }));
      expect((await history.messages({ account, limit: 10, before })).messages.map(({ sid }) => sid)).toEqual(
        expected.map(sidOf),
      );
    });

    it.each([
      '',
      'yesterday',
      '5',
      '2026-13-01',
      '2026-03-01T12:00:03',
      "2026-03-01'; DROP TABLE messages; --",
      '2026-03-01T12:00:03.000Z~a b',
      '~SM1',
    ])('cannot begin at “%s”, and that is said', async (before) => {
      const failure = await failureOf((await fresh()).messages({ account, limit: 10, before }));
      expect(failure).toMatchObject({ code: 'INVALID_INPUT', message: expect.toSay('before') });
    });
  });

  function newestFirst(a: Message, b: Message): number {
    return b.receivedAt.localeCompare(a.receivedAt) || b.sid.localeCompare(a.sid);
  }

  async function pages(history: History, query: MessageQuery): Promise<Message[]> {
    const { messages, next } = await history.messages(query);
    expect(messages.length).toBeLessThanOrEqual(query.limit);
    return next === null ? messages : [...messages, ...(await pages(history, { ...query, before: next }))];
  }
});
