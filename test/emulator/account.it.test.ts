import { describe, expect, it } from 'vitest';
import { basic, call, emulatorForTest, expectRefusal, sdk } from './harness.ts';

const otherAccount = 'AC' + '0'.repeat(32);

describe('account and balance', () => {
  it('shows an active full account with its balance in USD', async () => {
    const emulator = await emulatorForTest();
    const client = sdk(emulator);
    const account = await client.api.v2010.accounts(emulator.accountSid).fetch();
    const balance = await client.balance.fetch();
    expect(account).toMatchObject({ sid: emulator.accountSid, status: 'active', type: 'Full' });
    expect(account.dateCreated).toBeInstanceOf(Date);
    expect(balance).toMatchObject({
      accountSid: emulator.accountSid,
      currency: 'USD',
      balance: expect.stringMatching(/^\d+\.\d{2,}$/),
    });
  });

  it('is a trial account, or suspended, when a fault says so', async () => {
    const emulator = await emulatorForTest();
    emulator.setFaults({ trial: true });
    expect(await sdk(emulator).api.v2010.accounts(emulator.accountSid).fetch()).toMatchObject({ type: 'Trial' });
    emulator.setFaults({ suspended: true });
    expectRefusal(await call(emulator, '{account}.json'), 403, 20403);
  });

  it.each([
    '{account}/Balance.json',
    '{account}/IncomingPhoneNumbers.json',
    '{account}/Messages.json',
    '{account}/Addresses.json',
    '{account}/Usage/Records/Today.json',
    '/v1/PhoneNumbers/Countries/US',
    '/v2/RegulatoryCompliance/Bundles',
    '/nowhere',
  ])('is refused %s while it is suspended', async (path) => {
    const emulator = await emulatorForTest();
    emulator.setFaults({ suspended: true });
    expectRefusal(await call(emulator, path), 403, 20403);
    expectRefusal(await call(emulator, path, { form: {} }), 403, 20403);
  });

  it('can be renamed, but its status cannot be changed', async () => {
    const emulator = await emulatorForTest();
    const renamed = await sdk(emulator).api.v2010.accounts(emulator.accountSid).update({ friendlyName: 'Testers' });
    expect(renamed.friendlyName).toBe('Testers');
    expectRefusal(await call(emulator, '{account}.json', { form: { Status: 'closed' } }), 400, 20001);
  });
});

describe('authentication', () => {
  it.each([
    ['no credentials', {}],
    ['a wrong token', { authorization: basic('AC', 'wrong') }],
    ['a scheme other than Basic', { authorization: 'Bearer abc' }],
    ['no colon', { authorization: 'Basic ' + Buffer.from('nothing').toString('base64') }],
  ])('answers 401/20003 with a challenge for %s', async (_case, headers) => {
    const emulator = await emulatorForTest();
    const response = await fetch(`${emulator.baseUrl}/2010-04-01/Accounts/${emulator.accountSid}.json`, { headers });
    expectRefusal({ status: response.status, body: await response.json() }, 401, 20003);
    expect(response.headers.get('www-authenticate')).toBe('Basic realm="Twilio API"');
  });

  it('answers 401/20003 for the token of another account and for the path of another account', async () => {
    const emulator = await emulatorForTest();
    const stranger = sdk({ ...emulator, accountSid: otherAccount });
    await expect(stranger.balance.fetch()).rejects.toMatchObject({ status: 401, code: 20003 });
    expectRefusal(await call(emulator, `/2010-04-01/Accounts/${otherAccount}/Balance.json`), 401, 20003);
  });

  it('guards the pricing API too', async () => {
    const emulator = await emulatorForTest();
    const response = await fetch(`${emulator.baseUrl}/v1/PhoneNumbers/Countries/US`);
    expect(response.status).toBe(401);
  });
});

describe('strictness', () => {
  it.each([
    '{account}',
    '{account}/Calls.json',
    '{account}/IncomingPhoneNumbers',
    '/2010-04-01/Accounts/nonsense.json',
    '/v2/Anything',
    '/',
  ])('answers 404/20404 for %s', async (path) => {
    const emulator = await emulatorForTest();
    expectRefusal(await call(emulator, path), 404, 20404);
  });

  it.each([
    ['PUT', '{account}/IncomingPhoneNumbers.json'],
    ['DELETE', '{account}/Balance.json'],
    ['PATCH', '/v1/PhoneNumbers/Countries'],
  ])('answers 405/20004 for %s %s', async (method, path) => {
    const emulator = await emulatorForTest();
    const answer = await call(emulator, path, { method });
    expectRefusal(answer, 405, 20004);
    expect(answer.headers.get('allow')).toContain('GET');
  });

  it('answers 415 for a POST that is not a form', async () => {
    const emulator = await emulatorForTest();
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"PhoneNumber":"+15005550006"}',
    };
    expectRefusal(await call(emulator, '{account}/IncomingPhoneNumbers.json', init), 415, 20415);
  });

  it('answers 413 for a form that is too large', async () => {
    const emulator = await emulatorForTest();
    expectRefusal(
      await call(emulator, '{account}/IncomingPhoneNumbers.json', { form: { FriendlyName: 'x'.repeat(70_000) } }),
      413,
      20413,
    );
  });

  it('tells each request apart and how many are under way', async () => {
    const emulator = await emulatorForTest();
    const [first, second] = [
      await call(emulator, '{account}/Balance.json'),
      await call(emulator, '{account}/Balance.json'),
    ];
    expect(first.headers.get('twilio-request-id')).toMatch(/^RQ[0-9a-f]{32}$/);
    expect(second.headers.get('twilio-request-id')).not.toBe(first.headers.get('twilio-request-id'));
    expect(Number(first.headers.get('twilio-concurrent-requests'))).toBeGreaterThanOrEqual(1);
  });
});
