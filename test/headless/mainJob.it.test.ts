import { describe, expect, it } from 'vitest';
import twilio from 'twilio';
import { ManualClock } from '../fakes/manualClock.ts';
import { eventsOf, expectRefusal, hostForTest } from './harness.ts';

const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

describe('a tester who needs a code', () => {
  it('takes a number, sees the SMS, reads the code, and gives the number back', async () => {
    const { emulator, host, call } = await hostForTest();
    const taken = await call('POST', '/v1/leases', { label: 'sign-up' });
    expect(taken.status).toBe(201);
    const [bought] = emulator.state().numbers;
    expect(taken.body).toEqual({
      id: expect.any(String),
      number: bought?.phoneNumber,
      numberSid: bought?.sid,
      country: 'IN',
      type: 'mobile',
      label: 'sign-up',
      state: 'active',
      policy: 'release',
      holder: null,
      service: null,
      reused: false,
      startedAt: expect.stringMatching(iso),
      expiresAt: expect.stringMatching(iso),
      pinned: false,
      heartbeatSeconds: null,
      endReason: null,
      monthlyPrice: { amount: '3.45', currency: 'USD' },
      latestCode: null,
      problem: null,
    });
    const lease = taken.body as { id: string; number: string; startedAt: string; expiresAt: string };
    expect(taken.headers.get('location')).toBe(`/v1/leases/${lease.id}`);
    expect(Date.parse(lease.expiresAt) - Date.parse(lease.startedAt)).toBeGreaterThanOrEqual(60_000);
    expect(bought?.boughtWith).toMatchObject({
      SmsUrl: host.ready.publicUrl,
      SmsMethod: 'POST',
      FriendlyName: `otp-dock ${lease.id} ${host.app.state().settings.installation}`,
    });

    const receipt = await emulator.sendSms({
      to: lease.number,
      body: 'Your Lumora code is 482913',
      from: '+12025550147',
    });
    expect(receipt.delivered).toMatchObject([{ status: 200 }]);
    const code = await call('GET', `/v1/leases/${lease.id}/code`);
    expect(code).toMatchObject({ status: 200, body: { code: '482913' } });
    expect((code.body as { message: unknown }).message).toEqual({
      sid: receipt.sid,
      to: lease.number,
      from: '+12025550147',
      body: 'Your Lumora code is 482913',
      receivedAt: expect.stringMatching(iso),
      leaseId: lease.id,
      code: '482913',
      candidates: [expect.objectContaining({ code: '482913' })],
      service: 'Lumora',
      reason: '6 digits: it follows “code”.',
      source: 'webhook',
    });
    expect((await call('GET', `/v1/leases/${lease.id}`)).body).toMatchObject({
      latestCode: { code: '482913', messageSid: receipt.sid },
    });

    const events = await eventsOf(host);
    const ended = await call('DELETE', `/v1/leases/${lease.id}`);
    expect(ended).toMatchObject({ status: 202, body: { id: lease.id } });
    await events.until(({ lease: changed }) => changed?.state === 'released');
    expect(emulator.state().numbers).toEqual([]);
    expect(emulator.state().released.map(({ phoneNumber }) => phoneNumber)).toEqual([lease.number]);
    // The code of a lease that is over can still be read.
    expect(await call('GET', `/v1/leases/${lease.id}/code`)).toMatchObject({ status: 200, body: { code: '482913' } });
  });

  it('gets the code as soon as it comes', async () => {
    const { emulator, call, lease } = await hostForTest();
    const { id, number } = await lease();
    const waiting = call('GET', `/v1/leases/${id}/code?timeoutSeconds=600`);
    await call('GET', '/v1/health');
    await emulator.sendSms({ to: number ?? '', body: '551204 is your code' });
    expect(await waiting).toMatchObject({ status: 200, body: { code: '551204', message: { leaseId: id } } });
  });

  it('gets the next code when asking for one after the last', async () => {
    const { emulator, call, lease } = await hostForTest();
    const { id, number } = await lease();
    await emulator.sendSms({ to: number ?? '', body: 'Your code is 111111' });
    const first = (await call('GET', `/v1/leases/${id}/code`)).body as { message: { receivedAt: string } };
    const after = encodeURIComponent(first.message.receivedAt);
    expect((await call('GET', `/v1/leases/${id}/code?timeoutSeconds=0&after=${after}`)).status).toBe(204);
    const waiting = call('GET', `/v1/leases/${id}/code?timeoutSeconds=600&after=${after}`);
    await emulator.sendSms({ to: number ?? '', body: 'Your code is 222222' });
    expect(await waiting).toMatchObject({ status: 200, body: { code: '222222' } });
  });

  it('is told when no code came in time', async () => {
    const { call, lease } = await hostForTest();
    const { id } = await lease();
    const answer = await call('GET', `/v1/leases/${id}/code?timeoutSeconds=0.05`);
    expect(answer).toMatchObject({ status: 204, body: null });
  });

  it('is told when the lease ended without a code, also while waiting for one', async () => {
    const { call, lease } = await hostForTest();
    const { id } = await lease();
    const waiting = call('GET', `/v1/leases/${id}/code?timeoutSeconds=600`);
    await call('GET', '/v1/health');
    await call('DELETE', `/v1/leases/${id}`);
    expectRefusal(await waiting, 410, 'LEASE_ENDED');
    expectRefusal(await call('GET', `/v1/leases/${id}/code?timeoutSeconds=600`), 410, 'LEASE_ENDED');
  });

  it('does not get a code from a stranger', async () => {
    const { emulator, host, call, lease } = await hostForTest();
    const { id, number } = await lease();
    const parameters = {
      MessageSid: `SM${'1'.repeat(32)}`,
      AccountSid: emulator.accountSid,
      From: '+12025550147',
      To: number ?? '',
      Body: 'Your code is 666666',
    };
    const signature = twilio.getExpectedTwilioSignature('f'.repeat(32), host.ready.publicUrl ?? '', parameters);
    const response = await fetch(host.ready.webhook, {
      method: 'POST',
      body: new URLSearchParams(parameters),
      headers: { 'x-twilio-signature': signature },
    });
    expect(response.status).toBe(403);
    expect((await call('GET', `/v1/leases/${id}/code?timeoutSeconds=0`)).status).toBe(204);
    expect((await call('GET', '/v1/messages')).body).toEqual({ messages: [], next: null });
    expect(host.app.state().messages).toEqual([]);
  });
});

describe('a lease', () => {
  it('that runs out gives its number back once, by itself', async () => {
    const clock = new ManualClock(Date.now());
    const { emulator, host, lease } = await hostForTest({ options: { clock } });
    const events = await eventsOf(host);
    const { id } = await lease();
    await clock.advance(60_000);
    await events.until(({ lease: changed }) => changed?.id === id && changed.state === 'released');
    const states = events.all.flatMap(({ lease: changed }) => (changed?.id === id ? [changed.state] : []));
    expect([...new Set(states)]).toEqual(['buying', 'active', 'expired', 'releasing', 'released']);
    expect(
      emulator
        .state()
        .requests.filter(({ method }) => method === 'DELETE')
        .map(({ status }) => status),
    ).toEqual([204]);
  });

  it('can be extended, and not when it is over', async () => {
    const { call, lease } = await hostForTest();
    const { id, expiresAt } = await lease();
    const longer = await call('POST', `/v1/leases/${id}/extend`, { seconds: 90 });
    expect(longer.status).toBe(200);
    expect(Date.parse((longer.body as { expiresAt: string }).expiresAt) - Date.parse(expiresAt ?? '')).toBe(90_000);
    await call('DELETE', `/v1/leases/${id}`);
    expectRefusal(await call('POST', `/v1/leases/${id}/extend`, { seconds: 90 }), 410, 'LEASE_ENDED');
  });

  it('can be pinned, and then has no end until it is unpinned', async () => {
    const { call, lease } = await hostForTest();
    const { id } = await lease({ ttlSeconds: 600 });
    const pin = (body: unknown) => call('POST', `/v1/leases/${id}/pin`, body);
    const pinned = await pin({ pinned: true });
    expect(pinned).toMatchObject({ status: 200, body: { id, state: 'active', pinned: true, expiresAt: null } });
    expect((await call('GET', `/v1/leases/${id}`)).body).toEqual(pinned.body);
    expect((await pin({ pinned: false })).body).toMatchObject({ pinned: false, expiresAt: expect.any(String) });
    expectRefusal(await pin({}), 400, 'INVALID_INPUT');
    await call('DELETE', `/v1/leases/${id}`);
    expectRefusal(await pin({ pinned: true }), 410, 'LEASE_ENDED');
  });

  it('is bought once for one key, also when it is asked for twice at once', async () => {
    const { emulator, call } = await hostForTest();
    const ask = (key: string) => call('POST', '/v1/leases', { country: 'US' }, { 'idempotency-key': key });
    const [first, second] = await Promise.all([ask('build 17'), ask('build 17')]);
    const third = await ask('build 17');
    expect([first.status, second.status, third.status]).toEqual([201, 201, 201]);
    expect(second.body).toEqual(first.body);
    expect(third.body).toEqual(first.body);
    expect(emulator.state().numbers).toHaveLength(1);
    expect((await ask('build 18')).body).not.toEqual(first.body);
    expect(emulator.state().numbers).toHaveLength(2);
  });

  it('gives the code of the sender that is asked for', async () => {
    const { emulator, call, lease } = await hostForTest();
    const { id, number } = await lease();
    const send = (from: string, body: string) => emulator.sendSms({ to: number ?? '', from, body });
    await send('+14155550111', 'Your code is 111111');
    await send('+14155550222', 'Your code is 222222');
    const code = async (query: string) => (await call('GET', `/v1/leases/${id}/code?timeoutSeconds=0&${query}`)).body;
    expect(await code('from=%2B14155550111')).toMatchObject({ code: '111111' });
    expect(await code('from=+14155550111'), 'a plus sign as it is written').toMatchObject({ code: '111111' });
    expect(await code('contains=CODE%20IS%20111')).toMatchObject({ code: '111111' });
    expect(await code('from=%2B14155550333')).toBeNull();
    expect(await code('from=')).toMatchObject({ code: '222222' });
  });

  it('is not bought for a key that stands for another wish, also after a restart', async () => {
    const test = await hostForTest();
    const ask = (body: Record<string, unknown>) =>
      test.call('POST', '/v1/leases', { country: 'US', ...body }, { 'idempotency-key': 'build 17' });
    const first = await ask({ ttlSeconds: 60 });
    expectRefusal(await ask({ label: 'other' }), 409, 'CONFLICT');
    await test.restart();
    expectRefusal(await ask({ country: 'CA' }), 409, 'CONFLICT');
    expect((await ask({ policy: 'release' })).body).toMatchObject({ id: (first.body as { id: string }).id });
    expect(test.emulator.state().numbers).toHaveLength(1);
  });
});
