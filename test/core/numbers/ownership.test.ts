import { describe, expect, it } from 'vitest';
import { unreachable } from '../../fakes/fakeTelephony.ts';
import { settle } from '../../fakes/manualClock.ts';
import { startCore, startLeased } from '../../support/coreApp.ts';
import { codeOf, failureOf } from '../../support/failures.ts';

const elsewhere = 'https://user:secret@crm.example/sms?key=secret';

/** A core on an account that had a number before. */
async function withForeign(before: string | null = elsewhere) {
  const core = await startCore({ settings: { country: 'US', type: null } });
  const { sid } = core.twilio.own({ phoneNumber: '+12025550100', smsUrl: before });
  return { ...core, sid, ownership: core.app.ownership, smsUrl: () => core.twilio.owned.get(sid)?.smsUrl };
}

describe('a number that the account had before', () => {
  it('is not touched, and listed as none of ours', async () => {
    const { app, clock, ownership, sid, smsUrl } = await withForeign();
    const [number] = await app.ownedNumbers();
    expect(number).toMatchObject({ sid, state: 'foreign', origin: null, webhook: 'https://crm.example/sms' });
    expect(await codeOf(ownership.release(sid))).toBe('CONFLICT');
    await clock.sleepThrough(40);
    expect(smsUrl()).toBe(elsewhere);
  });

  it('is taken over only when its webhook may be replaced, which is named without its secrets', async () => {
    const { ownership, sid, smsUrl } = await withForeign();
    const failure = await failureOf(ownership.takeOver(sid, false));
    expect(failure.code).toBe('CONFLICT');
    expect(failure.message).toSay('crm.example');
    expect(failure.message).not.toSay('secret');
    expect(smsUrl()).toBe(elsewhere);
  });

  it('serves leases once it is taken over, and gets its webhook back when it is let go', async () => {
    const { app, clock, ownership, sid, smsUrl, take, twilio } = await withForeign();
    await ownership.takeOver(sid, true);
    expect(smsUrl()).toBe('https://hooks.example/webhook');
    const lease = await take();
    expect(lease).toMatchObject({ numberSid: sid, reused: true, policy: 'keep' });
    await clock.advance(61_000);
    expect(twilio.owned.has(sid)).toBe(true);
    await ownership.letGo(sid);
    expect(smsUrl()).toBe(elsewhere);
    expect((await app.ownedNumbers())[0]?.state).toBe('foreign');
    await app.requests['numbers.reconcile'](undefined);
    expect(twilio.owned.size).toBe(1);
  });

  it('is never given back by itself', async () => {
    const { clock, ownership, sid, twilio } = await withForeign(null);
    await ownership.takeOver(sid, false);
    expect(await codeOf(ownership.setPolicy(sid, 'renewal'))).toBe('CONFLICT');
    await clock.sleepThrough(70);
    expect(twilio.owned.has(sid)).toBe(true);
  });

  it('stays taken over when its old webhook could not be put back', async () => {
    const { ownership, sid, smsUrl, twilio } = await withForeign();
    await ownership.takeOver(sid, true);
    twilio.failNext('setSmsSettings', unreachable());
    expect(await codeOf(ownership.letGo(sid))).toBe('TWILIO_UNREACHABLE');
    await ownership.letGo(sid);
    expect(smsUrl()).toBe(elsewhere);
  });

  it('cannot be let go while it is leased', async () => {
    const { ownership, sid, take } = await withForeign(null);
    await ownership.takeOver(sid, false);
    await take();
    expect(await codeOf(ownership.letGo(sid))).toBe('CONFLICT');
  });
});

describe('a number of ours', () => {
  it('given back by hand ends its lease', async () => {
    const { app, twilio, id, numberSid } = await startLeased({}, { settings: { policy: 'keep' } });
    await settle(app.ownership.release(numberSid));
    expect(app.lease(id).state).toBe('released');
    expect(twilio.owned.size).toBe(0);
  });

  it('that waits for its renewal can be kept, or given back at once', async () => {
    const { app, clock, twilio, id, numberSid } = await startLeased({}, { settings: { policy: 'renewal' } });
    await app.leases.end(id);
    await app.ownership.setPolicy(numberSid, 'keep');
    await clock.sleepThrough(40);
    expect(twilio.owned.size).toBe(1);
    await settle(app.ownership.setPolicy(numberSid, 'release'));
    expect(twilio.owned.size).toBe(0);
  });

  it('that does not exist is said to be unknown', async () => {
    const core = await startCore();
    const sid = `PN${'9'.repeat(32)}`;
    const { ownership } = core.app;
    for (const call of [ownership.release(sid), ownership.letGo(sid), ownership.takeOver(sid, true)])
      expect(await codeOf(call)).toBe('NOT_FOUND');
  });
});
