import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import { FakeTelephony } from '../../fakes/fakeTelephony.ts';
import { ManualClock, settle } from '../../fakes/manualClock.ts';
import { startCore } from '../../support/coreApp.ts';
import { runs } from '../../support/runs.ts';

const hour = 3_600_000;

function secondsLeft({ expiresAt }: { expiresAt: string | null }, clock: ManualClock): number {
  return (Date.parse(expiresAt ?? '') - clock.now()) / 1000;
}

describe('a clock that is set while a lease runs', () => {
  it.each([
    ['forward', hour],
    ['back', -hour],
  ])('%s neither ends nor prolongs it', async (_way, byMs) => {
    const { app, clock } = await startCore();
    const { id } = await app.leases.start({ requestId: 'r1' });
    await clock.advance(20_000);
    await clock.set(byMs);
    expect(app.lease(id).state).toBe('active');
    expect(secondsLeft(app.lease(id), clock)).toBe(40);
    await clock.advance(39_000);
    expect(app.lease(id).state).toBe('active');
    await clock.advance(1_000);
    expect(app.lease(id).state).toBe('released');
    expect(app.state().notices).toMatchObject([{ id: 'clock-set' }]);
  });

  it('any number of times leaves it its length', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: -48 * hour, max: 48 * hour }), fc.integer({ min: 0, max: 9_000 })), {
          maxLength: 6,
        }),
        async (steps) => {
          const { app, clock } = await startCore();
          const { id } = await app.leases.start({ requestId: 'r1' });
          let waited = 0;
          for (const [byMs, pauseMs] of steps) {
            await clock.set(byMs);
            await clock.advance(pauseMs);
            waited += pauseMs;
          }
          expect(secondsLeft(app.lease(id), clock)).toBeCloseTo(60 - waited / 1000);
          await clock.advance(60_000 - waited - 1);
          expect(app.lease(id).state).toBe('active');
          await clock.advance(1);
          expect(app.lease(id).state).toBe('released');
          await app.stop();
        },
      ),
      runs(10),
    );
  });

  it('leaves a lease that is over as it was', async () => {
    const { app, clock } = await startCore();
    const { id } = await app.leases.start({ requestId: 'r1' });
    await app.leases.end(id);
    await settle();
    const over = app.lease(id);
    await clock.set(-hour);
    expect(app.lease(id)).toEqual(over);
    expect(app.state().notices).toEqual([]);
  });

  it('is on disk: the next start goes on with the time that was left', async () => {
    const [history, clock, twilio] = [openHistory(':memory:'), new ManualClock(), new FakeTelephony()];
    const { app } = await startCore({ history, clock, twilio });
    const { id } = await app.leases.start({ requestId: 'r1', ttlSeconds: 600 });
    await clock.set(-hour);
    const next = await startCore({ history, clock: new ManualClock(clock.now() + 60_000), twilio });
    expect(secondsLeft(next.app.lease(id), next.clock)).toBe(540);
  });
});

it('a clock that was set back while the app was off prolongs no lease beyond its length', async () => {
  const [history, clock, twilio] = [openHistory(':memory:'), new ManualClock(), new FakeTelephony()];
  const { app } = await startCore({ history, clock, twilio });
  const { id } = await app.leases.start({ requestId: 'r1' });
  const next = await startCore({ history, clock: new ManualClock(clock.now() - 24 * hour), twilio });
  expect(secondsLeft(next.app.lease(id), next.clock)).toBe(60);
});

it('a clock that is set after the app has stopped is none of its business', async () => {
  const { app, clock } = await startCore();
  await app.stop();
  await clock.set(hour);
  expect(app.state().notices).toEqual([]);
});
