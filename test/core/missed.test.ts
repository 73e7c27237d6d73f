import { describe, expect, it, vi } from 'vitest';
import { plainError } from '../../electron/contract/errors.ts';
import { iso } from '../../electron/contract/time.ts';
import { openHistory } from '../../electron/adapters/history/sqliteHistory.ts';
import { unreachable } from '../fakes/fakeTelephony.ts';
import { settle } from '../fakes/manualClock.ts';
import { smsOf, startCore, startLeased, type CoreApp } from '../support/coreApp.ts';

const minute = 60_000;

/** A number that is kept after its lease, and how an SMS to it gets into Twilio's list alone. */
async function withKept() {
  const core = await startLeased({}, { settings: { policy: 'keep' } });
  await core.end(core.id);
  return { ...core, miss: () => core.twilio.inbound.push(smsOf({ to: core.number }, core.clock)) };
}

describe('a message that no webhook brought', () => {
  it.each([
    ['was down is there as soon as it is up again', 'degraded', ({ tunnel }: CoreApp) => tunnel({})],
    [
      'had failed is there when a person has opened it again',
      'failed',
      ({ app }: CoreApp) => settle(app.requests['account.retry'](undefined)),
    ],
  ] as const)('while the tunnel %s, marked as such', async (_what, state, open) => {
    const core = await withKept();
    await core.tunnel({ state, url: null });
    await core.clock.advance(minute);
    core.miss();
    await open(core);
    expect(core.app.state().messages).toMatchObject([{ leaseId: core.id, code: '482913', source: 'backfill' }]);
    expect(core.app.state().reception).toMatchObject({ accepted: 0, backfilled: 1 });
  });

  it('although one did, as it could not be stored, is there soon after it can be, and is looked for by one alone', async () => {
    const { app, clock, gate, history, twilio, number } = await startLeased({ ttlSeconds: 600 });
    twilio.inbound.push(smsOf({ to: number }, clock));
    const full = () => Promise.reject(plainError('STORAGE_FAILED', 'The disk is full.', 'Make room.'));
    const refusing = vi.spyOn(history, 'addMessage').mockImplementation(full);
    for (let again = 0; again < 5; again += 1) gate.refused('notStored');
    const reads = twilio.count('messagesSince');
    await clock.advance(3 * minute);
    expect(twilio.count('messagesSince') - reads).toBeLessThan(40);
    refusing.mockRestore();
    await clock.advance(10_000);
    expect(app.state().messages).toMatchObject([{ code: '482913', source: 'backfill' }]);
    const settled = twilio.count('messagesSince');
    await clock.advance(minute);
    expect(twilio.count('messagesSince')).toBe(settled);
    gate.refused('notStored');
    await app.stop();
    gate.refused('notStored');
    expect(clock.waiting).toBe(0);
  });

  it('because the listener had no room is there within seconds, although the tunnel is up', async () => {
    const { app, clock, gate, log, twilio, number } = await startLeased();
    expect(app.state().polling).toBe(false);
    twilio.inbound.push(smsOf({ to: number }, clock));
    gate.mayHaveMissed();
    gate.mayHaveMissed();
    await clock.advance(1_000);
    expect(app.state()).toMatchObject({ polling: true, messages: [{ code: '482913', source: 'backfill' }] });
    expect(log.filter((line) => line.includes('no room'))).toHaveLength(1);
  });

  it('because the listener has no room is looked for until a minute after it had none', async () => {
    const { app, clock, gate, twilio, number } = await startLeased({ ttlSeconds: 600 });
    gate.mayHaveMissed();
    await clock.advance(minute / 2);
    gate.mayHaveMissed();
    await clock.advance(minute - 10_000);
    expect(app.state().polling).toBe(true);
    twilio.inbound.push(smsOf({ to: number }, clock));
    await clock.advance(10_000);
    expect(app.state()).toMatchObject({ polling: false, messages: [{ source: 'backfill' }] });
    await app.stop();
    expect(clock.waiting).toBe(0);
  });

  it('because the listener had no room is there in the end also when the number serves no lease', async () => {
    const { app, clock, gate, miss } = await withKept();
    await clock.advance(minute);
    gate.mayHaveMissed();
    miss();
    await clock.advance(minute);
    expect(app.state().messages).toMatchObject([{ source: 'backfill' }]);
  });

  it('is looked for again when Twilio’s list could not be read', async () => {
    const { app, clock, tunnel, twilio, id, miss } = await withKept();
    await tunnel({ state: 'degraded', url: null });
    await clock.advance(minute);
    miss();
    twilio.failNext('messagesSince', unreachable(), unreachable());
    await tunnel({});
    await clock.advance(20_000);
    expect(app.state().messages).toMatchObject([{ leaseId: id }]);
  });

  it('does not keep the app from closing while Twilio is silent', async () => {
    const { app, clock, tunnel, twilio, take } = await startCore({ settings: { policy: 'keep' } });
    await take();
    await tunnel({ state: 'degraded', url: null });
    twilio.hold('messagesSince');
    await tunnel({});
    await app.stop();
    expect(clock.waiting).toBe(0);
  });

  it('while the app was off is there after its start, and finds its lease by its time', async () => {
    const { clock, twilio, take, end, restart } = await startCore({ settings: { policy: 'keep' } });
    const one = await take();
    await clock.advance(30_000);
    const early = smsOf({ to: one.number, body: 'Your code is 111222' }, clock);
    await end(one.id);
    await clock.advance(30_000);
    const two = await take({ ttlSeconds: 3_600 });
    await clock.advance(5 * minute);
    const late = smsOf({ to: two.number, body: 'Your code is 333444' }, clock);
    twilio.inbound.push(late, early);
    const { app } = await restart();
    expect(two.numberSid).toBe(one.numberSid);
    expect(app.lease(one.id).latestCode?.code).toBe('111222');
    expect(app.lease(two.id).latestCode?.code).toBe('333444');
  });

  it('in the last moment of a lease is found when the lease is over', async () => {
    const { app, clock, twilio, id, number } = await startLeased();
    await clock.advance(59_000);
    const last = smsOf({ to: number }, clock);
    await clock.advance(10_000);
    // It shows up in the list when the lease has been over for a while.
    twilio.inbound.push(last);
    await clock.advance(15_000);
    expect(app.lease(id).latestCode?.code).toBe('482913');
  });

  it('is found in a long list, which is taken in with pauses', async () => {
    const { app, clock, twilio, number } = await startLeased();
    twilio.inbound.push(...Array.from({ length: 120 }, () => smsOf({ to: number }, clock)));
    expect(await clock.until(app.requests['messages.check']({}))).toEqual({ found: 120 });
  });

  it('to a number of somebody else on the account is left alone', async () => {
    const { app, clock, twilio, take } = await startCore();
    await take();
    twilio.inbound.push(smsOf({ to: '+12025550199' }, clock));
    await app.requests['messages.check']({});
    expect(app.state().messages).toEqual([]);
  });

  it('comes once, however it comes', async () => {
    const { app, clock, gate, twilio, id, number } = await startLeased();
    const sms = smsOf({ to: number }, clock);
    twilio.inbound.push(sms);
    await gate.receive(sms);
    expect(await app.requests['messages.check']({ lease: id })).toEqual({ found: 0 });
    expect(app.state().messages).toMatchObject([{ source: 'webhook' }]);
  });

  it('counts once among what was pushed, however often Twilio sends it', async () => {
    const { app, clock, gate, number } = await startLeased();
    const sms = smsOf({ to: number }, clock);
    await gate.receive(sms);
    await clock.advance(2_000);
    await gate.receive(sms);
    expect(app.state().reception).toMatchObject({ accepted: 1, lastWebhookAt: iso(clock.now()) });
  });
});

it.each([
  ['the system tells of', true],
  ['the clock tells of', false],
])('a lease that ran out during a sleep that %s is ended, its last messages are fetched', async (_what, isTold) => {
  const { app, clock, twilio, id, number } = await startLeased();
  await clock.advance(50_000);
  const last = smsOf({ to: number }, clock);
  twilio.inbound.push(last);
  await clock.jump(8 * 60 * minute);
  if (isTold) await app.wake();
  await clock.advance(0);
  expect(app.lease(id)).toMatchObject({ state: 'released', latestCode: { code: '482913', messageSid: last.sid } });
  expect(app.state().messages).toMatchObject([{ leaseId: id, source: 'backfill' }]);
  expect(twilio.owned.size).toBe(0);
});

describe('a history whose log was damaged', () => {
  it('has the messages that it lost read from Twilio’s list, however old they are, and says so', async () => {
    const { clock, history, twilio, sms, take, restart } = await startCore({ settings: { policy: 'keep' } });
    const { number, startedAt } = await take();
    await clock.advance(minute);
    twilio.inbound.push(smsOf({ to: number }, clock));
    await clock.sleepThrough(20);
    await sms({ to: number });
    const logDamage = { since: startedAt, keptIn: '/data/log' };
    const { app, log } = await restart(0, { history: { ...history, logDamage } });
    expect(app.state().messages).toHaveLength(2);
    expect(app.state().notices).toMatchObject([{ id: 'history-log-damaged', hint: expect.toSay('/data/log') }]);
    expect(log.filter((line) => line.startsWith('warn ') && line.includes('/data/log'))).toHaveLength(1);
  });

  it('has a number that it lost found again, with what came to it since it was bought', async () => {
    const first = await startCore({ settings: { policy: 'keep' } });
    const { number } = await first.take();
    await first.clock.advance(minute);
    first.twilio.inbound.push(smsOf({ to: number }, first.clock));
    await first.clock.advance(60 * minute);
    const logDamage = { since: iso(first.clock.now()), keptIn: 'x' };
    const { app, clock } = await first.restart(0, { history: { ...openHistory(':memory:'), logDamage } });
    await clock.advance(minute);
    expect(app.state().messages).toMatchObject([{ to: number, code: '482913', source: 'backfill' }]);
  });
});
