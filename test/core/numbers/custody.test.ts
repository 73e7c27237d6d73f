import { describe, expect, it } from 'vitest';
import { unreachable } from '../../fakes/fakeTelephony.ts';
import { settle } from '../../fakes/manualClock.ts';
import { startCore } from '../../support/coreApp.ts';

const failureOf = (thrown: unknown) => (thrown as { failure: { code: string; message: string } }).failure;
const caught = (thrown: unknown) => thrown;
const elsewhere = 'https://user:secret@crm.example/sms?key=secret';

describe('a number that the account had before', () => {
  it('is not touched, and listed as none of ours', async () => {
    const core = await startCore();
    const { sid } = core.twilio.own({ phoneNumber: '+12025550100', smsUrl: elsewhere });
    const [number] = await core.app.ownedNumbers();
    expect(number).toMatchObject({ sid, state: 'foreign', origin: null, webhook: 'https://crm.example/sms' });
    expect(failureOf(await core.app.custody.release(sid).catch(caught)).code).toBe('CONFLICT');
    await core.clock.sleepThrough(40);
    expect(core.twilio.owned.get(sid)?.smsUrl).toBe(elsewhere);
  });

  it('is taken over only when its webhook may be replaced, which is named without its secrets', async () => {
    const core = await startCore();
    const { sid } = core.twilio.own({ phoneNumber: '+12025550100', smsUrl: elsewhere });
    const failure = failureOf(await core.app.custody.takeOver(sid, false).catch(caught));
    expect(failure.code).toBe('CONFLICT');
    expect(failure.message).toSay('crm.example');
    expect(failure.message).not.toSay('secret');
    expect(core.twilio.owned.get(sid)?.smsUrl).toBe(elsewhere);
  });

  it('serves leases once it is taken over, and gets its webhook back when it is let go', async () => {
    const core = await startCore({ settings: { country: 'US', type: null } });
    const { sid } = core.twilio.own({ phoneNumber: '+12025550100', smsUrl: elsewhere });
    await core.app.custody.takeOver(sid, true);
    expect(core.twilio.owned.get(sid)?.smsUrl).toBe('https://hooks.example/webhook');
    const lease = await core.app.leases.start({ requestId: 'r1' });
    expect(lease).toMatchObject({ numberSid: sid, reused: true, policy: 'keep' });
    await core.clock.advance(61_000);
    expect(core.twilio.owned.has(sid)).toBe(true);
    await core.app.custody.letGo(sid);
    expect(core.twilio.owned.get(sid)?.smsUrl).toBe(elsewhere);
    expect((await core.app.ownedNumbers())[0]?.state).toBe('foreign');
    await core.app.reconcile();
    expect(core.twilio.owned.size).toBe(1);
  });

  it('is never given back by itself', async () => {
    const core = await startCore();
    const { sid } = core.twilio.own({ phoneNumber: '+12025550100' });
    await core.app.custody.takeOver(sid, false);
    expect(failureOf(await core.app.custody.setPolicy(sid, 'renewal').catch(caught)).code).toBe('CONFLICT');
    await core.clock.sleepThrough(70);
    expect(core.twilio.owned.has(sid)).toBe(true);
  });

  it('stays taken over when its old webhook could not be put back', async () => {
    const core = await startCore();
    const { sid } = core.twilio.own({ phoneNumber: '+12025550100', smsUrl: elsewhere });
    await core.app.custody.takeOver(sid, true);
    core.twilio.failNext('setSmsSettings', unreachable());
    expect(failureOf(await core.app.custody.letGo(sid).catch(caught)).code).toBe('TWILIO_UNREACHABLE');
    await core.app.custody.letGo(sid);
    expect(core.twilio.owned.get(sid)?.smsUrl).toBe(elsewhere);
  });

  it('cannot be let go while it is leased', async () => {
    const core = await startCore({ settings: { country: 'US', type: null } });
    const { sid } = core.twilio.own({ phoneNumber: '+12025550100' });
    await core.app.custody.takeOver(sid, false);
    await core.app.leases.start({ requestId: 'r1' });
    expect(failureOf(await core.app.custody.letGo(sid).catch(caught)).code).toBe('CONFLICT');
  });
});

describe('a number of ours', () => {
  it('given back by hand ends its lease', async () => {
    const core = await startCore({ settings: { policy: 'keep' } });
    const { id, numberSid } = await core.app.leases.start({ requestId: 'r1' });
    await core.app.custody.release(numberSid ?? '');
    await settle();
    expect(core.app.lease(id).state).toBe('released');
    expect(core.twilio.owned.size).toBe(0);
  });

  it('that waits for its renewal can be kept, or given back at once', async () => {
    const core = await startCore({ settings: { policy: 'renewal' } });
    const { id, numberSid } = await core.app.leases.start({ requestId: 'r1' });
    await core.app.leases.end(id);
    await core.app.custody.setPolicy(numberSid ?? '', 'keep');
    await core.clock.sleepThrough(40);
    expect(core.twilio.owned.size).toBe(1);
    await core.app.custody.setPolicy(numberSid ?? '', 'release');
    await settle();
    expect(core.twilio.owned.size).toBe(0);
  });

  it('that does not exist is said to be unknown', async () => {
    const core = await startCore();
    const sid = `PN${'9'.repeat(32)}`;
    for (const call of [
      core.app.custody.release(sid),
      core.app.custody.letGo(sid),
      core.app.custody.takeOver(sid, true),
    ]) {
      expect(failureOf(await call.catch(caught)).code).toBe('NOT_FOUND');
    }
  });
});
