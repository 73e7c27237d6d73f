/** Milliseconds. */
const windowMs = 60_000;

/** How many wrong tokens a minute get an answer, from one address. */
const most = 120;

/** How many addresses are remembered; the one that began longest ago is forgotten first. */
const mostAddresses = 10_000;

export interface Refusals {
  /** Counts one; true when there were too many and the client must wait. */
  add(address: string): boolean;
  /** Whole seconds until the count restarts. */
  retryAfter(address: string): number;
}

/**
 * Counts requests without a valid token by their address, over HTTP and WebSocket together, so that whoever guesses
 * keeps no one else from being told what is wrong. Requests with one are never counted or delayed.
 */
export function countRefusals(now: () => number = Date.now): Refusals {
  /** By the beginning of their minutes, oldest first. */
  const counts = new Map<string, { begun: number; count: number }>();
  const begin = (address: string) => {
    counts.delete(address);
    const [oldest] = counts.keys();
    if (oldest !== undefined && counts.size >= mostAddresses) counts.delete(oldest);
    const fresh = { begun: now(), count: 0 };
    counts.set(address, fresh);
    return fresh;
  };
  return {
    add: (address) => {
      const known = counts.get(address);
      const isOver = !known || now() - known.begun >= windowMs || now() < known.begun;
      const own = isOver ? begin(address) : known;
      own.count += 1;
      return own.count > most;
    },
    retryAfter: (address) => {
      const { begun } = counts.get(address) ?? { begun: now() };
      return Math.max(1, Math.ceil((begun + windowMs - now()) / 1_000));
    },
  };
}
