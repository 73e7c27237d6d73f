import { describe, expect } from 'vitest';
import { startEmulator } from '../../electron/emulator/server.ts';
import { basic, call, emulatorForTest, expectRefusal, expectRejection, it as base, sdkWithKey } from './harness.ts';

const main = { sid: `SK${'7'.repeat(32)}`, secret: 'm'.repeat(32), type: 'main' as const };

/** Each test may have a Standard key, and the SDK that signs in with it. */
const it = base
  .extend('key', ({ client }) => client.newKeys.create({ friendlyName: 'CI' }))
  .extend('byKey', ({ emulator, key }) => sdkWithKey(emulator, key));

describe('an API key', () => {
  it('signs in for numbers, messages, prices and the balance', async ({ byKey }) => {
    const [listing] = await byKey.availablePhoneNumbers('US').local.list({ limit: 1 });
    const { sid } = await byKey.incomingPhoneNumbers.create({ phoneNumber: listing?.phoneNumber ?? '' });
    expect(await byKey.messages.list()).toEqual([]);
    expect(await byKey.pricing.v1.phoneNumbers.countries('US').fetch()).toMatchObject({ isoCountry: 'US' });
    expect(await byKey.balance.fetch()).toMatchObject({ currency: 'USD' });
    expect(await byKey.incomingPhoneNumbers(sid).remove()).toBe(true);
  });

  it('tells its secret once, and is listed, renamed and deleted by the account', async ({ client, key, byKey }) => {
    expect(key).toMatchObject({ sid: expect.stringMatching(/^SK[0-9a-f]{32}$/), friendlyName: 'CI' });
    expect(key.secret).toMatch(/^[0-9A-Za-z]{32}$/);
    expect(await client.keys.list()).toMatchObject([{ sid: key.sid, friendlyName: 'CI' }]);
    expect(await client.keys(key.sid).update({ friendlyName: 'Nightly' })).toMatchObject({ friendlyName: 'Nightly' });
    expect(JSON.stringify(await client.keys(key.sid).fetch())).not.toContain(key.secret);
    expect(await client.keys(key.sid).remove()).toBe(true);
    await expectRejection(client.keys(key.sid).fetch(), 404, 20404);
    await expectRejection(byKey.messages.list(), 401, 20003);
  });

  it('stays when everything else begins anew, as the account’s token does', async ({ emulator, byKey }) => {
    await fetch(`${emulator.baseUrl}/_emulator/reset`, { method: 'POST' });
    expect(await byKey.messages.list()).toEqual([]);
    emulator.rotateToken();
    expect(await byKey.messages.list()).toEqual([]);
  });

  it('is refused with another secret, and as another account’s', async ({ emulator, key }) => {
    for (const [user, password] of [
      [key.sid, 'x'.repeat(32)],
      [key.sid, emulator.authToken],
      [emulator.accountSid, key.secret],
      [`SK${'0'.repeat(32)}`, key.secret],
    ] as const) {
      const headers = { authorization: basic(user, password) };
      expectRefusal(await call(emulator, '{account}/Messages.json', { headers }), 401, 20003);
    }
    const elsewhere = sdkWithKey({ ...emulator, accountSid: `AC${'0'.repeat(32)}` }, key);
    await expectRejection(elsewhere.messages.list(), 401, 20003);
  });

  it('has a name of at most 64 characters', async ({ client }) => {
    await expectRejection(client.newKeys.create({ friendlyName: 'x'.repeat(65) }), 400, 20001);
  });
});

it.for(['', '/Keys', '/Keys/SK1'])('a Standard key is refused at Accounts/…%s', async (path, { emulator, key }) => {
  const headers = { authorization: basic(key.sid, key.secret) };
  const answer = await call(emulator, `{account}${path}.json`, { headers });
  expectRefusal(answer, 401, 20003);
  expect(answer.body.message).toBe('Authentication Error - invalid username');
});

it('a Main key may read the account and make keys', async () => {
  const emulator = await emulatorForTest({ apiKey: main });
  const byKey = sdkWithKey(emulator, main);
  expect(await byKey.api.v2010.accounts(emulator.accountSid).fetch()).toMatchObject({ status: 'active' });
  expect(await byKey.newKeys.create({ friendlyName: 'CI' })).toMatchObject({ friendlyName: 'CI' });
});

it('what is no key is not taken for one', async () => {
  await expect(startEmulator({ port: 0, apiKey: { ...main, sid: 'SK1' } })).rejects.toThrow('Not an API key');
});
