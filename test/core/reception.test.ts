import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receptionKind } from '../../electron/core/reception.ts';
import { receptionKinds } from '../../electron/contract/settings.ts';
import { unreachable } from '../fakes/fakeTelephony.ts';
import { smsOf, startCore, startLeased } from '../support/coreApp.ts';
import { forAll } from '../support/runs.ts';

describe('the way in', () => {
  it('is what the environment says, else Settings, else the best of what is known', async () => {
    expect(receptionKind(null, 'auto', 'https://x.example', 'token')).toBe('url');
    expect(receptionKind(null, 'auto', null, 'token')).toBe('ngrok');
    expect(receptionKind(null, 'auto', null, null)).toBe('polling');
    const anyEnvironment = fc.constantFrom(...receptionKinds);
    const anySetting = fc.constantFrom('auto' as const, ...receptionKinds);
    await forAll(100, [anyEnvironment, anySetting], (environment, settings) => {
      expect(receptionKind(environment, settings, 'https://x.example', 'token')).toBe(environment);
    });
  });

  it('is opened anew when ngrok is to trust other certificates', async () => {
    const { app } = await startCore();
    const { tunnel } = app.state();
    await app.requests['settings.update']({ ngrokRootCas: 'host' });
    expect(app.state().tunnel).not.toBe(tunnel);
    expect(app.state().tunnel).toEqual(tunnel);
  });

  it('changes with the settings at once', async () => {
    const { app } = await startCore();
    expect(app.state().tunnel).toMatchObject({ kind: 'url', state: 'online', url: 'https://hooks.example' });
    await app.requests['settings.update']({ reception: 'polling' });
    expect(app.state().tunnel).toMatchObject({ kind: 'polling', url: null });
  });

  it('accepts messages by the public URL from before, too', async () => {
    const { gate, tunnel } = await startCore();
    await tunnel({ url: 'https://new.example' });
    expect(gate.publicUrls()).toEqual(['https://new.example/webhook', 'https://hooks.example/webhook']);
  });

  it('points the numbers of active leases to a new public URL', async () => {
    const { twilio, tunnel, clock, numberSid } = await startLeased();
    await tunnel({ url: 'https://new.example' });
    await clock.advance(0);
    expect(twilio.owned.get(numberSid)?.smsUrl).toBe('https://new.example/webhook');
  });

  it('makes a purchase wait while it connects, but not for ever', async () => {
    const { clock, twilio, tunnel, take } = await startCore({ tunnel: { state: 'connecting', url: null } });
    const quick = take();
    await clock.advance(1_000);
    expect(twilio.purchases).toHaveLength(0);
    await tunnel({ url: 'https://hooks.example' });
    await quick;
    await tunnel({ state: 'connecting', url: null });
    const slow = take();
    await clock.advance(8_000);
    await slow;
    expect(twilio.purchases.map(({ smsUrl }) => smsUrl)).toEqual(['https://hooks.example/webhook', null]);
  });
});

describe('polling', () => {
  const minute = 60_000;
  const polling = { environment: { publicUrl: null } };

  it('finds the code while the tunnel is still connecting', async () => {
    const { app, clock, tunnel, twilio, id, number } = await startLeased();
    await tunnel({ state: 'connecting', url: null });
    twilio.inbound.push(smsOf({ to: number }, clock));
    await clock.advance(2_000);
    expect(app.lease(id).latestCode?.code).toBe('482913');
  });

  it('finds the code while a lease is active, and asks nothing otherwise', async () => {
    const { app, clock, twilio, take } = await startCore(polling);
    await clock.advance(10_000);
    expect(twilio.count('messagesTo')).toBe(0);
    const { id, number } = await take();
    twilio.inbound.push(smsOf({ to: number }, clock));
    await clock.advance(2_000);
    expect(app.state().polling).toBe(true);
    expect(app.lease(id).latestCode?.code).toBe('482913');
    expect(app.state().messages[0]?.source).toBe('backfill');
    // Its time is up, and the list is looked at once more for what came in the last moment.
    await clock.advance(90_000);
    const asked = twilio.count('messagesTo');
    await clock.advance(60_000);
    expect(twilio.count('messagesTo')).toBe(asked);
    expect(app.state().polling).toBe(false);
  });

  it('takes over while the tunnel is down, and hands back when it is up', async () => {
    const { app, clock, twilio, tunnel, id, number } = await startLeased({ ttlSeconds: 600 });
    await clock.advance(10_000);
    expect(twilio.count('messagesTo')).toBe(0);
    await tunnel({ state: 'degraded', url: null });
    twilio.inbound.push(smsOf({ to: number }, clock));
    await clock.advance(4_000);
    expect(app.lease(id).latestCode?.code).toBe('482913');
    await tunnel({});
    await clock.advance(2_000);
    const asked = twilio.count('messagesTo');
    await clock.advance(30_000);
    expect(twilio.count('messagesTo')).toBe(asked);
  });

  it('goes on for a number that was bought while the tunnel was down, until it calls the webhook', async () => {
    const { app, clock, twilio, tunnel, take } = await startCore();
    await tunnel({ state: 'degraded', url: null });
    const { id, number, numberSid } = await take({ ttlSeconds: 600 });
    twilio.failNext('setSmsUrl', unreachable());
    await tunnel({});
    twilio.inbound.push(smsOf({ to: number }, clock));
    await clock.advance(4_000);
    expect(app.lease(id).latestCode?.code).toBe('482913');
    await tunnel({});
    await clock.advance(4_000);
    expect(twilio.owned.get(numberSid)?.smsUrl).toBe('https://hooks.example/webhook');
    expect(app.state().polling).toBe(false);
  });

  /** A lease whose code is looked for in the list, and how often that is read in so many milliseconds. */
  async function polled() {
    const core = await startLeased({ ttlSeconds: 3_600 }, polling);
    const readsIn = async (ms: number) => {
      const before = core.twilio.count('messagesTo');
      await core.clock.advance(ms);
      return core.twilio.count('messagesTo') - before;
    };
    return { ...core, readsIn };
  }

  it('asks every 2 s in the first minute of a lease, and more seldom as it grows old', async () => {
    const { readsIn } = await polled();
    await readsIn(1_000);
    expect(await readsIn(20_000)).toBe(10);
    await readsIn(60_000);
    expect(await readsIn(20_000)).toBe(4);
    await readsIn(300_000);
    expect(await readsIn(60_000)).toBe(4);
  });

  it('reads half as often on battery once a lease is a minute old, and as often before', async () => {
    const { app, readsIn } = await polled();
    app.setPowerMode('saving');
    expect(await readsIn(minute)).toBeGreaterThanOrEqual(29);
    await readsIn(10_000);
    const saving = await readsIn(2 * minute);
    app.setPowerMode('full');
    const full = await readsIn(minute);
    expect(saving).toBe(12);
    expect(full).toBeGreaterThanOrEqual(12);
  });

  it('rests while the computer is about to sleep, and goes on when it wakes up', async () => {
    const { app, clock, twilio, lease, readsIn } = await polled();
    app.setPowerMode('asleep');
    expect(app.state().polling).toBe(false);
    await readsIn(1_000);
    twilio.inbound.push(smsOf({ to: lease.number }, clock));
    expect(await readsIn(5 * minute)).toBe(0);
    // The clock tells of it, or the system does.
    await app.wake();
    await readsIn(1_000);
    expect(app.lease(lease.id).latestCode?.code).toBe('482913');
    expect(app.state().polling).toBe(true);
  });

  it('slows down while Twilio does not answer, and goes on', async () => {
    const { app, clock, twilio, id, number } = await startLeased({ ttlSeconds: 600 }, polling);
    twilio.failNext('messagesTo', unreachable(), unreachable(), unreachable());
    await clock.advance(13_000);
    expect(twilio.count('messagesTo')).toBeLessThanOrEqual(3);
    twilio.inbound.push(smsOf({ to: number }, clock));
    await clock.advance(30_000);
    expect(app.lease(id).latestCode?.code).toBe('482913');
  });

  it('leaves nothing running when the app stops', async () => {
    const { app, clock, take } = await startCore(polling);
    await take();
    await clock.advance(5_000);
    await app.stop();
    expect(clock.waiting).toBe(0);
  });
});
