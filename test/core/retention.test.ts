import { describe, expect, it } from 'vitest';
import type { History } from '../../electron/core/ports.ts';
import { ManualClock } from '../fakes/manualClock.ts';
import { smsOf, startCore, type CoreApp, type CoreOptions } from '../support/coreApp.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const days30 = { settings: { retentionDays: 30 } };
const oneDay = { settings: { retentionDays: 1 } };

/** A core to which a message came that long ago, in an earlier run. */
async function withMessage(ageMs: number, options: CoreOptions = days30): Promise<CoreApp> {
  const before = await startCore(options);
  await before.sms({ to: '+919000000001', body: 'Your Lumora code is 482913' });
  return before.restart(ageMs, options);
}

/** Lets Twilio answer with the right time, and a round of wiping pass. */
async function pass({ answered, clock }: CoreApp, aheadMs = 0): Promise<void> {
  answered(aheadMs);
  await clock.advance(61 * minute);
}

const left = ({ app }: CoreApp) => app.state().messages.length;

describe('messages older than Settings allow', () => {
  it('are wiped, and younger ones are not', async () => {
    const [old, young] = [await withMessage(31 * day), await withMessage(29 * day)];
    const seen: string[] = [];
    old.app.on('messagesChanged', ({ deleted }) => seen.push(...deleted));
    for (const core of [old, young]) await pass(core);
    expect([left(old), left(young)]).toEqual([0, 1]);
    expect(seen).toHaveLength(1);
    expect(old.log.join('\n')).toContain('Messages older than 30 days were wiped: 1.');
  });

  it('are kept where nothing is set', async () => {
    const core = await withMessage(3_000 * day, {});
    await pass(core);
    expect(left(core)).toBe(1);
  });

  it('are wiped as the environment says, whatever Settings say', async () => {
    const core = await withMessage(31 * day, { ...days30, environment: { retentionDays: 60 } });
    await pass(core);
    expect(left(core)).toBe(1);
    await core.clock.advance(30 * day);
    expect(left(core)).toBe(0);
  });

  it('are wiped while the app runs, as they grow old', async () => {
    const core = await startCore(days30);
    await core.sms({ to: '+919000000001' });
    core.answered(0);
    await core.clock.advance(30 * day);
    expect(left(core)).toBe(1);
    await core.clock.advance(hour);
    expect(left(core)).toBe(0);
  });

  it('are wiped soon after the setting was made, but not before it could be corrected', async () => {
    const core = await withMessage(31 * day, {});
    await pass(core);
    const set = (retentionDays: number | null) => core.app.requests['settings.update']({ retentionDays });
    await set(3);
    await core.clock.advance(20_000);
    await set(60);
    await core.clock.advance(hour);
    expect(left(core)).toBe(1);
    await set(30);
    await core.clock.advance(minute);
    expect(left(core)).toBe(0);
  });

  it('are wiped while SMS are captured, where no Twilio confirms the time; those of the account are left', async () => {
    const core = await withMessage(31 * day);
    await core.app.requests['capture.start'](undefined);
    await core.captured({ to: '+14155550188' });
    await core.clock.advance(30 * day + hour);
    expect(left(core)).toBe(0);
    await core.app.requests['capture.stop'](undefined);
    expect(left(core)).toBe(1);
  });

  it('of a running lease stay until it is over', async () => {
    const core = await startCore(oneDay);
    const { id, number } = await core.take({ policy: 'keep' });
    await core.app.leases.pin(id, true);
    await core.sms({ to: number });
    core.answered(0);
    await core.clock.advance(2 * day);
    expect(core.app.lease(id).latestCode?.code).toBe('482913');
    await core.end(id);
    await core.clock.advance(61 * minute);
    expect([left(core), core.app.lease(id).latestCode]).toEqual([0, null]);
  });

  it('are not fetched from Twilio’s list again', async () => {
    const core = await startCore(oneDay);
    const { id, number } = await core.take({ policy: 'keep' });
    await core.app.leases.pin(id, true);
    const sms = smsOf({ to: number }, core.clock);
    core.twilio.inbound.push(sms);
    await core.app.requests['messages.check']({});
    core.answered(0);
    await core.clock.advance(2 * day);
    expect(left(core)).toBe(1);
    await core.end(id);
    await core.clock.advance(61 * minute);
    await core.app.requests['messages.check']({ lease: id });
    expect(left(core)).toBe(0);
  });

  it('are wiped bit by bit, so that a message that comes meanwhile is stored at once', async () => {
    const before = await startCore(days30);
    for (let count = 0; count < 12; count += 1) await before.sms({ to: '+919000000001' });
    const core = await before.restart(31 * day);
    const steps: number[] = [];
    core.app.on('messagesChanged', ({ deleted }) => {
      steps.push(deleted.length);
      void core.sms({ to: '+919000000001' });
    });
    await pass(core);
    expect(steps).toEqual([5, 5, 2]);
    expect(left(core)).toBe(3);
  });

  it('are tried again after an hour where the disk refuses', async () => {
    const core = await withMessage(31 * day);
    const wipe = core.history.deleteOldMessages;
    const broken: Pick<History, 'deleteOldMessages'> = core.history;
    broken.deleteOldMessages = () => Promise.reject(new Error('disk full'));
    await pass(core);
    expect(core.log.join('\n')).toContain('Old messages could not be wiped');
    broken.deleteOldMessages = wipe;
    await core.clock.advance(hour);
    expect(left(core)).toBe(0);
  });

  it('leave no timer behind when the app has stopped', async () => {
    const core = await startCore({ ...days30, clock: new ManualClock() });
    await pass(core);
    await core.app.stop();
    expect(core.clock.waiting).toBe(0);
  });
});

describe('a wrong clock', () => {
  it('wipes nothing: until Twilio has confirmed the time, nobody knows what is old', async () => {
    const core = await withMessage(3_000 * day);
    await core.clock.advance(2 * hour);
    expect(left(core)).toBe(1);
    core.answered(0);
    await core.clock.advance(minute);
    expect(left(core)).toBe(0);
  });

  it('that is ahead at the start wipes nothing, as Twilio’s is behind it', async () => {
    const core = await withMessage(400 * day);
    await pass(core, -400 * day);
    expect(left(core)).toBe(1);
  });

  it('that jumps forward wipes nothing', async () => {
    const core = await withMessage(day);
    await pass(core);
    await core.clock.set(400 * day);
    await core.clock.advance(2 * hour);
    expect(left(core)).toBe(1);
    await core.clock.set(-400 * day);
    await pass(core);
    expect(left(core)).toBe(1);
  });

  it('of Twilio that is ahead wipes nothing that ours does not find old', async () => {
    const core = await withMessage(day);
    await pass(core, 400 * day);
    expect(left(core)).toBe(1);
  });

  it('that was behind and is put right leaves what came meanwhile its whole time', async () => {
    const core = await startCore(days30);
    await core.sms({ to: '+919000000001' });
    await core.clock.set(400 * day);
    core.answered(0);
    await core.clock.advance(30 * day);
    expect(left(core)).toBe(1);
    await core.clock.advance(hour);
    expect(left(core)).toBe(0);
  });
});
