import { expect, it } from 'vitest';
import { createSystemClock } from '../../electron/adapters/systemClock.ts';

const hour = 3_600_000;

/** A machine whose clocks move only when told. */
function machine() {
  const at = { wall: Date.parse('2026-03-01T12:00:00Z'), awake: 5_000, up: 900_000 };
  const clock = createSystemClock({ wall: () => at.wall, awake: () => at.awake, up: () => at.up });
  const settings: number[] = [];
  const cancel = clock.onSet((byMs) => settings.push(byMs));
  return {
    at,
    clock,
    settings,
    cancel,
    wait(ms: number) {
      for (const name of ['wall', 'awake', 'up'] as const) at[name] += ms;
    },
    sleep(ms: number) {
      at.wall += ms;
      at.up += ms;
    },
  };
}

it('time that passes, awake or asleep, is no setting of the clock', () => {
  const { at, clock, settings, wait, sleep } = machine();
  wait(hour);
  expect(clock.now()).toBe(at.wall);
  sleep(8 * hour);
  expect(clock.now()).toBe(at.wall);
  wait(1_000);
  clock.now();
  expect(settings).toEqual([]);
});

it('sleep is none either where timers count it', () => {
  const { clock, settings, wait } = machine();
  wait(8 * hour);
  clock.now();
  expect(settings).toEqual([]);
});

it('a clock that is set is told once, before the new time is given out, forth and back', () => {
  const { at, clock, settings, wait } = machine();
  at.wall += hour;
  expect(settings).toEqual([]);
  expect(clock.now()).toBe(at.wall);
  expect(settings).toEqual([hour]);
  wait(1_000);
  clock.now();
  at.wall -= 2 * hour;
  clock.now();
  clock.now();
  expect(settings).toEqual([hour, -2 * hour]);
});

it('a clock that is set during sleep is told by as much as it was set', () => {
  const { at, clock, settings, sleep } = machine();
  sleep(8 * hour);
  at.wall += hour;
  clock.now();
  expect(settings).toEqual([hour]);
});

it('a correction of a second, or a source that is a second coarse, is left alone', () => {
  const { at, clock, settings } = machine();
  at.wall += 1_000;
  clock.now();
  at.wall -= 2_000;
  clock.now();
  expect(settings).toEqual([]);
});

it('nobody is told after taking the listener back', () => {
  const { at, cancel, clock, settings } = machine();
  cancel();
  at.wall += hour;
  clock.now();
  expect(settings).toEqual([]);
});
