import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settle } from '../../fakes/manualClock.ts';
import { smsOf, startLeased } from '../../support/coreApp.ts';
import { deskFor } from '../../support/desk.ts';
import { forAll } from '../../support/runs.ts';

const kept = { policy: 'keep' } as const;
const resting = { settings: { quarantineSeconds: 30 } };

/** A desk with one kept number whose lease has just ended. */
async function withRestingNumber(options: Parameters<typeof deskFor>[0] = resting) {
  const desk = await deskFor(options);
  const first = await desk.asked('first', kept);
  await desk.close(first);
  return { ...desk, first, number: first.lease?.number ?? '' };
}

describe('a kept number that rests after its lease', () => {
  it('serves nobody until it has rested, and nothing is bought in its place', async () => {
    const { asked, clock, number, twilio } = await withRestingNumber();
    const refused = await asked('soon', kept);
    expect(refused.failure).toMatchObject({
      code: 'NO_FREE_NUMBER',
      retryable: true,
      message: expect.toSay('rests for another 30 seconds'),
      hint: expect.toSay('fresh'),
    });
    await clock.advance(29_999);
    expect((await asked('sooner', kept)).failure?.code).toBe('NO_FREE_NUMBER');
    await clock.advance(1);
    expect((await asked('later', kept)).lease).toMatchObject({ number, reused: true });
    expect(twilio.purchases).toHaveLength(1);
  });

  it('is waited for by who has time, one for each number; the next one buys', async () => {
    const { ask, clock, number, twilio } = await withRestingNumber();
    const [first, second] = [ask('a', { ...kept, waitSeconds: 60 }), ask('b', { ...kept, waitSeconds: 60 })];
    await settle();
    await settle();
    expect([first.lease, second.lease?.reused]).toEqual([undefined, false]);
    await clock.advance(30_000);
    expect(first.lease).toMatchObject({ number, reused: true });
    expect(twilio.purchases).toHaveLength(2);
  });

  it('is named when the time to wait was too short', async () => {
    const { ask, clock, twilio } = await withRestingNumber();
    const waiting = ask('a', { ...kept, waitSeconds: 10 });
    await clock.advance(10_000);
    expect(waiting.failure).toMatchObject({ code: 'NO_FREE_NUMBER', hint: expect.toSay('another 20 seconds') });
    expect(twilio.purchases).toHaveLength(1);
  });

  it('is waited for, too, where nothing can be bought', async () => {
    const { ask, clock, number } = await withRestingNumber({ ...resting, numbers: 1 });
    const waiting = [ask('a', { ...kept, waitSeconds: 600 }), ask('b', { ...kept, waitSeconds: 600 })];
    await clock.advance(30_000);
    expect(waiting.map(({ lease }) => lease?.number)).toEqual([number, undefined]);
    expect(waiting[1]?.failure).toBeUndefined();
  });

  it('stays aside while another one is free', async () => {
    const desk = await deskFor(resting);
    const [first, second] = [await desk.asked('a', kept), await desk.asked('b', kept)];
    await desk.close(first);
    await desk.clock.advance(30_000);
    await desk.close(second);
    expect((await desk.asked('c', kept)).lease).toMatchObject({ number: first.lease?.number, reused: true });
  });

  it('does not keep from buying what a kept number cannot be', async () => {
    const { asked, twilio } = await withRestingNumber();
    const wishes = [
      { ...kept, fresh: true },
      { ...kept, contains: '77777' },
    ];
    const bought = await asked('fresh', wishes[0]);
    expect(bought.lease).toMatchObject({ reused: false });
    expect((await asked('digits', wishes[1])).failure?.code).not.toBe('NO_FREE_NUMBER');
    expect(twilio.purchases.length).toBeGreaterThan(1);
  });

  it('is not replaced in the pool', async () => {
    const desk = await deskFor({ settings: { ...resting.settings, poolSize: 1 } });
    await desk.clock.advance(1_000);
    const lease = await desk.asked('a', kept);
    expect(lease.lease).toMatchObject({ reused: true });
    await desk.close(lease);
    await desk.clock.advance(10_000);
    expect((await desk.asked('b', kept)).failure?.code).toBe('NO_FREE_NUMBER');
    expect(desk.twilio.purchases).toHaveLength(1);
  });

  it('is waited for again by a request that found the free number unfit', async () => {
    const { ask, asked, close, clock, twilio } = await deskFor(resting);
    const wish = { ...kept, service: 'GitHub', fresh: true };
    const [served, unserved] = [await asked('a', wish), await asked('b', { ...kept, fresh: true })];
    await close(served);
    await clock.advance(20_000);
    await close(unserved);
    await clock.advance(10_000);
    const waiting = ask('c', { ...wish, waitSeconds: 60 });
    await clock.advance(19_999);
    expect([waiting.lease, waiting.failure]).toEqual([undefined, undefined]);
    await clock.advance(1);
    expect(waiting.lease).toMatchObject({ number: unserved.lease?.number, reused: true });
    expect(twilio.purchases).toHaveLength(2);
  });
});

describe('how long a number rests', () => {
  it('is not at all unless somebody says so', async () => {
    const { asked, number } = await withRestingNumber({});
    expect((await asked('next', kept)).lease).toMatchObject({ number, quarantineSeconds: 0 });
  });

  it('is what its lease says before Settings, and what the environment says before those', async () => {
    const { asked, clock, close, number } = await withRestingNumber({ environment: { quarantineSeconds: 5 } });
    await clock.advance(5_000);
    const shorter = await asked('shorter', { ...kept, quarantineSeconds: 0 });
    expect(shorter.lease).toMatchObject({ number, quarantineSeconds: 0 });
    await close(shorter);
    const longer = await asked('longer', { ...kept, quarantineSeconds: 60 });
    expect(longer.lease).toMatchObject({ number, quarantineSeconds: 60 });
    await close(longer);
    await clock.advance(59_999);
    expect((await asked('early', kept)).failure?.code).toBe('NO_FREE_NUMBER');
    await clock.advance(1);
    expect((await asked('due', kept)).lease).toMatchObject({ number, quarantineSeconds: 5 });
  });

  it('is shown with the number', async () => {
    const { app, clock } = await withRestingNumber();
    const [number] = await app.ownedNumbers();
    expect(number?.restsUntil).toBe(new Date(clock.now() + 30_000).toISOString());
    await clock.advance(30_000);
    expect((await app.ownedNumbers())[0]?.restsUntil).toBeNull();
  });

  it('counts from the end of the lease, also where the app was off by then', async () => {
    const { restart, number } = await startLeased({ ...kept, ttlSeconds: 60 }, resting);
    const next = await restart(75_000);
    await expect(next.take(kept)).rejects.toMatchObject({ failure: { code: 'NO_FREE_NUMBER' } });
    await next.clock.advance(15_000);
    expect((await next.take(kept)).number).toBe(number);
  });

  it('outlives a restart', async () => {
    const { number, restart } = await withRestingNumber();
    const next = await restart(10_000);
    await expect(next.take(kept)).rejects.toMatchObject({ failure: { code: 'NO_FREE_NUMBER' } });
    await next.clock.advance(20_000);
    expect((await next.take(kept)).number).toBe(number);
    expect(next.twilio.purchases).toHaveLength(1);
  });
});

describe('a clock that is wrong', () => {
  it('and set back while the app was off lets a number rest no longer than once more', async () => {
    const { number, restart } = await withRestingNumber();
    const next = await restart(-86_400_000);
    await next.clock.advance(29_999);
    await expect(next.take(kept)).rejects.toMatchObject({ failure: { code: 'NO_FREE_NUMBER' } });
    await next.clock.advance(1);
    expect((await next.take(kept)).number).toBe(number);
  });

  it.each([86_400_000, -86_400_000])('and set by %d ms meanwhile changes nothing, nor for who waits', async (byMs) => {
    const { ask, clock, number } = await withRestingNumber();
    const waiting = ask('a', { ...kept, waitSeconds: 60 });
    await clock.advance(10_000);
    await clock.set(byMs);
    await clock.advance(19_999);
    expect(waiting.lease).toBeUndefined();
    await clock.advance(1);
    expect(waiting.lease).toMatchObject({ number });
  });
});

/** A step: take one (perhaps with time to wait), end the oldest, let seconds pass, or set the clock. */
const anyStep = fc.oneof(
  fc.record({ take: fc.constantFrom(0, 20, 90) }),
  fc.constant('end' as const),
  fc.record({ pass: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ set: fc.integer({ min: -7_200_000, max: 7_200_000 }) }),
);

it('no number serves again before it has rested, whatever is asked, ended and set when', () =>
  forAll(20, [fc.array(anyStep, { maxLength: 25 })], async (steps) => {
    const desk = await deskFor({ ...resting, numbers: 3 });
    const running: string[] = [];
    const endedAt = new Map<string, number>();
    let passed = 0;
    desk.app.on('lease', ({ id, number, state }) => {
      if (state !== 'active' || number === null || running.includes(id)) return;
      running.push(id);
      expect(passed - (endedAt.get(number) ?? -Infinity)).toBeGreaterThanOrEqual(30_000);
    });
    for (const [index, step] of steps.entries()) {
      if (step === 'end') {
        const lease = desk.app.listLeases().findLast(({ state }) => state === 'active');
        if (!lease) continue;
        endedAt.set(lease.number ?? '', passed);
        await desk.end(lease.id);
      } else if ('take' in step) {
        await desk.asked(`k${index}`, { ...kept, ttlSeconds: 600_000, waitSeconds: step.take });
      } else if ('set' in step) {
        await desk.clock.set(step.set);
      } else {
        for (let seconds = 0; seconds < step.pass; seconds += 1) {
          passed += 1_000;
          await desk.clock.advance(1_000);
        }
      }
    }
    await desk.app.stop();
  }));

describe('a late message', () => {
  it('that comes while the number rests belongs to the lease before, and the next one does not see it', async () => {
    const { app, asked, clock, first, number, sms } = await withRestingNumber();
    await clock.advance(20_000);
    await sms({ to: number, body: 'Your Lumora code is 482913' });
    await clock.advance(10_000);
    const next = await asked('next', kept);
    expect(app.lease(first.lease?.id ?? '').latestCode?.code).toBe('482913');
    expect(next.lease).toMatchObject({ number, latestCode: null });
  });

  it.each(['webhook', 'list'])('that Twilio had before the next lease began is not that lease’s (%s)', async (way) => {
    const { app, asked, clock, first, number, sms, twilio } = await withRestingNumber({});
    await clock.advance(2_500);
    const sentAt = new Date(Math.floor(clock.now() / 1000) * 1000 - 1_000).toISOString();
    if (way === 'webhook') await sms({ to: number, receivedAt: sentAt });
    const next = await asked('next', kept);
    if (way === 'list') twilio.inbound.push(smsOf({ to: number, receivedAt: sentAt }, clock));
    await app.requests['messages.check']({});
    expect(app.lease(first.lease?.id ?? '').latestCode?.code).toBe('482913');
    expect(app.lease(next.lease?.id ?? '').latestCode).toBeNull();
  });
});
