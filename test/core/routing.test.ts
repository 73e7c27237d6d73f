import { describe, expect, it } from 'vitest';
import { unreachable } from '../fakes/fakeTelephony.ts';
import { settle } from '../fakes/manualClock.ts';
import { smsOf, startCore, startLeased } from '../support/coreApp.ts';

const minute = 60_000;

describe('where Twilio sends the messages', () => {
  it('is put right for every number when the public URL changes, and tried again where it fails', async () => {
    const { app, clock, tunnel, twilio, takeMany } = await startCore({ settings: { policy: 'keep' } });
    await takeMany(10);
    await app.leases.endAll();
    twilio.failNext('setSmsUrl', ...Array.from({ length: 4 }, unreachable));
    await tunnel({ url: 'https://new.example' });
    await clock.advance(5_000);
    const urls = [...twilio.owned.values()].map(({ smsUrl }) => smsUrl);
    expect(urls).toEqual(Array(10).fill('https://new.example/webhook'));
    await app.stop();
    expect(clock.waiting).toBe(0);
  });

  it('is looked at after a sleep, and put right where a URL from before is found', async () => {
    const { app, tunnel, twilio, numberSid } = await startLeased();
    await tunnel({ url: 'https://new.example' });
    await twilio.setSmsUrl(numberSid, 'https://hooks.example/webhook');
    await settle(app.wake());
    expect(twilio.owned.get(numberSid)?.smsUrl).toBe('https://new.example/webhook');
  });

  it('is looked at a minute later when there is no network yet after a sleep', async () => {
    const { app, clock, tunnel, twilio, numberSid } = await startLeased({ ttlSeconds: 3_600 });
    await tunnel({ url: 'https://new.example' });
    await twilio.setSmsUrl(numberSid, 'https://hooks.example/webhook');
    twilio.failNext('ownedNumbers', unreachable());
    await app.wake();
    await clock.advance(minute - 1);
    expect(twilio.owned.get(numberSid)?.smsUrl).toBe('https://hooks.example/webhook');
    await clock.advance(1);
    expect(twilio.owned.get(numberSid)?.smsUrl).toBe('https://new.example/webhook');
  });

  it('is not fought over when somebody else has changed it: it is shown, and the list is read at once', async () => {
    const { app, clock, tunnel, twilio, id, number, numberSid } = await startLeased({ ttlSeconds: 3_600 });
    await twilio.setSmsUrl(numberSid, 'https://theirs.example/sms');
    await app.requests['numbers.reconcile'](undefined);
    expect(app.state().polling).toBe(true);
    expect(app.state().notices).toMatchObject([{ message: expect.toSay(number) }]);
    await tunnel({ url: 'https://new.example' });
    await clock.advance(minute);
    expect(twilio.owned.get(numberSid)?.smsUrl).toBe('https://theirs.example/sms');
    expect((await app.ownedNumbers())[0]).toMatchObject({ diverted: true, webhook: 'https://theirs.example/sms' });
    twilio.inbound.push(smsOf({ to: number }, clock));
    await clock.advance(15_000);
    expect(app.lease(id).latestCode?.code).toBe('482913');
    const { findings } = await app.requests['leases.diagnose']({ id });
    expect(findings[0]?.message).toSay('changed outside OTP Dock');
  });

  it('is told as diverted until it is put right, or the number is gone', async () => {
    const { app, end, twilio, take } = await startCore();
    const [first, second] = [await take({ ttlSeconds: 3_600 }), await take({ ttlSeconds: 3_600 })];
    for (const { numberSid } of [first, second]) await twilio.setSmsUrl(numberSid, 'https://theirs.example/sms');
    await app.requests['numbers.reconcile'](undefined);
    expect(app.state().notices).toHaveLength(2);
    await twilio.setSmsUrl(first.numberSid, 'https://hooks.example/webhook');
    await app.requests['numbers.reconcile'](undefined);
    expect(app.state().notices).toMatchObject([{ message: expect.toSay(second.number) }]);
    await end(second.id);
    expect(app.state().notices).toEqual([]);
  });

  it('is no longer told of an account that was left', async () => {
    const { app, end, twilio, id, numberSid } = await startLeased({ policy: 'keep' });
    await end(id);
    await twilio.setSmsUrl(numberSid, 'https://theirs.example/sms');
    await app.requests['numbers.reconcile'](undefined);
    expect(app.state().notices).toHaveLength(1);
    await settle(app.requests['demo.start'](undefined));
    expect(app.state().notices).toEqual([]);
  });
});
