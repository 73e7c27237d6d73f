import { describe, expect, it } from 'vitest';
import { FakeTelephony, unreachable } from '../fakes/fakeTelephony.ts';
import { settle } from '../fakes/manualClock.ts';
import { smsOf, startCore } from '../support/coreApp.ts';

const minute = 60_000;

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
    expect(app.state().notices).toMatchObject([{ message: expect.toSay(number ?? '-') }]);
    tunnel({ url: 'https://new.example' });
    await clock.advance(minute);
    expect(twilio.owned.get(numberSid ?? '')?.smsUrl).toBe('https://theirs.example/sms');
    expect((await app.ownedNumbers())[0]).toMatchObject({ diverted: true, webhook: 'https://theirs.example/sms' });
    twilio.inbound.push(smsOf({ to: number ?? '' }, clock));
    await clock.advance(15_000);
    expect(app.lease(id).latestCode?.code).toBe('482913');
    const { findings } = await app.diagnose(id);
    expect(findings[0]?.message).toSay('Somebody else');
  });
});
