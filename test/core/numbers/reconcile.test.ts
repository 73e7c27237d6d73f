import { describe, expect, it } from 'vitest';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import { FakeTelephony, unreachable } from '../../fakes/fakeTelephony.ts';
import { settle } from '../../fakes/manualClock.ts';
import { startCore, startLeased } from '../../support/coreApp.ts';

const minutes = 60_000;

describe('the ledger and the account', () => {
  it('agree again when a purchase that seemed to have failed was carried out after all', async () => {
    const core = await startCore();
    const { twilio } = core;
    twilio.failNext('purchase', unreachable());
    const buy = twilio.findByFriendlyName;
    twilio.findByFriendlyName = async () => [];
    const { id, number } = await core.clock.during(5_000, core.take());
    twilio.findByFriendlyName = buy;
    // The first POST lands at last: the account has two numbers with the mark of one lease.
    const friendlyName = `otp-dock ${id} ${core.app.state().settings.installation}`;
    const late = twilio.own({ phoneNumber: '+919000000003', friendlyName });
    await core.app.leases.end(id);
    await core.clock.advance(6 * minutes);
    expect(number).toBe('+919000000001');
    expect(twilio.owned.has(late.sid)).toBe(false);
    expect(twilio.owned.size).toBe(0);
  });

  it('agree again when a failed purchase left a number behind', async () => {
    const { app, clock, twilio, take } = await startCore();
    twilio.forSale.clear();
    await take().catch(() => null);
    const { id = '' } = app.listLeases()[0] ?? {};
    twilio.own({ phoneNumber: '+919000000001', friendlyName: `otp-dock ${id} ${app.state().settings.installation}` });
    await clock.advance(6 * minutes);
    expect(twilio.owned.size).toBe(0);
  });

  it('agree again when somebody else gave a number back', async () => {
    const { app, clock, twilio, id, numberSid } = await startLeased(
      { ttlSeconds: 3_600 },
      { settings: { policy: 'keep' } },
    );
    twilio.owned.delete(numberSid);
    await clock.advance(6 * minutes);
    expect(app.lease(id).state).toBe('released');
    expect((await app.requests['ledger.list']({ limit: 5 })).entries[0]).toMatchObject({ kind: 'vanished', numberSid });
  });

  it('are not confused by a list that is cut short', async () => {
    const { app, clock, twilio, id } = await startLeased({ ttlSeconds: 3_600 }, { settings: { policy: 'keep' } });
    const list = twilio.ownedNumbers;
    twilio.ownedNumbers = async () => [];
    await clock.advance(6 * minutes);
    twilio.ownedNumbers = list;
    expect(app.lease(id).state).toBe('active');
  });

  it('agree again when Twilio still lists a number that was given back', async () => {
    const { clock, twilio, end, id, numberSid } = await startLeased();
    const owned = twilio.owned.get(numberSid);
    await end(id);
    if (owned) twilio.owned.set(owned.sid, owned);
    await clock.advance(6 * minutes);
    expect(twilio.owned.size).toBe(0);
  });

  it('leave numbers alone that another OTP Dock bought, and say so once', async () => {
    const twilio = new FakeTelephony();
    const { sid } = twilio.own({ phoneNumber: '+12025550100', friendlyName: 'otp-dock abc-1 zzzzzzzz' });
    const { app, clock } = await startCore({ twilio });
    expect(app.state().notices).toMatchObject([{ id: 'strays' }]);
    await app.requests['notices.dismiss']({ id: 'strays' });
    await clock.advance(30 * minutes);
    expect(app.state().notices).toEqual([]);
    expect((await app.ownedNumbers())[0]).toMatchObject({ sid, state: 'stray' });
    await settle(app.ownership.release(sid));
    expect(twilio.owned.size).toBe(0);
  });

  it('are told of as long as they are there, in their number', async () => {
    const twilio = new FakeTelephony();
    const strays = ['+12025550100', '+12025550101'].map((phoneNumber) =>
      twilio.own({ phoneNumber, friendlyName: `otp-dock ${phoneNumber.slice(1)} zzzzzzzz` }),
    );
    const { app } = await startCore({ twilio });
    expect(app.state().notices).toMatchObject([{ message: expect.toSay('2 numbers') }]);
    await settle(app.ownership.release(strays[0]?.sid ?? ''));
    expect(app.state().notices).toMatchObject([{ message: expect.toSay('+12025550101') }]);
    await settle(app.ownership.release(strays[1]?.sid ?? ''));
    expect(app.state().notices).toEqual([]);
  });

  it('are made anew from the account when the ledger was lost: the numbers are kept until their bill', async () => {
    const first = await startCore();
    await first.take();
    const second = await first.restart(0, { history: openHistory(':memory:') });
    expect((await second.app.ownedNumbers())[0]).toMatchObject({
      state: 'idle',
      origin: 'recovered',
      policy: 'renewal',
      country: 'IN',
      type: 'mobile',
      giveBackAt: '2026-03-31T18:00:00.000Z',
    });
    expect((await second.take({ policy: 'renewal' })).reused).toBe(true);
  });
});
