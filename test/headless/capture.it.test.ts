import { describe, expect } from 'vitest';
import type { Message } from '../../electron/contract/state.ts';
import type { ReadyLine } from '../../electron/headless/host.ts';
import { call as callEmulator, sdk } from '../emulator/harness.ts';
import { expectRefusal, hostForTest, it as base } from './harness.ts';

const made = { TWILIO_ACCOUNT_SID: '', TWILIO_AUTH_TOKEN: '', OTP_DOCK_CAPTURE_PORT: '0' };

/** Each test may have a host that captures, and the SDK of an app under test that sends to it. */
const it = base
  .extend('own', () => hostForTest({ variables: made, options: { emulated: 'capture' } }))
  .extend('capture', ({ host }) => captureOf(host.ready))
  .extend('client', ({ capture }) => sdk(capture))
  .extend(
    'inbox',
    ({ get }) =>
      async () =>
        (await get<{ messages: Message[] }>('/v1/messages')).messages,
  );

function captureOf({ capture }: ReadyLine): NonNullable<ReadyLine['capture']> {
  if (!capture) throw new Error('It does not capture.');
  return capture;
}

describe('what the app under test sends', () => {
  it('is in the inbox before the app has its answer, whoever sends it to whomever', async ({ client, inbox }) => {
    const { sid } = await client.messages.create({ to: '+919812345678', from: 'Lumora', body: 'Your code is 482913' });
    expect(await inbox()).toMatchObject([
      { sid, to: '+919812345678', from: 'Lumora', code: '482913', leaseId: null, source: 'capture', channel: 'sms' },
    ]);
    const messagingServiceSid = `MG${'7'.repeat(32)}`;
    await client.messages.create({ to: '+4915112345678', messagingServiceSid, body: 'Dein Code: 771204' });
    expect(await inbox()).toMatchObject([{ to: '+4915112345678', code: '771204' }, { sid }]);
  });

  it('says by which service it was sent, and is waited for by that, too', async ({ client, inbox, call }) => {
    const messagingServiceSid = `MG${'7'.repeat(32)}`;
    const to = '+919812345678';
    const verify = await client.verify.v2.services.create({ friendlyName: 'Lumora sign-up' });
    await client.messages.create({ to, from: 'Lumora', body: 'Your code is 482913' });
    await client.messages.create({ to, messagingServiceSid, body: 'Your code is 771204' });
    await client.verify.v2.services(verify.sid).verifications.create({ to, channel: 'sms' });
    const sentBy = [{ sid: verify.sid, name: 'Lumora sign-up' }, { sid: messagingServiceSid, name: null }, null];
    expect((await inbox()).map((message) => message.sentBy)).toEqual(sentBy);
    const found = async (what: string, service: string) => {
      const query = `to=${to}&timeoutSeconds=0&service=${encodeURIComponent(service)}`;
      const { status, body } = await call('GET', `/v1/${what}?${query}`);
      return status === 204 ? null : (body as { message: Message }).message.sentBy;
    };
    for (const what of ['code', 'message']) {
      expect(await found(what, messagingServiceSid)).toEqual(sentBy[1]);
      for (const name of [verify.sid, 'LUMORA SIGN-UP']) expect(await found(what, name)).toEqual(sentBy[0]);
      expect(await found(what, `MG${'8'.repeat(32)}`)).toBeNull();
    }
  });

  it('has its media named, and none of them is fetched', async ({ client, inbox }) => {
    const mediaUrl = ['https://cdn.example/cat.png', 'https://asha:secret@cdn.example/menu.pdf?v=2'];
    await client.messages.create({ to: '+14155550188', from: '+12025550147', mediaUrl });
    const media = [
      { contentType: 'image/png', url: 'https://cdn.example/cat.png' },
      { contentType: 'application/pdf', url: 'https://cdn.example/menu.pdf?v=2' },
    ];
    expect(await inbox()).toMatchObject([{ body: '', channel: 'mms', numMedia: 2, media }]);
  });

  it('belongs to the lease of its number, once', async ({ client, inbox, lease, get }) => {
    const { id, number } = await lease();
    const { sid } = await client.messages.create({
      to: number ?? '',
      from: '+12025550147',
      body: 'Your code is 301122',
    });
    expect(await get(`/v1/leases/${id}/code`)).toMatchObject({ code: '301122', message: { sid, leaseId: id } });
    await expect.poll(async () => (await client.messages(sid).fetch()).status).toBe('delivered');
    expect(await inbox()).toMatchObject([{ sid, leaseId: id }]);
  });

  it('is one of two: a phone’s SMS to a leased number is taken alike', async ({ capture, lease, get }) => {
    const { id, number } = await lease();
    const form = { to: number ?? '', from: '+12025550147', body: 'Your code is 550199' };
    await callEmulator(capture, '/_emulator/sms', {
      method: 'POST',
      body: JSON.stringify(form),
      headers: { 'content-type': 'application/json' },
    });
    expect(await get(`/v1/leases/${id}/code`)).toMatchObject({ code: '550199', message: { source: 'capture' } });
  });

  it('is found by its recipient alone, and is gone when all is cleared, in leases, too', async ({
    client,
    inbox,
    lease,
    get,
    call,
  }) => {
    const { id, number } = await lease();
    const send = (to: string) => client.messages.create({ to, from: 'Lumora', body: 'Your code is 482913' });
    const { sid } = await send('+919812345678');
    await send('+14155550188');
    await send(number ?? '');
    expect(await get('/v1/messages?to=+919812345678')).toMatchObject({ messages: [{ sid }], next: null });
    expect(await get('/v1/messages/count?to=%2B919812345678')).toMatchObject({ count: 1 });
    const cleared = await call('DELETE', '/v1/messages?to=+14155550188');
    expect(cleared).toMatchObject({ status: 200, body: { deleted: 1 } });
    expect(await call('DELETE', '/v1/messages')).toMatchObject({ status: 200, body: { deleted: 2 } });
    expect([await inbox(), await get(`/v1/leases/${id}`)]).toMatchObject([[], { latestCode: null }]);
    await send('+919812345678');
    expect(await inbox()).toMatchObject([{ to: '+919812345678' }]);
  });

  it('is there after a restart, which keeps the credentials and begins without numbers', async ({ own, inbox }) => {
    const before = captureOf(own.host.ready);
    const { sid } = await sdk(before).messages.create({ to: '+14155550188', from: 'Lumora', body: 'Code 482913' });
    await own.lease();
    await own.restart();
    expect(captureOf(own.host.ready)).toMatchObject({ accountSid: before.accountSid, authToken: before.authToken });
    expect(await inbox()).toMatchObject([{ sid }]);
    expect(await own.get('/v1/leases')).toEqual({ leases: [] });
  });
});

describe('a lease while capturing', () => {
  it('has a made-up number of any country: nothing is bought, and it has no price', async ({ own, capture, get }) => {
    const { id, number, monthlyPrice } = await own.lease({ country: 'IN', type: 'mobile', policy: 'keep' });
    expect(number).toMatch(/^\+91\d{10}$/);
    expect(monthlyPrice).toBeNull();
    expect(await get('/v1/numbers/available?country=IN&type=mobile')).toMatchObject({
      numbers: expect.arrayContaining([expect.objectContaining({ country: 'IN', type: 'mobile' })]),
      monthlyPrice: null,
    });
    await own.call('DELETE', `/v1/leases/${id}`);
    await expect.poll(() => get(`/v1/leases/${id}`)).toMatchObject({ state: 'released' });
    expect((await own.lease({ country: 'IN', type: 'mobile' })).number).not.toBe(number);
    const { body } = await callEmulator(capture, '/_emulator/state');
    expect(body).toMatchObject({ numbers: [], released: [], requests: [] });
    const { entries } = await own.host.app.requests['ledger.list']({ limit: 100 });
    expect(entries.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['leaseStarted', null],
      ['leaseEnded', null],
      ['leaseStarted', null],
    ]);
  });

  it('has no limits that are meant for money, so that fifty tests run at once', async ({ own, lease }) => {
    const limits = { limitPerDay: '0.50', leasesAtOnce: 2, poolSize: 3 };
    await own.host.app.requests['settings.update'](limits);
    const numbers = (await Promise.all(Array.from({ length: 50 }, () => lease({ country: 'IN' })))).map(
      ({ number }) => number,
    );
    expect(new Set(numbers).size).toBe(50);
    expect(own.host.app.state()).toMatchObject({ idle: [], spending: { today: { amount: '0.00' } } });
  });

  it('has no number that a message went to before', async ({ client, lease }) => {
    // Ten numbers have these digits; nine of them were somebody's.
    const to = (last: number) => `+141555501${last}7`;
    for (let last = 1; last < 10; last += 1)
      await client.messages.create({ to: to(last), from: 'Lumora', body: 'Code 482913' });
    const { number } = await lease({ contains: '+141555501*7' });
    expect(number).toBe(to(0));
  });
});

describe('capturing', () => {
  it('uses the credentials of the environment, and keeps what it has apart from their account', async ({
    emulator: real,
  }) => {
    const variables = { OTP_DOCK_CAPTURE_PORT: '0' };
    const own = await hostForTest({ emulator: real, variables, options: { emulated: 'capture' } });
    const { accountSid, authToken, baseUrl } = captureOf(own.host.ready);
    expect({ accountSid, authToken }).toEqual({ accountSid: real.accountSid, authToken: real.authToken });
    expect(baseUrl).not.toBe(real.baseUrl);
    await sdk({ accountSid, authToken, baseUrl }).messages.create({ to: '+14155550188', from: 'Lumora', body: 'x' });
    await own.host.close();
    const atTwilio = await hostForTest({ emulator: real, dataDir: own.dataDir });
    expect(await atTwilio.get('/v1/messages')).toMatchObject({ messages: [] });
  });

  it('buys nothing with OTP_DOCK_MODE=capture, not even for whoever goes back to a real account', async ({
    emulator: real,
  }) => {
    const variables = { ...made, OTP_DOCK_MODE: 'capture' };
    const own = await hostForTest({ emulator: real, variables, options: { emulated: 'capture' } });
    const { accountSid, authToken } = real;
    await own.host.app.requests['account.connect']({ accountSid, authToken, remember: false, keep: undefined });
    expectRefusal(await own.call('POST', '/v1/leases', { country: 'US', type: 'local' }), 409, 'WRONG_MODE');
    expect(real.state().numbers).toEqual([]);
  });

  it('is wiped with everything else, its made-up credentials, too', async ({ own, client, inbox }) => {
    await client.messages.create({ to: '+14155550188', from: 'Lumora', body: 'Code 482913' });
    const before = captureOf(own.host.ready);
    await own.host.app.requests['data.wipe']({ leaveNumbers: false });
    await own.restart();
    expect(captureOf(own.host.ready).authToken).not.toBe(before.authToken);
    expect(await inbox()).toEqual([]);
  });

  it('says whom to ask when its port is taken: an app is pointed to that one', async ({ capture }) => {
    const { port } = new URL(capture.baseUrl);
    const second = hostForTest({
      variables: { ...made, OTP_DOCK_CAPTURE_PORT: port },
      options: { emulated: 'capture' },
    });
    await expect(second).rejects.toMatchObject({ failure: { code: 'PORT_IN_USE' } });
  });

  it('leaves the demo running when it cannot start', async ({ capture }) => {
    const { port } = new URL(capture.baseUrl);
    const demo = await hostForTest({
      variables: { ...made, OTP_DOCK_CAPTURE_PORT: port },
      options: { emulated: 'demo', samples: false },
    });
    const started = await demo.host.app.handle('capture.start', undefined);
    expect(started).toMatchObject({ ok: false, error: { code: 'PORT_IN_USE' } });
    expect(demo.host.app.state()).toMatchObject({ demo: true, account: { kind: 'connected' } });
  });

  it('refuses another account and another token', async ({ capture }) => {
    const stranger = sdk({ ...capture, authToken: '0'.repeat(32) });
    const sending = stranger.messages.create({ to: '+14155550188', from: 'Lumora', body: 'x' });
    await expect(sending).rejects.toMatchObject({ status: 401, code: 20003 });
  });
});
