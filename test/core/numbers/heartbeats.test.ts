import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startCore, startLeased } from '../../support/coreApp.ts';
import { forAll } from '../../support/runs.ts';
import { thrownFailure } from '../../support/failures.ts';

const hour = 3_600_000;
const gone = { state: 'released', endReason: 'clientGone' };

/** A lease of an hour whose client has to be heard every 30 seconds. */
async function beating(heartbeatSeconds: number | null = 30) {
  const core = await startLeased({ ttlSeconds: 3_600, heartbeatSeconds });
  return { ...core, state: () => core.app.lease(core.id).state };
}

describe('a lease with a heartbeat', () => {
  it('ends by its policy when its client has not been heard for so long, and says why', async () => {
    const { app, clock, twilio, id, log, lasts } = await beating();
    expect(app.lease(id)).toMatchObject({ heartbeatSeconds: 30, endReason: null });
    expect(await lasts(id, 30_000)).toMatchObject({ ...gone, expiresAt: new Date(clock.now()).toISOString() });
    expect(twilio.owned.size).toBe(0);
    expect(log.join('\n')).toContain(`The client of lease ${id} is not heard any more`);
  });

  it('runs on while its client is heard, and to its time at the longest', async () => {
    const { app, clock, id, lasts } = await beating();
    for (let second = 0; second < 3_580; second += 20) {
      await clock.advance(20_000);
      expect(app.heartbeats.beat(id)).toMatchObject({ state: 'active' });
    }
    expect(await lasts(id, 20_000)).toMatchObject({ state: 'released', endReason: 'timeUp' });
  });

  it('does not end while somebody waits for its code, and has its interval again afterwards', async () => {
    const { app, clock, id, state, lasts } = await beating();
    const letGo = app.heartbeats.hold(id);
    const letOtherGo = app.heartbeats.hold(id);
    await clock.advance(200_000);
    letOtherGo();
    letOtherGo();
    await clock.advance(200_000);
    expect(state()).toBe('active');
    letGo();
    expect(await lasts(id, 30_000)).toMatchObject(gone);
  });

  it('has a full interval after a restart of the host, and ends then', async () => {
    const { clock, id, restart } = await beating();
    await clock.advance(29_000);
    const { app, lasts } = await restart(20 * 60_000);
    expect(app.lease(id)).toMatchObject({ heartbeatSeconds: 30 });
    expect(await lasts(id, 30_000)).toMatchObject(gone);
  });

  it.each([
    ['a sleep, in which nobody could be heard', 30, 25_000, 20 * 60_000],
    ['its host stood still, though for a short time', 5, 0, 8_000],
  ])('has a full interval after %s', async (_what, seconds, awakeMs, asleepMs) => {
    const { clock, id, lasts } = await beating(seconds);
    await clock.advance(awakeMs);
    await clock.jump(asleepMs);
    expect(await lasts(id, seconds * 1_000)).toMatchObject(gone);
  });

  it.each([hour, -hour, 7_000, -7_000])('neither gains nor loses by a clock that is set by %i ms', async (byMs) => {
    const { clock, id, lasts } = await beating();
    await clock.advance(15_000);
    await clock.set(byMs);
    expect(await lasts(id, 15_000)).toMatchObject(gone);
  });

  it('stays while it is pinned, whoever is there, and has its interval again when it is unpinned', async () => {
    const { app, clock, id, state, lasts } = await beating();
    await app.leases.pin(id, true);
    await clock.advance(hour);
    expect(state()).toBe('active');
    await app.leases.pin(id, false);
    expect(await lasts(id, 30_000)).toMatchObject(gone);
  });

  it('says when somebody else has ended it', async () => {
    const { app, id } = await beating();
    expect(await app.leases.end(id)).toMatchObject({ endReason: 'onRequest' });
  });

  it('has its interval from when its number is there, however long the purchase took', async () => {
    const { clock, twilio, take, lasts } = await startCore();
    const letGo = twilio.hold('purchase');
    const starting = take({ ttlSeconds: 600, heartbeatSeconds: 5 });
    await clock.advance(60_000);
    letGo();
    const { id } = await starting;
    expect(await lasts(id, 5_000)).toMatchObject(gone);
  });
});

it('a lease without one runs to its end unheard', async () => {
  const { app, id, lasts } = await beating(null);
  expect(app.heartbeats.beat(id)).toMatchObject({ heartbeatSeconds: null });
  expect(await lasts(id, hour)).toMatchObject({ state: 'released', endReason: 'timeUp' });
});

it('a heartbeat of a lease that is over, or of none, is refused', async () => {
  const { app, id } = await beating();
  await app.leases.end(id);
  expect(thrownFailure(() => app.heartbeats.beat(id)).code).toBe('LEASE_ENDED');
  expect(thrownFailure(() => app.heartbeats.beat('none')).code).toBe('NOT_FOUND');
});

const anyStep = fc.record({
  what: fc.constantFrom('nothing' as const, 'beat' as const, 'set' as const, 'sleep' as const),
  afterMs: fc.nat(40_000),
  byMs: fc.integer({ min: -2 * hour, max: 2 * hour }),
});

it('is never ended while it is heard in time, and never runs on unheard, whatever the clock does', () =>
  forAll(20, [fc.array(anyStep, { maxLength: 12 })], async (steps) => {
    const { app, clock, id, state } = await beating();
    await app.leases.extend(id, 600_000);
    /** The plain account of it: for how long nobody has been heard while this machine was awake. */
    let silentMs = 0;
    for (const { what, afterMs, byMs } of steps) {
      await clock.advance(afterMs);
      silentMs += afterMs;
      expect(state()).toBe(silentMs < 30_000 ? 'active' : 'released');
      if (silentMs >= 30_000) break;
      if (what === 'beat') app.heartbeats.beat(id);
      if (what === 'set') await clock.set(byMs);
      if (what === 'sleep') await clock.jump(60_000 + Math.abs(byMs));
      if (what === 'beat' || what === 'sleep') silentMs = 0;
    }
    await app.stop();
  }));
