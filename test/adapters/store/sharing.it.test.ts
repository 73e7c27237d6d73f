import { describe, expect, it } from 'vitest';
import { stores } from './stores.ts';
import type { TokenRecord } from '../../../electron/core/sharing/tokens.ts';
import { account, leaseOf, messageOf, otherAccount, sidOf } from '../history/harness.ts';

describe.each(stores)('$name', ({ open, fresh }) => {
  const limited: TokenRecord = {
    name: 'web-ci',
    hash: 'a'.repeat(64),
    createdAt: 2_000,
    limits: { leases: 5, perDay: '5.00', perMonth: '50' },
  };

  const free: TokenRecord = {
    name: 'प्रयोग 1',
    hash: 'b'.repeat(64),
    createdAt: 1_000,
    limits: { leases: null, perDay: null, perMonth: null },
  };

  describe('the tokens', () => {
    it('are the same after a restart, the oldest first, and gone when removed', async () => {
      const { history, reopen } = await open();
      await history.addToken(limited);
      await history.addToken(free);
      const again = await reopen();
      expect(await again.tokens()).toEqual([free, limited]);
      await again.removeToken('web-ci');
      expect(await (await reopen()).tokens()).toEqual([free]);
    });

    it('stay when an account is forgotten, and go with everything', async () => {
      const history = await fresh();
      await history.addToken(limited);
      await history.forgetAccount(account);
      expect(await history.tokens()).toHaveLength(1);
      await history.wipe();
      expect(await history.tokens()).toEqual([]);
    });
  });

  it('who was signed out stays so after a restart, and until the cookie would have ended, also when all is deleted', async () => {
    const { history, reopen } = await open();
    const [first, second] = [
      { id: 'a'.repeat(22), until: 2_000 },
      { id: 'b'.repeat(22), until: 9_000 },
    ];
    await history.addEndedSession(first, 0);
    await history.addEndedSession(first, 0);
    expect(await history.endedSessions()).toEqual([first]);
    await history.addEndedSession(second, 2_000);
    await history.wipe();
    expect(await (await reopen()).endedSessions()).toEqual([second]);
  });

  describe('the messages of a holder', () => {
    const bodies = async (messages: Promise<{ messages: { body: string }[] }>) =>
      (await messages).messages.map(({ body }) => body);
    async function withTwoHolders() {
      const history = await fresh();
      await history.commit(account, {
        leases: [
          leaseOf({ id: 'of-ci', requestId: '1', holder: 'ci' }),
          leaseOf({ id: 'of-web', requestId: '2', holder: 'web' }),
          leaseOf({ id: 'of-host', requestId: '3' }),
        ],
      });
      await history.commit(otherAccount, {
        leases: [leaseOf({ id: 'elsewhere', requestId: '4', holder: 'ci', account: otherAccount })],
      });
      const leaseIds = ['of-ci', 'of-web', 'of-host', null, 'elsewhere'];
      for (const [index, leaseId] of leaseIds.entries()) {
        const named = { body: `code for ${leaseId}`, service: `S${index}`, to: `+1415555010${index}` };
        const message = messageOf({ sid: sidOf(index), leaseId, ...named });
        await history.addMessage(leaseId === 'elsewhere' ? otherAccount : account, message);
      }
      return history;
    }

    it('are those of its leases alone, in every list, search and count', async () => {
      const history = await withTwoHolders();
      expect(await bodies(history.messages({ account, limit: 9, holder: 'ci' }))).toEqual(['code for of-ci']);
      expect(await bodies(history.messages({ account, limit: 9, holder: 'ci', search: 'code' }))).toEqual([
        'code for of-ci',
      ]);
      expect(await bodies(history.messages({ account, limit: 9, holder: 'ci', lease: 'of-web' }))).toEqual([]);
      expect(await bodies(history.messages({ account, limit: 9, holder: 'nobody' }))).toEqual([]);
      expect(await history.countMessages(account, { holder: 'web' })).toEqual({ count: 1, more: false });
      expect(await history.messageFacets(account, 'ci')).toEqual({
        numbers: [{ number: '+14155550100', label: leaseOf().label }],
        services: ['S0'],
      });
      expect(await history.countMessages(account, {})).toEqual({ count: 4, more: false });
    });

    it('are deleted by nobody else', async () => {
      const history = await withTwoHolders();
      const all = [0, 1, 2, 3].map(sidOf);
      expect((await history.deleteMessages(account, all, 'ci')).map(({ sid }) => sid)).toEqual([sidOf(0)]);
      expect(await history.countMessages(account, {})).toEqual({ count: 3, more: false });
    });
  });
});
