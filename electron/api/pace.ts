/** What a named token may ask on average; a burst of many is fine after a pause. */
const [perSecond, burst] = [50, 1_000];

export interface Pace {
  /** Counts one request. How many whole seconds its holder must wait first; 0 lets it through. */
  wait(holder: string): number;
}

/** Keeps one named token from taking the whole host. `now`: monotonic milliseconds. */
export function keepPace(now: () => number = () => performance.now()): Pace {
  const left = new Map<string, { requests: number; at: number }>();
  return {
    wait: (holder) => {
      const before = left.get(holder) ?? { requests: burst, at: now() };
      const requests = Math.min(burst, before.requests + ((now() - before.at) / 1_000) * perSecond);
      const isFine = requests >= 1;
      left.set(holder, { requests: isFine ? requests - 1 : requests, at: now() });
      return isFine ? 0 : Math.ceil((1 - requests) / perSecond);
    },
  };
}
