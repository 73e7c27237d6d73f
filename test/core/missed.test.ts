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

  it('because the listener had no room is there within seconds, although the tunnel is up', async () => {
    const { app, clock, gate, log, twilio } = await startCore();
    const { number } = await app.leases.start({ requestId: 'r1' });
    expect(app.state().polling).toBe(false);
    twilio.inbound.push(smsOf({ to: number ?? '' }, clock));
    gate.mayHaveMissed();
    gate.mayHaveMissed();
    await clock.advance(1_000);
    expect(app.state()).toMatchObject({ polling: true, messages: [{ code: '482913', source: 'backfill' }] });
    expect(log.filter((line) => line.includes('no room'))).toHaveLength(1);
  });

  it('because the listener has no room is looked for until a minute after it had none', async () => {
    const { app, clock, gate, twilio } = await startCore();
    const { number } = await app.leases.start({ requestId: 'r1', ttlSeconds: 600 });
    gate.mayHaveMissed();
    await clock.advance(minute / 2);
    gate.mayHaveMissed();
    await clock.advance(minute - 10_000);
    expect(app.state().polling).toBe(true);
    twilio.inbound.push(smsOf({ to: number ?? '' }, clock));
    await clock.advance(10_000);
    expect(app.state()).toMatchObject({ polling: false, messages: [{ source: 'backfill' }] });
    await app.stop();
    expect(clock.waiting).toBe(0);
  });

  it('because the listener had no room is there in the end also when the number serves no lease', async () => {
    const { app, clock, gate, twilio } = await startCore({ settings: { policy: 'keep' } });
    const { id, number } = await app.leases.start({ requestId: 'r1' });
    await app.leases.end(id);
    await clock.advance(minute);
    gate.mayHaveMissed();
    twilio.inbound.push(smsOf({ to: number ?? '' }, clock));
    await clock.advance(minute);
    expect(app.state().messages).toMatchObject([{ source: 'backfill' }]);
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
    expect(await clock.until(app.checkMessages())).toEqual({ found: 120 });
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

describe('a history whose log was damaged', () => {
  it('has the messages that it lost read from Twilio’s list, however old they are, and says so', async () => {
    const [stored, clock, twilio] = [openHistory(':memory:'), new ManualClock(), new FakeTelephony()];
    const first = await startCore({ history: stored, clock, twilio, settings: { policy: 'keep' } });
    const { number, startedAt } = await first.app.leases.start({ requestId: 'r1' });
    await clock.advance(minute);
    twilio.inbound.push(smsOf({ to: number ?? '' }, clock));
    await clock.sleepThrough(20);
    await first.sms({ to: number ?? '' });
    const history = { ...stored, logDamage: { since: startedAt, keptIn: '/data/log' } };
    const { app, log } = await startCore({ history, clock, twilio });
    expect(app.state().messages).toHaveLength(2);
    expect(app.state().notices).toMatchObject([{ id: 'history-log-damaged', hint: expect.toSay('/data/log') }]);
    expect(log.filter((line) => line.startsWith('warn ') && line.includes('/data/log'))).toHaveLength(1);
  });

  it('has a number that it lost found again, with what came to it since it was bought', async () => {
    const [clock, twilio] = [new ManualClock(), new FakeTelephony()];
    const settings = { policy: 'keep', installation: '0a1b2c3d' } as const;
    const first = await startCore({ clock, twilio, settings });
    const { number } = await first.app.leases.start({ requestId: 'r1' });
    await clock.advance(minute);
    twilio.inbound.push(smsOf({ to: number ?? '' }, clock));
    await clock.advance(60 * minute);
    const history = {
      ...openHistory(':memory:'),
      logDamage: { since: new Date(clock.now()).toISOString(), keptIn: 'x' },
    };
    const { app } = await startCore({ history, clock, twilio, settings });
    await clock.advance(minute);
    expect(app.state().messages).toMatchObject([{ to: number, code: '482913', source: 'backfill' }]);
  });
});
