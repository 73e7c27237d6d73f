/** Milliseconds. */
const windowMs = 60_000;

/** How many wrong tokens a minute get an answer, in total: all clients are on this machine. */
const most = 120;

export interface Refusals {
  /** Counts one; true when there were too many and the client must wait. */
  add(): boolean;
  /** Whole seconds until the count restarts. */
  retryAfter(): number;
}

/**
 * Counts requests without a valid token, over HTTP and WebSocket together. Requests with one are never counted or
 * delayed.
 */
export function countRefusals(now: () => number = Date.now): Refusals {
  let [begun, count] = [-Infinity, 0];
  return {
    add: () => {
      if (now() - begun >= windowMs || now() < begun) [begun, count] = [now(), 0];
      count += 1;
      return count > most;
    },
    retryAfter: () => Math.max(1, Math.ceil((begun + windowMs - now()) / 1_000)),
  };
}
