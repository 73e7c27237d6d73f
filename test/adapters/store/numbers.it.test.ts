import { describe, expect, it } from 'vitest';
import { stores } from './stores.ts';
import { wanted, type NumberLife } from '../../../electron/core/numbers/number.ts';
import {
  account,
  active,
  failure,
  holding,
  leased,
  leaseOf,
  messageOf,
  numberOf,
  otherAccount,
  owned,
  released,
  sidOf,
} from '../history/harness.ts';

describe.each(stores)('$name', ({ open, fresh }) => {
  describe('a number', () => {
    it('is the same after a restart, as it was last saved', async () => {
      const { history, reopen } = await open();
      const intent = numberOf({ life: wanted });
      await history.commit(account, { numbers: [intent] });
      expect(await history.numbers(account)).toEqual([intent]);
      const takenOver = numberOf({ life: { ...owned, holding: { ...holding, before: beforeUs } } });
      await history.commit(account, { numbers: [takenOver] });
      expect(await (await reopen()).numbers(account)).toEqual([takenOver]);
    });

    it('is found by its id whatever became of it, in its own account', async () => {
      const history = await fresh();
      await history.commit(account, { numbers: [numberOf({ life: released })] });
      expect(await history.numberById(account, 'number-1')).toEqual(numberOf({ life: released }));
      expect(await history.numberById(account, 'number-2')).toBeNull();
      expect(await history.numberById(otherAccount, 'number-1')).toBeNull();
    });

    it('is listed until it is given back or could not be bought', async () => {
      const history = await fresh();
      const lives: NumberLife[] = [
        { ...wanted, candidate: '+14155550100', numberType: 'local', sentAt: 1 },
        owned,
        { state: 'releasing', holding, attempts: 3, problem: failure },
        released,
        { state: 'failed', failure, failedAt: 1 },
      ];
      const numbers = lives.map((life, i) => numberOf({ id: life.state, createdAt: i, life }));
      await history.commit(account, { numbers });
      expect((await history.numbers(account)).map(({ id }) => id)).toEqual(['buying', 'leased', 'releasing']);
      expect(await history.numbers(otherAccount)).toEqual([]);
      await history.forgetAccount(account);
      expect(await history.numbers(account)).toEqual([]);
      expect(await history.numberById(account, 'released')).toBeNull();
    });
  });

  const beforeUs = {
    smsUrl: 'https://old.example/sms',
    smsMethod: 'GET',
    smsFallbackUrl: '',
    smsFallbackMethod: 'POST',
    smsApplicationSid: '',
  };

  it('the services of a number are those that its messages named and its leases were taken for, in one spelling, each once', async () => {
    const history = await fresh();
    const services = ['GitHub', 'github', null, 'Zürich Bank', 'ZÜRICH BANK'];
    for (const [i, service] of services.entries())
      await history.addMessage(account, messageOf({ sid: sidOf(i), service }));
    await history.addMessage(account, messageOf({ sid: sidOf(8), to: '+14155550100', service: 'Elsewhere' }));
    await history.addMessage(otherAccount, messageOf({ sid: sidOf(9), service: 'Somebody else’s' }));
    const elsewhere = { ...active, leased: { ...leased, number: '+14155550100' } };
    await history.commit(account, {
      leases: [
        leaseOf({ service: 'Kettlebank' }),
        leaseOf({ id: 'lease-2', service: 'GITHUB' }),
        leaseOf({ id: 'lease-3' }),
        leaseOf({ id: 'lease-4', service: 'Other', life: elsewhere }),
      ],
    });
    expect((await history.servicesOf(account, leased.number)).sort()).toEqual(['github', 'kettlebank', 'zürich bank']);
    expect(await history.servicesOf(account, '+19995550100')).toEqual([]);
  });
});
