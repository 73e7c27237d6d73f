import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { secondsLeft, startCore, startLeased } from '../../support/coreApp.ts';
import { forAll } from '../../support/runs.ts';

const hour = 3_600_000;

/** By how much the clock is set, and what passes then. */
const anySetting = fc.tuple(fc.integer({ min: -48 * hour, max: 48 * hour }), fc.integer({ min: 0, max: 9_000 }));

describe('a clock that is set while a lease runs', () => {
  it('any number of times leaves it its length', () =>
    forAll(10, [fc.array(anySetting, { maxLength: 6 })], async (steps) => {
      const { app, clock, lasts, id } = await startLeased();
      let waited = 0;
      for (const [byMs, pauseMs] of steps) {
        await clock.set(byMs);
        await clock.advance(pauseMs);
        waited += pauseMs;
      }
      expect(secondsLeft(app.lease(id), clock)).toBeCloseTo(60 - waited / 1000);
      expect(await lasts(id, 60_000 - waited)).toMatchObject({ state: 'released' });
      await app.stop();
    }));

  it('leaves a lease that is over as it was', async () => {
    const { app, clock, take, end } = await startCore();
    const { id } = await take();
    const over = await end(id);
    await clock.set(-hour);
    expect(app.lease(id)).toEqual(over);
    expect(app.state().notices).toEqual([]);
  });

  it('is told until the lease is over', async () => {
    const { app, clock, end, id } = await startLeased();
    await clock.set(-hour);
    expect(app.state().notices).toMatchObject([{ id: 'clock-set' }]);
    await end(id);
    expect(app.state().notices).toEqual([]);
  });

  it('is on disk: the next start goes on with the time that was left', async () => {
    const { clock, restart, id } = await startLeased({ ttlSeconds: 600 });
    await clock.set(-hour);
    const next = await restart(60_000);
    expect(secondsLeft(next.app.lease(id), next.clock)).toBe(540);
  });
});

it('a clock that was set back while the app was off prolongs no lease beyond its length', async () => {
  const { restart, id } = await startLeased();
  const next = await restart(-24 * hour);
  expect(secondsLeft(next.app.lease(id), next.clock)).toBe(60);
});

it('a clock that is set after the app has stopped is none of its business', async () => {
  const { app, clock } = await startCore();
  await app.stop();
  await clock.set(hour);
  expect(app.state().notices).toEqual([]);
});
