import { expect, it } from 'vitest';
import { DatabaseClock } from '../../../electron/adapters/postgres/databaseClock.ts';
import { ManualClock } from '../../fakes/manualClock.ts';

/** A host whose clock is wrong by so much, and a database whose clock is right. */
function hostAhead(byMs: number) {
  const database = { time: Date.parse('2026-03-01T12:00:00Z') };
  const own = new ManualClock(database.time + byMs);
  const told: number[] = [];
  const settings: number[] = [];
  const clock = new DatabaseClock(own, (aheadMs) => told.push(aheadMs));
  clock.onSet((by) => settings.push(by));
  return {
    clock,
    database,
    own,
    settings,
    told,
    /** Asks the database, whose answer was this late on its way back, of a round trip of `tookMs`. */
    ask: (tookMs = 0, lateMs = tookMs / 2) => clock.heard(database.time - lateMs, tookMs),
    wait: async (ms: number) => {
      database.time += ms;
      await own.advance(ms);
    },
  };
}

it.each([40_000, -40_000])(
  'a host whose clock is off by %i ms goes by the database’s, and says so once',
  async (by) => {
    const { ask, clock, database, settings, told, wait } = hostAhead(by);
    ask(20);
    await wait(1_000);
    ask(20);
    expect(clock.now()).toBe(database.time);
    expect([told, settings]).toEqual([[by], []]);
  },
);

it('a host whose clock is right says nothing, and does not follow answers that came late', async () => {
  const { ask, clock, database, told, wait } = hostAhead(0);
  ask(2);
  await wait(500);
  ask(1_500, 1_400);
  expect(clock.now()).toBe(database.time);
  expect(told).toEqual([]);
});

it('a host’s clock that is set does not move what the database’s clock says', async () => {
  const { ask, clock, database, own, settings } = hostAhead(0);
  ask();
  await own.set(3_600_000);
  expect(clock.now()).toBe(database.time);
  ask();
  expect([clock.now(), settings]).toEqual([database.time, []]);
});

it('a database’s clock that is set is told by as much, and one that is corrected by a second is followed', () => {
  const { ask, clock, database, settings } = hostAhead(0);
  ask();
  database.time += 60_000;
  ask();
  expect([clock.now(), settings]).toEqual([database.time, [60_000]]);
  database.time -= 1_000;
  ask();
  expect([clock.now(), settings]).toEqual([database.time, [60_000]]);
});
