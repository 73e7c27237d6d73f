import { describe, expect } from 'vitest';
import type { Lease } from '../../electron/contract/state.ts';
import { ManualClock } from '../fakes/manualClock.ts';
import { eventsOf, expectRefusal, hostForTest, it } from './harness.ts';

const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

describe('a tester who needs a code', () => {
  it('takes a number, reads the code, and gives the number back', async ({ emulator, host, call, get }) => {
    const taken = await call('POST', '/v1/leases', { label: 'sign-up' });
    expect(taken.status).toBe(201);
    const [bought] = emulator.state().numbers;
    expect(taken.body).toMatchObject({
      number: bought?.phoneNumber,
      numberSid: bought?.sid,
      country: 'IN',
      type: 'mobile',
      label: 'sign-up',
      state: 'active',
      policy: 'release',
      startedAt: expect.stringMatching(iso),
      expiresAt: expect.stringMatching(iso),
      monthlyPrice: { amount: '3.45', currency: 'USD' },
      latestCode: null,
    });
    const lease = taken.body as { id: string; number: string; startedAt: string; expiresAt: string };
    expect(taken.headers.get('location')).toBe(`/v1/leases/${lease.id}`);
    expect(Date.parse(lease.expiresAt) - Date.parse(lease.startedAt)).toBeGreaterThanOrEqual(60_000);
    expect(bought?.boughtWith).toMatchObject({
      SmsUrl: host.ready.publicUrl,
      SmsMethod: 'POST',
      FriendlyName: `otp-dock ${lease.id} ${host.app.state().settings.installation}`,
    });

    const sms = {
      to: lease.number,
      body: 'Your Lumora code is 482913, or https://lumora.example/v',
      from: '+12025550147',
    };
    const { sid, delivered } = await emulator.sendSms(sms);
    expect(delivered).toMatchObject([{ status: 200 }]);
    expect(await get(`/v1/leases/${lease.id}/code`)).toEqual({
      code: '482913',
      message: {
        ...sms,
        sid,
        links: ['https://lumora.example/v'],
        numMedia: 0,
        media: [],
        channel: 'sms',
        receivedAt: expect.stringMatching(iso),
        leaseId: lease.id,
        code: '482913',
        candidates: [expect.objectContaining({ code: '482913' })],
        service: 'Lumora',
        sentBy: null,
        reason: '6 digits, after "code".',
        source: 'webhook',
      },
    });
    expect(await get(`/v1/leases/${lease.id}`)).toMatchObject({ latestCode: { code: '482913', messageSid: sid } });

    const events = await eventsOf(host);
    const ended = await call('DELETE', `/v1/leases/${lease.id}`);
    expect(ended).toMatchObject({ status: 202, body: { id: lease.id } });
    await events.until(({ lease: changed }) => changed?.state === 'released');
    expect(emulator.state().numbers).toEqual([]);
    expect(emulator.state().released.map(({ phoneNumber }) => phoneNumber)).toEqual([lease.number]);
    // The code of a lease that is over can still be read.
    expect(await call('GET', `/v1/leases/${lease.id}/code`)).toMatchObject({ status: 200, body: { code: '482913' } });
  });

  it('gets the code after the last, and is told when none came in time', async ({ emulator, call, get, lease }) => {
    const { id, number } = await lease();
    const at = `/v1/leases/${id}/code`;
    expect(await call('GET', `${at}?timeoutSeconds=0.05`)).toMatchObject({ status: 204, body: null });
    await emulator.sendSms({ to: number ?? '', body: 'Your code is 111111' });
    const { message } = await get<{ message: { receivedAt: string } }>(at);
    const after = encodeURIComponent(message.receivedAt);
    expect((await call('GET', `${at}?timeoutSeconds=0&after=${after}`)).status).toBe(204);
    const waiting = get(`${at}?timeoutSeconds=600&after=${after}`);
    await emulator.sendSms({ to: number ?? '', body: 'Your code is 222222' });
    expect(await waiting).toMatchObject({ code: '222222', message: { leaseId: id } });
  });

  it('gets the code of the sender or text that is asked for', async ({ emulator, call, lease }) => {
    const { id, number } = await lease();
    await emulator.sendSms({ to: number ?? '', from: '+14155550111', body: 'Your code is 111111' });
    await emulator.sendSms({ to: number ?? '', from: '+14155550222', body: 'Your code is 222222' });
    const code = async (query: string) => (await call('GET', `/v1/leases/${id}/code?timeoutSeconds=0&${query}`)).body;
    expect(await code('from=%2B14155550111')).toMatchObject({ code: '111111' });
    expect(await code('from=+14155550111'), 'a plus sign as it is written').toMatchObject({ code: '111111' });
    expect(await code('contains=CODE%20IS%20111')).toMatchObject({ code: '111111' });
    expect(await code('from=%2B14155550333')).toBeNull();
    expect(await code('from=')).toMatchObject({ code: '222222' });
  });

  it('gets the code that came by WhatsApp, by the number of its sender', async ({ emulator, call, get, lease }) => {
    const { id, number } = await lease();
    const addresses = { from: 'whatsapp:+14155550111', to: `whatsapp:${number}` };
    await emulator.sendSms({ ...addresses, body: 'Your code is 111111' });
    await emulator.sendSms({ to: number ?? '', from: '+14155550222', body: 'Your code is 222222' });
    const message = { from: addresses.from, to: number, leaseId: id, service: null, channel: 'whatsapp' };
    for (const from of ['+14155550111', 'whatsapp:+14155550111', 'WhatsApp:%2B14155550111'])
      expect(await get(`/v1/leases/${id}/code?timeoutSeconds=0&from=${from}`)).toMatchObject({
        code: '111111',
        message,
      });
    const other = await call('GET', `/v1/leases/${id}/code?timeoutSeconds=0&from=whatsapp:+14155550222`);
    expect(other.status).toBe(204);
    const { body } = await call('GET', `/v1/messages?number=${encodeURIComponent(number ?? '')}`);
    expect(body).toMatchObject({ messages: [{ channel: 'sms' }, message] });
  });

  it('is told when the lease ended without a code, also while waiting for one', async ({ call, get, lease }) => {
    const { id } = await lease();
    const waiting = call('GET', `/v1/leases/${id}/code?timeoutSeconds=600`);
    await get('/v1/health');
    await call('DELETE', `/v1/leases/${id}`);
    expectRefusal(await waiting, 410, 'LEASE_ENDED');
    for (const [method, path, body] of [
      ['GET', '/code?timeoutSeconds=600'],
      ['POST', '/extend', { seconds: 90 }],
      ['POST', '/pin', { pinned: true }],
      ['POST', '/heartbeat'],
    ] as const)
      expectRefusal(await call(method, `/v1/leases/${id}${path}`, body), 410, 'LEASE_ENDED');
  });
});

describe('a lease', () => {
  it('that runs out gives its number back once, by itself', async () => {
    const clock = new ManualClock(Date.now());
    const { emulator, host, call, lease } = await hostForTest({ options: { clock } });
    const events = await eventsOf(host);
    const { id, expiresAt } = await lease();
    const { body } = await call('POST', `/v1/leases/${id}/extend`, { seconds: 90 });
    expect(Date.parse((body as Lease).expiresAt ?? '') - Date.parse(expiresAt ?? '')).toBe(90_000);
    await clock.advance(150_000);
    await events.until(({ lease: changed }) => changed?.id === id && changed.state === 'released');
    const states = events.all.flatMap(({ lease: changed }) => (changed?.id === id ? [changed.state] : []));
    expect([...new Set(states)]).toEqual(['buying', 'active', 'expired', 'releasing', 'released']);
    const releases = emulator.state().requests.filter(({ method }) => method === 'DELETE');
    expect(releases.map(({ status }) => status)).toEqual([204]);
  });

  it('is bought once for one key, at once or after a restart, and not for another wish', async ({ own }) => {
    const ask = (body: Record<string, unknown>, key = 'build 17') =>
      own.call('POST', '/v1/leases', { country: 'US', ...body }, { 'idempotency-key': key });
    const [first, second] = await Promise.all([ask({ ttlSeconds: 60 }), ask({ ttlSeconds: 60 })]);
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expectRefusal(await ask({ label: 'other' }), 409, 'CONFLICT');
    await own.restart();
    expectRefusal(await ask({ country: 'CA' }), 409, 'CONFLICT');
    expect((await ask({ policy: 'release' })).body).toMatchObject({ id: (first.body as Lease).id });
    expect(own.emulator.state().numbers).toHaveLength(1);
    expect((await ask({}, 'build 18')).body).not.toMatchObject({ id: (first.body as Lease).id });
    expect(own.emulator.state().numbers).toHaveLength(2);
  });
});
