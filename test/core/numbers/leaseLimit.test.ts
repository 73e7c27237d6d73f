import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settle } from '../../fakes/manualClock.ts';
import { startCore, startLeased, type CoreApp } from '../../support/coreApp.ts';
import { codeOf, failureOf } from '../../support/failures.ts';
import { forAll } from '../../support/runs.ts';

const hour = 3_600_000;
const hourLimit = { settings: { maxLeaseSeconds: 3_600 } };

function secondsFromStart({ startedAt, expiresAt }: { startedAt: string; expiresAt: string | null }): number {
  return (Date.parse(expiresAt ?? '') - Date.parse(startedAt)) / 1000;
}

describe('a limit for leases', () => {
  it('refuses a longer one before anything is bought, and names itself', async () => {
    const { twilio, take } = await startCore(hourLimit);
    expect(await failureOf(take({ ttlSeconds: 3_601 }))).toMatchObject({
      code: 'LEASE_LIMIT',
      message: 'A lease may run for 3600 seconds at most here; 3601 were requested.',
      hint: expect.toSay('OTP_DOCK_MAX_LEASE_SECONDS'),
    });
    expect(twilio.count('purchase')).toBe(0);
    expect(secondsFromStart(await take({ ttlSeconds: 3_600 }))).toBe(3_600);
  });

  it('refuses it at once to who would wait for a number', async () => {
    const { app, take } = await startCore({ settings: { maxLeaseSeconds: 3_600, leasesAtOnce: 1 } });
    await take({ ttlSeconds: 600 });
    const waiting = take({ ttlSeconds: 3_601, waitSeconds: 300 });
    expect(await codeOf(waiting)).toBe('LEASE_LIMIT');
    expect(app.state().waiting).toEqual([]);
  });

  it('cuts the default, which nobody asked for', async () => {
    const { take } = await startCore({ settings: { maxLeaseSeconds: 60, ttlSeconds: 900 } });
    expect(secondsFromStart(await take())).toBe(60);
  });

  it('cuts an extension, and refuses one of which nothing is left', async () => {
    const { app, id } = await startLeased({ ttlSeconds: 600 }, hourLimit);
    expect(secondsFromStart(await app.leases.extend(id, 1_000))).toBe(1_600);
    expect(secondsFromStart(await app.leases.extend(id, 604_800))).toBe(3_600);
    expect(await codeOf(app.leases.extend(id, 60))).toBe('LEASE_LIMIT');
    expect(secondsFromStart(app.lease(id))).toBe(3_600);
  });

  it('refuses a pin, and says why', async () => {
    const { app, id } = await startLeased({ ttlSeconds: 600 }, hourLimit);
    expect(await failureOf(app.leases.pin(id, true))).toMatchObject({
      code: 'LEASE_LIMIT',
      message: 'A lease may run for 3600 seconds at most here, so none can be pinned.',
    });
    expect(app.lease(id)).toMatchObject({ pinned: false });
  });

  it('of the environment wins over that of Settings, and is told to the user interface', async () => {
    const { app, take } = await startCore({ ...hourLimit, environment: { maxLeaseSeconds: 120 } });
    expect(await codeOf(take({ ttlSeconds: 121 }))).toBe('LEASE_LIMIT');
    expect(app.state().fixed.maxLeaseSeconds).toBe(120);
    await app.requests['settings.update']({ maxLeaseSeconds: null });
    expect(await codeOf(take({ ttlSeconds: 121 }))).toBe('LEASE_LIMIT');
  });

  it('counts from the start of the lease, also of the time that its purchase took', async () => {
    const { app, clock, twilio, take } = await startCore({ settings: { maxLeaseSeconds: 60 } });
    const letGo = twilio.hold('purchase');
    const starting = take();
    await clock.advance(20_000);
    letGo();
    const lease = await starting;
    expect(secondsFromStart(lease)).toBe(60);
    await clock.advance(40_000);
    expect(app.lease(lease.id)).toMatchObject({ state: 'released', endReason: 'timeUp' });
  });
});

describe('a limit that is set while leases run', () => {
  it('cuts them, pinned ones too, and ends those that are older', async () => {
    const { app, clock, twilio, take } = await startCore();
    const old = await take({ ttlSeconds: 86_400 });
    await app.leases.pin(old.id, true);
    await clock.advance(2 * hour);
    const young = await take({ ttlSeconds: 86_400 });
    const pinned = await take({ ttlSeconds: 600 });
    await app.leases.pin(pinned.id, true);
    await settle(app.requests['settings.update']({ maxLeaseSeconds: 3_600 }));
    expect(app.lease(old.id)).toMatchObject({ state: 'released', endReason: 'timeUp' });
    expect(secondsFromStart(app.lease(young.id))).toBe(3_600);
    expect(app.lease(pinned.id)).toMatchObject({ pinned: false });
    expect(secondsFromStart(app.lease(pinned.id))).toBe(3_600);
    await app.requests['settings.update']({ maxLeaseSeconds: null });
    await clock.advance(hour);
    expect(twilio.owned.size).toBe(0);
  });

  it('while the host was off, by the environment, does so at the start', async () => {
    const { app, restart, id } = await startLeased({ ttlSeconds: 86_400 });
    await app.leases.pin(id, true);
    const next = await restart(0, { environment: { maxLeaseSeconds: 3_600 } });
    expect(secondsFromStart(next.app.lease(id))).toBe(3_600);
    const last = await next.restart(2 * hour);
    expect(last.app.lease(id)).toMatchObject({ endReason: 'timeUp' });
  });
});

const limits = [60, 300, 3_600];
const anyStep = fc.oneof(
  fc.record({ what: fc.constant('wait' as const), ms: fc.nat(400_000) }),
  fc.record({ what: fc.constant('sleep' as const), ms: fc.nat(4 * hour) }),
  fc.record({ what: fc.constant('set' as const), ms: fc.integer({ min: -4 * hour, max: 4 * hour }) }),
  fc.record({ what: fc.constant('limit' as const), ms: fc.constantFrom(...limits, null) }),
  fc.record({ what: fc.constant('restart' as const), ms: fc.nat(2 * hour) }),
  fc.record({ what: fc.constant('extend' as const), ms: fc.integer({ min: 1, max: 604_800 }) }),
  fc.record({ what: fc.constantFrom('start' as const, 'pin' as const, 'unpin' as const, 'beat' as const) }),
);
type Step = typeof anyStep extends fc.Arbitrary<infer S> ? S : never;

/** Does it to the newest lease; what is refused is refused. Answers the core that runs afterwards. */
async function carryOut(core: CoreApp, step: Step): Promise<CoreApp> {
  const { app, clock } = core;
  const id = app.listLeases()[0]?.id ?? 'none';
  switch (step.what) {
    case 'wait':
      await clock.advance(step.ms);
      break;
    case 'sleep':
      await clock.jump(step.ms);
      break;
    case 'set':
      await clock.set(step.ms);
      break;
    case 'limit':
      await app.requests['settings.update']({ maxLeaseSeconds: step.ms });
      break;
    case 'extend':
      await app.leases.extend(id, step.ms).catch(() => null);
      break;
    case 'pin':
    case 'unpin':
      await app.leases.pin(id, step.what === 'pin').catch(() => null);
      break;
    case 'beat':
      app.heartbeats.heard(id);
      break;
    case 'start':
      await core.take({ heartbeatSeconds: 600 }).catch(() => null);
      break;
    case 'restart':
      await clock.jump(0);
      return core.restart(step.ms);
  }
  await settle();
  return core;
}

it('no lease outlives its limit, whatever is done to it and to the clock', () =>
  forAll(20, [fc.array(anyStep, { minLength: 1, maxLength: 15 })], async (steps) => {
    let core = await startCore(hourLimit);
    await core.take({ ttlSeconds: 3_600 });
    for (const step of steps) {
      core = await carryOut(core, step);
      const limit = core.app.state().settings.maxLeaseSeconds;
      if (limit === null) continue;
      for (const lease of core.app.listLeases()) {
        if (lease.state !== 'active') continue;
        expect(lease.pinned).toBe(false);
        expect(secondsFromStart(lease)).toBeLessThanOrEqual(limit);
        expect(core.clock.now() - Date.parse(lease.startedAt)).toBeLessThan(limit * 1000);
      }
    }
    await core.app.stop();
  }));
