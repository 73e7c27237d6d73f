import type { Clock } from '../../electron/core/ports.ts';

/** How fast a clock runs, and from where. Plain data, so that another process can run the same clock. */
export interface Pace {
  /** What the clock showed at `origin`, in milliseconds since the epoch. */
  from: number;
  /** When that was by the machine's own clock. */
  origin: number;
  /** A whole number: milliseconds of the clock to one of the machine. */
  speed: number;
}

export function paceFrom(from: number, speed: number): Pace {
  return { from, origin: Date.now(), speed };
}

/** A clock that runs faster than the machine's, timers included. It goes on where another one of the same pace stands. */
export function fastClock({ from, origin, speed }: Pace): Clock {
  return {
    now: () => from + (Date.now() - origin) * speed,
    after: (ms, call) => {
      const timer = setTimeout(call, ms / speed);
      return () => clearTimeout(timer);
    },
    onSet: () => () => undefined,
  };
}
