import { describe, expect } from 'vitest';
import type { OwnedNumber } from '../../electron/contract/state.ts';
import { expectRefusal, it, numberOfOwner, type TestHost } from './harness.ts';

const owned = async ({ get }: TestHost) => (await get<{ numbers: OwnedNumber[] }>('/v1/numbers')).numbers;

describe('a number of the account', () => {
  it('is taken over, receives for a lease, and is let go as it was', async ({ own, emulator, call, get, lease }) => {
    const elsewhere = { SmsUrl: 'https://shop.example/sms?key=s3cret', SmsMethod: 'GET' };
    const { sid, number } = await numberOfOwner(emulator, elsewhere);
    const refused = await call('POST', `/v1/numbers/${sid}/take-over`);
    expectRefusal(refused, 409, 'CONFLICT');
    expect(JSON.stringify(refused.body)).toContain('https://shop.example/sms');
    expect(JSON.stringify(refused.body)).not.toContain('s3cret');

    const taken = await call('POST', `/v1/numbers/${sid}/take-over`, { replaceWebhook: true });
    expect(taken).toMatchObject({ status: 200, body: { sid, state: 'idle', policy: 'keep' } });
    expect(await owned(own)).toMatchObject([{ sid, state: 'idle', origin: 'takenOver', country: 'US' }]);
    const leased = await lease();
    expect(leased).toMatchObject({ number, reused: true });
    await emulator.sendSms({ to: number, body: 'Your code is 482913' });
    expect(await get(`/v1/leases/${leased.id}/code`)).toMatchObject({ code: '482913' });
    expectRefusal(await call('POST', `/v1/numbers/${sid}/let-go`), 409, 'CONFLICT');

    await call('DELETE', `/v1/leases/${leased.id}`);
    const letGo = await call('POST', `/v1/numbers/${sid}/let-go`);
    expect(letGo).toMatchObject({ status: 200, body: { sid, state: 'foreign' } });
    const settings = { sms_url: elsewhere.SmsUrl, sms_method: elsewhere.SmsMethod };
    expect(emulator.state().numbers).toMatchObject([{ sid, settings }]);
    expect(await owned(own)).toMatchObject([{ sid, state: 'foreign', origin: null }]);
  });

  it('is listed with its next bill, be it ours or there before', async ({ own, emulator, host, lease }) => {
    const { id, number } = await lease({ label: 'sign-up' });
    await numberOfOwner(emulator);
    const numbers = await owned(own);
    expect(numbers).toHaveLength(2);
    expect(numbers.find(({ leaseId }) => leaseId === id)).toMatchObject({
      number,
      label: 'sign-up',
      state: 'active',
      origin: 'lease',
      leases: 1,
      giveBackAt: null,
      webhook: host.ready.publicUrl,
      monthlyPrice: { amount: '1.15', currency: 'USD' },
    });
    expect(numbers.find(({ leaseId }) => leaseId === null)).toMatchObject({
      number: '+14155550120',
      state: 'foreign',
      friendlyName: 'hotline',
    });
    expect(numbers.every(({ nextBillAt }) => Date.parse(nextBillAt ?? '') > Date.now())).toBe(true);
  });

  it('is kept, serves the next lease, and goes back', async ({ own, call, get, lease }) => {
    const first = await lease();
    const at = `/v1/leases/${first.id}`;
    const kept = await call('PATCH', at, { policy: 'keep' });
    expect(kept).toMatchObject({ status: 200, body: { id: first.id, state: 'active', policy: 'keep' } });
    expect((await call('DELETE', at)).body).toMatchObject({ state: 'idle', policy: 'keep' });
    expectRefusal(await call('PATCH', at, { policy: 'keep' }), 410, 'LEASE_ENDED');
    const second = await lease();
    expect(second).toMatchObject({ number: first.number, reused: true, policy: 'keep' });
    expect(second.id).not.toBe(first.id);
    await own.emulator.sendSms({ to: second.number ?? '', body: 'Your code is 482913' });
    expect(await get(`/v1/leases/${second.id}/code`)).toMatchObject({ code: '482913' });
    expect(await get(at)).toMatchObject({ latestCode: null });

    await call('DELETE', `/v1/leases/${second.id}`);
    const numberAt = `/v1/numbers/${first.numberSid}`;
    const changed = await call('PATCH', numberAt, { policy: 'renewal' });
    expect(changed).toMatchObject({ status: 200, body: { sid: first.numberSid, policy: 'renewal' } });
    const [{ giveBackAt, nextBillAt }] = (await owned(own)) as [OwnedNumber];
    expect(Date.parse(giveBackAt ?? '')).toBeGreaterThan(Date.now());
    expect(Date.parse(giveBackAt ?? '')).toBeLessThan(Date.parse(nextBillAt ?? ''));
    expect((await call('PATCH', numberAt, { policy: 'release' })).status).toBe(200);
    await expect.poll(() => own.emulator.state().numbers).toEqual([]);
  });
});

describe('the health', () => {
  it('says how account and tunnel are', async ({ emulator, host, get }) => {
    await expect.poll(() => host.app.state().account.kind).toBe('connected');
    expect(await get('/v1/health')).toMatchObject({
      status: 'ok',
      version: '1.2.3',
      emulator: false,
      account: {
        kind: 'connected',
        sid: emulator.accountSid,
        name: 'Emulated account',
        balance: { amount: '500.00', currency: 'USD' },
      },
      tunnel: { kind: 'url', state: 'online', url: host.ready.publicUrl?.replace('/webhook', ''), problem: null },
    });
  });
});
