import { uptime } from 'node:os';
import type { Clock } from '../core/ports.ts';

/** Time sources, in milliseconds. Each may start at any value. */
export interface TimeSources {
  /** The machine's clock; it can be set. */
  wall(): number;
  /** Monotonic; on most systems it stops while the machine sleeps. */
  awake(): number;
  /** Monotonic, also through sleep; read rarely, as it may be a file. */
  up(): number;
}

const machine: TimeSources = {
  wall: () => Date.now(),
  awake: () => performance.now(),
  up: () => uptime() * 1000,
};

/** Smaller jumps don't count as setting the clock: sources have whole seconds, and clocks get small corrections. */
const toleranceMs = 2_500;

/** The machine's clock and timers. Timers do not keep the process alive; an open server or window does. */
export function createSystemClock(sources: TimeSources = machine): Clock {
  const listeners = new Set<(byMs: number) => void>();
  let known = read(sources);

  function check(wall: number): void {
    const ahead = wall - known.wall - (sources.awake() - known.awake);
    if (Math.abs(ahead) <= toleranceMs) return;
    // Sleep or a set clock: only the time since boot tells which.
    const before = known;
    known = read(sources);
    const set = known.wall - before.wall - (known.up - before.up);
    if (Math.abs(set) > toleranceMs) for (const listener of [...listeners]) listener(set);
  }

  return {
    now: () => {
      const wall = sources.wall();
      check(wall);
      return wall;
    },
    after: (ms, call) => {
      const timer = setTimeout(call, ms).unref();
      return () => clearTimeout(timer);
    },
    onSet: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function read(sources: TimeSources): { wall: number; awake: number; up: number } {
  return { wall: sources.wall(), awake: sources.awake(), up: sources.up() };
}

export const systemClock: Clock = createSystemClock();
