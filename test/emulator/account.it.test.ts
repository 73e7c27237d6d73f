import { describe, expect } from 'vitest';
import { call, it } from './harness.ts';

describe('account and balance', () => {
  it('shows an active full account with its balance in USD', async ({ emulator: { accountSid }, client }) => {
    const account = await client.api.v2010.accounts(accountSid).fetch();
    expect(account).toMatchObject({ sid: accountSid, status: 'active', type: 'Full' });
    expect(account.dateCreated).toBeInstanceOf(Date);
    expect(await client.balance.fetch()).toMatchObject({
      accountSid,
      currency: 'USD',
      balance: expect.stringMatching(/^\d+\.\d{2,}$/),
    });
  });

  it('is a trial account when a fault says so, and can be renamed', async ({ emulator, client }) => {
    emulator.setFaults({ trial: true });
    const account = client.api.v2010.accounts(emulator.accountSid);
    expect(await account.fetch()).toMatchObject({ type: 'Trial' });
    expect(await account.update({ friendlyName: 'Testers' })).toMatchObject({ friendlyName: 'Testers' });
  });
});

it('each request is told apart, and how many are under way', async ({ emulator }) => {
  const [first, second] = [await call(emulator, '{account}.json'), await call(emulator, '{account}.json')];
  const ids = [first, second].map(({ headers }) => headers.get('twilio-request-id'));
  expect(ids).toEqual([expect.stringMatching(/^RQ[0-9a-f]{32}$/), expect.not.stringMatching(ids[0] ?? '')]);
  expect(Number(first.headers.get('twilio-concurrent-requests'))).toBeGreaterThanOrEqual(1);
});
