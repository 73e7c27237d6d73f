/** Milliseconds. */
const windowMs = 60_000;

/** So many wrong tokens are answered in a minute, from whomever: all come from this machine. */
const most = 120;

export interface Refusals {
  /** Counts one; true when there were too many, and it is time to wait. */
  add(): boolean;
  /** Whole seconds until it begins anew. */
  retryAfter(): number;
}

/**
 * Counts who came without the right token, over HTTP and as a socket together. A request with the token is never
 * counted, nor held up by those without it.
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
