import { describe, expect, it } from 'vitest';
import { unreachable } from '../fakes/fakeTelephony.ts';
import { settle } from '../fakes/manualClock.ts';
import { smsOf, startCore, startLeased, type CoreOptions } from '../support/coreApp.ts';

const minute = 60_000;
const day = 86_400_000;

async function paused(options: CoreOptions = {}, ttlSeconds = 3_600) {
  const core = await startLeased({ ttlSeconds }, options);
  await core.app.requests['reception.pause']({ paused: true });
  return { ...core, to: core.number };
}

describe('while reception is paused', () => {
  it('the tunnel is closed, Twilio’s list is left alone, and leases run on', async () => {
    const { app, clock, twilio, lease, to } = await paused({ environment: { reception: 'polling', publicUrl: null } });
    const asked = twilio.calls.length;
    twilio.inbound.push(smsOf({ to }, clock));
    await clock.advance(10 * minute);
    await app.wake();
    expect(app.state()).toMatchObject({ tunnel: { state: 'off', url: null }, polling: false, messages: [] });
    expect(twilio.calls.slice(asked).filter((call) => call.startsWith('messages'))).toEqual([]);
    expect(app.lease(lease.id).state).toBe('active');
  });

  it('since when is told, and a second pause does not move that', async () => {
    const { app, clock } = await paused();
    const { pausedSince } = app.state();
    expect(pausedSince).toBe(new Date(clock.now()).toISOString());
    await clock.advance(minute);
    await app.requests['reception.pause']({ paused: true });
    expect(app.state().pausedSince).toBe(pausedSince);
  });

  it('a webhook that still comes is refused and not half shown; it is there when reception is resumed', async () => {
    const { app, clock, twilio, sms, gate, lease, to } = await paused();
    const late = smsOf({ to }, clock);
    await expect(gate.receive(late)).rejects.toMatchObject({ failure: { code: 'RECEPTION_PAUSED' } });
    expect((await app.listMessages({ limit: 10 })).messages).toEqual([]);
    twilio.inbound.push(late);
    await settle(app.requests['reception.pause']({ paused: false }));
    expect(app.state().messages).toMatchObject([{ sid: late.sid, leaseId: lease.id, source: 'backfill' }]);
    expect(await sms(late), 'Twilio tries again').toBe('duplicate');
    expect(app.state().messages).toHaveLength(1);
  });

  it('who waits for a code, or begins to, is told instead of waiting for nothing', async () => {
    const { app, sms, lease, to } = await paused();
    const wait = () => app.waitFor({ target: { leaseId: lease.id }, awaited: 'code', timeoutMs: 30_000 });
    expect(await wait()).toEqual({ kind: 'paused' });
    await settle(app.requests['reception.pause']({ paused: false }));
    const waiting = wait();
    await settle();
    await app.requests['reception.pause']({ paused: true });
    expect(await waiting).toEqual({ kind: 'paused' });
    await settle(app.requests['reception.pause']({ paused: false }));
    await sms({ to });
    await app.requests['reception.pause']({ paused: true });
    expect(await wait(), 'a code that is there is given').toMatchObject({ kind: 'came', message: { code: '482913' } });
  });

  it('the list is not read by hand either, and why a code is late is plain', async () => {
    const { app, lease } = await paused();
    const refused = { failure: { code: 'RECEPTION_PAUSED', retryable: true } };
    await expect(app.requests['messages.check']({ lease: lease.id })).rejects.toMatchObject(refused);
    await expect(app.requests['messages.check']({})).rejects.toMatchObject(refused);
    await expect(app.requests['reception.test'](undefined)).rejects.toMatchObject(refused);
    const { findings } = await app.requests['leases.diagnose']({ id: lease.id });
    expect(findings).toMatchObject([{ message: 'Reception is paused.' }]);
  });

  it('changed settings open no tunnel', async () => {
    const { app } = await paused();
    await app.requests['settings.update']({ publicUrl: 'https://other.example' });
    await app.requests['account.retry'](undefined);
    expect(app.state().tunnel.state).toBe('off');
    await app.requests['reception.pause']({ paused: false });
    expect(app.state().tunnel.state).toBe('online');
  });
});

describe('after a pause', () => {
  it('each message of meanwhile is there once, attached to the lease that had the number then', async () => {
    const { app, clock, twilio, lease, to, take } = await paused({ settings: { policy: 'keep' } }, 60);
    const first = smsOf({ to, body: 'Your code is 111222' }, clock);
    await clock.advance(5 * minute);
    expect(app.lease(lease.id).state).toBe('idle');
    const second = await take({ ttlSeconds: 3_600 });
    expect(second.number).toBe(to);
    await clock.advance(minute);
    twilio.inbound.push(first, smsOf({ to, body: 'Your code is 333444' }, clock));
    await app.requests['reception.pause']({ paused: false });
    await clock.advance(minute);
    expect(app.state().messages).toHaveLength(2);
    expect(app.lease(lease.id).latestCode?.code).toBe('111222');
    expect(app.lease(second.id).latestCode?.code).toBe('333444');
  });

  it('of nine days nothing is missing, also of a number that went back meanwhile', async () => {
    const { app, clock, twilio, lease, to } = await paused({}, 60);
    await clock.advance(30_000);
    const early = smsOf({ to }, clock);
    await clock.sleepThrough(9);
    expect(app.lease(lease.id).state).toBe('released');
    twilio.inbound.push(early);
    twilio.failNext('messagesSince', unreachable());
    await app.requests['reception.pause']({ paused: false });
    await clock.advance(minute);
    expect(app.lease(lease.id).latestCode?.code).toBe('482913');
  });

  it('that a restart ends, what came is read at the start', async () => {
    const { clock, twilio, lease, to, restart } = await paused({}, 60);
    await clock.advance(30_000);
    twilio.inbound.push(smsOf({ to }, clock));
    const { app } = await restart(3 * day);
    expect(app.state().pausedSince).toBeNull();
    expect(app.lease(lease.id)).toMatchObject({ state: 'released', latestCode: { code: '482913' } });
  });

  it('numbers that were bought meanwhile call the webhook', async () => {
    const { app, twilio, take } = await paused();
    const { number } = await take({ ttlSeconds: 3_600 });
    await settle(app.requests['reception.pause']({ paused: false }));
    const owned = await twilio.ownedNumbers();
    expect(owned.find(({ phoneNumber }) => phoneNumber === number)?.smsUrl).toBe('https://hooks.example/webhook');
  });

  it('however fast it is switched, the last word holds', async () => {
    const { app } = await paused();
    await Promise.all([true, false, true, false, true].map((on) => app.requests['reception.pause']({ paused: on })));
    expect(app.state()).toMatchObject({ tunnel: { state: 'off' }, pausedSince: expect.any(String) as string });
    await Promise.all([false, true, false].map((on) => app.requests['reception.pause']({ paused: on })));
    expect(app.state()).toMatchObject({ tunnel: { state: 'online' }, pausedSince: null });
  });

  it('another account begins without one; without an account there is none', async () => {
    const { app } = await paused({ settings: { policy: 'keep' } });
    await app.leases.endAll();
    await app.connection.startEmulated('demo');
    expect(app.state().pausedSince).toBeNull();
    const { app: fresh } = await startCore({ environment: { credentials: null } });
    await expect(fresh.requests['reception.pause']({ paused: true })).rejects.toMatchObject({
      failure: { code: 'NOT_CONNECTED' },
    });
  });
});
