import { describe, expect, it } from 'vitest';
import { openHistory } from '../../electron/adapters/history/sqliteHistory.ts';
import { FakeTelephony, unreachable } from '../fakes/fakeTelephony.ts';
import { ManualClock, settle } from '../fakes/manualClock.ts';
import { smsOf, startCore } from '../support/coreApp.ts';

const minute = 60_000;

describe('a message that no webhook brought', () => {
  it('while the tunnel was down is there as soon as it is up again, marked as such', async () => {
    const { app, clock, tunnel, twilio } = await startCore({ settings: { policy: 'keep' } });
    const { id, number } = await app.leases.start({ requestId: 'r1' });
    await app.leases.end(id);
    tunnel({ state: 'degraded', url: null });
    await clock.advance(minute);
    twilio.inbound.push(smsOf({ to: number ?? '' }, clock));
    tunnel({});
    await settle();
    expect(app.state().messages).toMatchObject([{ leaseId: id, code: '482913', source: 'backfill' }]);
    expect(app.state().reception).toMatchObject({ accepted: 0, backfilled: 1 });
  });

  it('while the tunnel had failed is there when a person has opened it again', async () => {
    const { app, clock, tunnel, twilio } = await startCore({ settings: { policy: 'keep' } });
    const { id, number } = await app.leases.start({ requestId: 'r1' });
    await app.leases.end(id);
    tunnel({ state: 'failed', url: null });
    await clock.advance(minute);
    twilio.inbound.push(smsOf({ to: number ?? '' }, clock));
    await app.retry();
    await settle();
    expect(app.state().messages).toMatchObject([{ leaseId: id, source: 'backfill' }]);
  });

  it('is looked for again when Twilio’s list could not be read', async () => {
    const { app, clock, tunnel, twilio } = await startCore({ settings: { policy: 'keep' } });
    const { id, number } = await app.leases.start({ requestId: 'r1' });
    await app.leases.end(id);
    tunnel({ state: 'degraded', url: null });
    await clock.advance(minute);
    twilio.inbound.push(smsOf({ to: number ?? '' }, clock));
    twilio.failNext('messagesSince', unreachable(), unreachable());
    tunnel({});
    await clock.advance(20_000);
    expect(app.state().messages).toMatchObject([{ leaseId: id }]);
  });

  it('does not keep the app from closing while Twilio is silent', async () => {
    const { app, clock, tunnel, twilio } = await startCore({ settings: { policy: 'keep' } });
    await app.leases.start({ requestId: 'r1' });
    tunnel({ state: 'degraded', url: null });
    twilio.hold('messagesSince');
    tunnel({});
    await settle();
    await app.stop();
    expect(clock.waiting).toBe(0);
  });

  it('while the app was off is there after its start, and finds its lease by its time', async () => {
    const [history, clock, twilio] = [openHistory(':memory:'), new ManualClock(), new FakeTelephony()];
    const first = await startCore({ history, clock, twilio, settings: { policy: 'keep' } });
    const one = await first.app.leases.start({ requestId: 'r1' });
    await clock.advance(30_000);
    const early = smsOf({ to: one.number ?? '', body: 'Your code is 111222' }, clock);
    await first.app.leases.end(one.id);
    await clock.advance(30_000);
    const two = await first.app.leases.start({ requestId: 'r2', ttlSeconds: 3_600 });
    const later = new ManualClock(clock.now() + 5 * minute);
    const late = smsOf({ to: two.number ?? '', body: 'Your code is 333444' }, later);
    twilio.inbound.push(late, early);
    const { app } = await startCore({ history, clock: later, twilio });
    await settle();
    expect(two.numberSid).toBe(one.numberSid);
    expect(app.lease(one.id).latestCode?.code).toBe('111222');
    expect(app.lease(two.id).latestCode?.code).toBe('333444');
  });

  it('in the last moment of a lease is found when the lease is over', async () => {
    const { app, clock, twilio } = await startCore();
    const { id, number } = await app.leases.start({ requestId: 'r1' });
    await clock.advance(59_000);
    const last = smsOf({ to: number ?? '' }, clock);
    await clock.advance(10_000);
    // It shows up in the list when the lease has been over for a while.
    twilio.inbound.push(last);
    await clock.advance(15_000);
    expect(app.lease(id).latestCode?.code).toBe('482913');
  });

  it('after a sleep is there at once, and the lease that ran out has ended', async () => {
    const { app, clock, twilio } = await startCore();
    const { id, number } = await app.leases.start({ requestId: 'r1' });
    twilio.inbound.push(smsOf({ to: number ?? '' }, clock));
    await clock.jump(8 * 60 * minute);
    await clock.advance(0);
    expect(app.lease(id)).toMatchObject({ state: 'released', latestCode: { code: '482913' } });
  });

  it('is found in a long list, which is taken in with pauses', async () => {
    const { app, clock, twilio } = await startCore();
    const { number } = await app.leases.start({ requestId: 'r1' });
    twilio.inbound.push(...Array.from({ length: 120 }, () => smsOf({ to: number ?? '' }, clock)));
    const checked = app.checkMessages();
    await clock.advance(0);
    expect(await checked).toEqual({ found: 120 });
  });

  it('to a number of somebody else on the account is left alone', async () => {
    const { app, clock, twilio } = await startCore();
    await app.leases.start({ requestId: 'r1' });
    twilio.inbound.push(smsOf({ to: '+12025550199' }, clock));
    await app.checkMessages();
    expect(app.state().messages).toEqual([]);
  });

  it('comes once, however it comes', async () => {
    const { app, clock, gate, twilio } = await startCore();
    const { id, number } = await app.leases.start({ requestId: 'r1' });
    const sms = smsOf({ to: number ?? '' }, clock);
    twilio.inbound.push(sms);
    await gate.receive(sms);
    expect(await app.checkMessages(id)).toEqual({ found: 0 });
    expect(app.state().messages).toMatchObject([{ source: 'webhook' }]);
  });

  it('counts once among what was pushed, however often Twilio sends it', async () => {
    const { app, clock, gate } = await startCore();
    const { number } = await app.leases.start({ requestId: 'r1' });
    const sms = smsOf({ to: number ?? '' }, clock);
    await gate.receive(sms);
    await clock.advance(2_000);
    await gate.receive(sms);
    expect(app.state().reception).toMatchObject({
      accepted: 1,
      lastWebhookAt: new Date(clock.now()).toISOString(),
    });
  });
});

describe('a lease that ran out while the computer slept', () => {
  it('is ended at wake, its number goes back, and its last messages are fetched', async () => {
    const { app, clock, twilio } = await startCore();
    const { id, number } = await app.leases.start({ requestId: 'r1' });
    await clock.advance(50_000);
    const last = smsOf({ to: number ?? '' }, clock);
    twilio.inbound.push(last);
    await clock.jump(8 * 60 * minute);
    await app.wake();
    await settle();
    expect(app.lease(id)).toMatchObject({ state: 'released', latestCode: { code: '482913', messageSid: last.sid } });
    expect(app.state().messages).toMatchObject([{ leaseId: id, source: 'backfill' }]);
    expect(twilio.owned.size).toBe(0);
  });
});

describe('where Twilio sends the messages', () => {
  it('is put right for every number when the public URL changes, and tried again where it fails', async () => {
    const twilio = new FakeTelephony();
    twilio.forSale.set(
      'IN mobile',
      Array.from({ length: 10 }, (_, index) => `+91900000${1000 + index}`),
    );
    const { app, clock, tunnel } = await startCore({ twilio, settings: { policy: 'keep' } });
    await Promise.all(Array.from({ length: 10 }, (_, index) => app.leases.start({ requestId: `r${index}` })));
    await app.leases.endAll();
    twilio.failNext('setSmsUrl', ...Array.from({ length: 4 }, unreachable));
    tunnel({ url: 'https://new.example' });
    await clock.advance(5_000);
    expect([...twilio.owned.values()].map(({ smsUrl }) => smsUrl)).toEqual(
      Array.from({ length: 10 }, () => 'https://new.example/webhook'),
    );
    await app.stop();
    expect(clock.waiting).toBe(0);
  });

  it('is looked at after a sleep, and put right where a URL from before is found', async () => {
    const { app, tunnel, twilio } = await startCore();
    const { numberSid } = await app.leases.start({ requestId: 'r1' });
    tunnel({ url: 'https://new.example' });
    await settle();
    await twilio.setSmsUrl(numberSid ?? '', 'https://hooks.example/webhook');
    await app.wake();
    await settle();
    expect(twilio.owned.get(numberSid ?? '')?.smsUrl).toBe('https://new.example/webhook');
  });

  it('is looked at a minute later when there is no network yet after a sleep', async () => {
    const { app, clock, tunnel, twilio } = await startCore();
    const { numberSid } = await app.leases.start({ requestId: 'r1', ttlSeconds: 3_600 });
    tunnel({ url: 'https://new.example' });
    await settle();
    await twilio.setSmsUrl(numberSid ?? '', 'https://hooks.example/webhook');
    twilio.failNext('ownedNumbers', unreachable());
    await app.wake();
    await clock.advance(minute - 1);
    expect(twilio.owned.get(numberSid ?? '')?.smsUrl).toBe('https://hooks.example/webhook');
    await clock.advance(1);
    expect(twilio.owned.get(numberSid ?? '')?.smsUrl).toBe('https://new.example/webhook');
  });

  it('is not fought over when somebody else has changed it: it is shown, and the list is read at once', async () => {
    const { app, clock, tunnel, twilio } = await startCore();
    const { id, number, numberSid } = await app.leases.start({ requestId: 'r1', ttlSeconds: 3_600 });
    await twilio.setSmsUrl(numberSid ?? '', 'https://theirs.example/sms');
    await app.reconcile();
    expect(app.state().polling).toBe(true);
    expect(app.state().notices).toMatchObject([{ message: expect.stringContaining(number ?? '-') }]);
    tunnel({ url: 'https://new.example' });
    await clock.advance(minute);
    expect(twilio.owned.get(numberSid ?? '')?.smsUrl).toBe('https://theirs.example/sms');
    expect((await app.ownedNumbers())[0]).toMatchObject({ diverted: true, webhook: 'https://theirs.example/sms' });
    twilio.inbound.push(smsOf({ to: number ?? '' }, clock));
    await clock.advance(15_000);
    expect(app.lease(id).latestCode?.code).toBe('482913');
    const { findings } = await app.diagnose(id);
    expect(findings[0]?.message).toContain('Somebody else');
  });
});

describe('a code that is late', () => {
  it('is explained by what is wrong, and by Twilio’s own errors with this webhook', async () => {
    const { app, gate, tunnel, twilio } = await startCore();
    const { id } = await app.leases.start({ requestId: 'r1' });
    const problem = {
      code: 'TUNNEL_FAILED',
      message: 'The tunnel is down.',
      hint: 'Wait.',
      retryable: true,
      twilio: null,
    } as const;
    tunnel({ state: 'degraded', problem });
    gate.refused('signature');
    const alert = { at: '2026-03-01T12:00:10.000Z', code: '11200', text: 'HTTP retrieval failure', moreInfo: null };
    twilio.errorLog = [
      { ...alert, url: 'https://hooks.example:443/webhook#rc=3&rp=all' },
      { ...alert, code: '11205', url: 'https://other.example/sms' },
    ];
    const { findings, alerts } = await app.diagnose(id);
    expect(findings.map(({ message }) => message)).toEqual([
      'The tunnel is down.',
      'A request to the webhook had no valid signature.',
      "Messages are read from Twilio's list every few seconds, so they show up a little later.",
      'The app under test may not have sent the SMS yet, or its provider refuses this kind of number.',
    ]);
    expect(alerts).toEqual([alert]);
  });

  it('is explained by when the last webhook came', async () => {
    const { app, clock, sms } = await startCore();
    const firstFinding = async (id: string) => (await app.diagnose(id)).findings[0]?.message;
    const first = await app.leases.start({ requestId: 'r1', ttlSeconds: 3_600 });
    expect(await firstFinding(first.id)).toBe('No webhook has come in since the lease began; none came before either.');
    await sms({ to: first.number ?? '' });
    await clock.advance(12 * minute);
    const second = await app.leases.start({ requestId: 'r2' });
    expect(await firstFinding(second.id)).toBe(
      'No webhook has come in since the lease began; the last one came 12 minutes ago.',
    );
  });

  it('is explained without Twilio’s error log where that cannot be read', async () => {
    const { app, twilio } = await startCore();
    const { id } = await app.leases.start({ requestId: 'r1' });
    twilio.failNext('alerts', unreachable());
    expect((await app.diagnose(id)).alerts).toBeNull();
  });
});

describe('the test of the webhook', () => {
  it('shows each hop, and leaves nothing behind', async () => {
    const core = await startCore({
      probe: {
        instance: async () => core.gate.instance(),
        deliver: async (url, token, { MessageSid = '', AccountSid = '' }) => {
          expect([url, token]).toEqual(['https://hooks.example/webhook', 'b'.repeat(32)]);
          await core.gate.receive(smsOf({ sid: MessageSid, accountSid: AccountSid, to: '+15005550006' }, core.clock));
          return 200;
        },
      },
    });
    const { ok, hops } = await core.app.testReception();
    expect(ok).toBe(true);
    expect(hops.map(({ name, ok: passed }) => [name, passed])).toEqual([
      ['publicUrl', true],
      ['listener', true],
      ['signature', true],
      ['answer', true],
    ]);
    expect(core.app.state()).toMatchObject({ messages: [], reception: { accepted: 0 } });
  });

  it('says where the way ends', async () => {
    const elsewhere = await startCore({ probe: { instance: async () => 'other', deliver: async () => 200 } });
    expect((await elsewhere.app.testReception()).hops.at(-1)).toMatchObject({ name: 'listener', ok: false });
    const refusing = await startCore({
      probe: { instance: async () => refusing.gate.instance(), deliver: async () => 403 },
    });
    expect((await refusing.app.testReception()).hops).toMatchObject([
      {},
      {},
      { name: 'signature', ok: false, message: expect.stringContaining('The signature was not accepted.') },
      { name: 'answer', ok: false },
    ]);
    const dead = await startCore({
      probe: { instance: () => Promise.reject(unreachable()), deliver: async () => 200 },
    });
    expect(await dead.app.testReception()).toMatchObject({ ok: false, hops: [{ name: 'publicUrl', ok: false }] });
  });

  it('is not possible without a public URL', async () => {
    const { app } = await startCore({ environment: { publicUrl: null } });
    await expect(app.testReception()).rejects.toMatchObject({ failure: { code: 'TUNNEL_FAILED' } });
  });
});
