import type { Clock } from '../core/ports.ts';

/** The machine's clock and timers. Timers do not keep the process alive: an open server or window does. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms).unref();
    return () => clearTimeout(timer);
  },
};
