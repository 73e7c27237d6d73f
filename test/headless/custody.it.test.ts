import { describe, expect, it } from 'vitest';
import type { OwnedNumber } from '../../electron/contract/state.ts';
import { eventsOf, expectRefusal, hostForAll, hostForTest, numberOfOwner, type TestHost } from './harness.ts';

const nobody = `PN${'0'.repeat(32)}`;
const elsewhere = { SmsUrl: 'https://shop.example/sms?key=s3cret', SmsMethod: 'GET' };

async function stateOf({ call }: TestHost, sid: string): Promise<OwnedNumber | undefined> {
  const { numbers } = (await call('GET', '/v1/numbers')).body as { numbers: OwnedNumber[] };
  return numbers.find((number) => number.sid === sid);
}

/** Resolves when the account has no number any more. */
async function allGone({ emulator, host }: TestHost): Promise<void> {
  const events = await eventsOf(host);
  await events.until(() => emulator.state().numbers.length === 0);
}

describe('a number that is given back by hand', () => {
  it('is gone, be it idle or leased', async () => {
    const test = await hostForTest();
    const [idle, leased] = [await test.lease({ policy: 'keep' }), await test.lease({ policy: 'keep' })];
    await test.call('DELETE', `/v1/leases/${idle.id}`);
    for (const { numberSid } of [idle, leased]) {
      const answer = await test.call('DELETE', `/v1/numbers/${numberSid}`);
      expect(answer).toMatchObject({ status: 202, body: { sid: numberSid, state: 'releasing' } });
    }
    await allGone(test);
    expect((await test.call('GET', `/v1/leases/${leased.id}`)).body).toMatchObject({ state: 'released' });
  });

  it('may have been bought by another OTP Dock', async () => {
    const test = await hostForTest();
    const { sid } = await numberOfOwner(test.emulator, { FriendlyName: 'otp-dock 1f0c-77 zzzzzzzz' });
    expect(await stateOf(test, sid)).toMatchObject({ state: 'stray', origin: null });
    expect((await test.call('DELETE', `/v1/numbers/${sid}`)).status).toBe(202);
    await allGone(test);
  });

  it('is not one that somebody else uses', async () => {
    const test = await hostForTest();
    const { sid } = await numberOfOwner(test.emulator);
    expect(await stateOf(test, sid)).toMatchObject({ state: 'foreign' });
    expectRefusal(await test.call('DELETE', `/v1/numbers/${sid}`), 409, 'CONFLICT');
    expect(test.emulator.state().numbers).toHaveLength(1);
  });
});

describe('a number of the account', () => {
  it('is taken over, receives for a lease, and is let go as it was', async () => {
    const test = await hostForTest();
    const { emulator, call, lease } = test;
    const { sid, number } = await numberOfOwner(emulator, elsewhere);
    const refused = await call('POST', `/v1/numbers/${sid}/take-over`);
    expectRefusal(refused, 409, 'CONFLICT');
    expect(JSON.stringify(refused.body)).toContain('https://shop.example/sms');
    expect(JSON.stringify(refused.body)).not.toContain('s3cret');

    const taken = await call('POST', `/v1/numbers/${sid}/take-over`, { replaceWebhook: true });
    expect(taken).toMatchObject({ status: 200, body: { sid, state: 'idle', policy: 'keep' } });
    expect(await stateOf(test, sid)).toMatchObject({ state: 'idle', origin: 'takenOver', country: 'US' });
    const leased = await lease();
    expect(leased).toMatchObject({ number, reused: true });
    await emulator.sendSms({ to: number, body: 'Your code is 482913' });
    expect(await call('GET', `/v1/leases/${leased.id}/code`)).toMatchObject({ body: { code: '482913' } });
    expectRefusal(await call('POST', `/v1/numbers/${sid}/let-go`), 409, 'CONFLICT');

    await call('DELETE', `/v1/leases/${leased.id}`);
    expect(await call('POST', `/v1/numbers/${sid}/let-go`)).toMatchObject({
      status: 200,
      body: { sid, state: 'foreign' },
    });
    expect(emulator.state().numbers).toMatchObject([
      { sid, settings: { sms_url: elsewhere.SmsUrl, sms_method: elsewhere.SmsMethod } },
    ]);
    expect(await stateOf(test, sid)).toMatchObject({ state: 'foreign', origin: null });
  });

  it('that nobody listens to is taken over without more ado, and never given back by itself', async () => {
    const { emulator, call } = await hostForTest();
    const { sid } = await numberOfOwner(emulator);
    expect((await call('POST', `/v1/numbers/${sid}/take-over`)).status).toBe(200);
    expectRefusal(await call('PATCH', `/v1/numbers/${sid}`, { policy: 'release' }), 409, 'CONFLICT');
    expectRefusal(await call('POST', `/v1/numbers/${sid}/take-over`), 409, 'CONFLICT');
  });
});

describe('the policy of an idle number', () => {
  it('can be changed; with release it goes back now', async () => {
    const test = await hostForTest();
    const { id, numberSid } = await test.lease({ policy: 'keep' });
    await test.call('DELETE', `/v1/leases/${id}`);
    expect(await test.call('PATCH', `/v1/numbers/${numberSid}`, { policy: 'renewal' })).toMatchObject({
      status: 200,
      body: { sid: numberSid, policy: 'renewal' },
    });
    expect(await stateOf(test, numberSid ?? '')).toMatchObject({ policy: 'renewal', giveBackAt: expect.any(String) });
    expect((await test.call('PATCH', `/v1/numbers/${numberSid}`, { policy: 'release' })).status).toBe(200);
    await allGone(test);
  });
});

describe('what is wrong with a request for a number', () => {
  const shared = hostForAll();

  it.each([
    ['DELETE', `/v1/numbers/${nobody}`, undefined, 404, 'NOT_FOUND'],
    ['POST', `/v1/numbers/${nobody}/take-over`, undefined, 404, 'NOT_FOUND'],
    ['POST', `/v1/numbers/${nobody}/let-go`, undefined, 404, 'NOT_FOUND'],
    ['PATCH', `/v1/numbers/${nobody}`, { policy: 'keep' }, 404, 'NOT_FOUND'],
    ['PATCH', `/v1/numbers/${nobody}`, {}, 400, 'INVALID_INPUT'],
    ['POST', `/v1/numbers/${nobody}/take-over`, { replaceWebhook: 'yes' }, 400, 'INVALID_INPUT'],
    ['POST', `/v1/numbers/${nobody}/take-over`, { replace: true }, 400, 'INVALID_INPUT'],
    ['DELETE', '/v1/numbers/+14155550100', undefined, 400, 'INVALID_INPUT'],
    ['POST', '/v1/numbers/..%2Fleases/let-go', undefined, 400, 'INVALID_INPUT'],
  ])('(%s %s %j) is said', async (method, path, body, status, code) => {
    const { call } = shared();
    expectRefusal(await call(method, path, body), status, code);
  });
});
