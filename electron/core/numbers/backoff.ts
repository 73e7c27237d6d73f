export interface Backoff {
  /** Milliseconds after the first failure; each further one doubles it. */
  firstMs: number;
  longestMs: number;
}

/**
 * How long to wait after `failures` failures (1 or more), in milliseconds: between half of the full wait and all of it,
 * so that many who were refused together do not come back together. `random`: 0 to 1.
 */
export function backoffMs({ firstMs, longestMs }: Backoff, failures: number, random: number): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 20));
  return Math.round((full * (1 + random)) / 2);
}
