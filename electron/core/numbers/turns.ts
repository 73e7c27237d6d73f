import type { Clock } from '../clock.ts';

export interface TurnLimits {
  /** Per key, and for all keys together. */
  atOnce: number;
  /** A request that takes longer holds up others of its key, but no other key. Milliseconds. */
  overdueMs: number;
}

interface Running {
  key: string;
  overdue: boolean;
}

/**
 * Runs a few requests at once. The keys take turns, so that neither many requests for one key nor requests that hang
 * hold up the other keys.
 */
export class Turns {
  readonly #clock: Clock;
  readonly #limits: TurnLimits;
  readonly #running = new Set<Running>();
  /** What waits, by key; the key whose turn it is comes first. */
  readonly #waiting = new Map<string, (() => void)[]>();

  constructor(clock: Clock, limits: TurnLimits) {
    this.#clock = clock;
    this.#limits = limits;
  }

  /** Does the work when its turn comes. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const request: Running = { key, overdue: false };
    await this.#turnOf(request);
    const cancel = this.#clock.after(this.#limits.overdueMs, () => {
      request.overdue = true;
      this.#next();
    });
    try {
      return await work();
    } finally {
      cancel();
      this.#running.delete(request);
      this.#next();
    }
  }

  #turnOf(request: Running): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const start = () => {
      this.#running.add(request);
      resolve();
    };
    this.#waiting.set(request.key, [...(this.#waiting.get(request.key) ?? []), start]);
    this.#next();
    return promise;
  }

  // A key that had its turn goes to the end of the map, where this loop reaches it again.
  #next(): void {
    for (const [key, [start, ...others]] of this.#waiting) {
      if (!this.#mayStart(key)) continue;
      this.#waiting.delete(key);
      if (others.length > 0) this.#waiting.set(key, others);
      start?.();
    }
  }

  #mayStart(key: string): boolean {
    const running = [...this.#running];
    const { atOnce } = this.#limits;
    return (
      running.filter((request) => request.key === key).length < atOnce &&
      running.filter(({ overdue }) => !overdue).length < atOnce
    );
  }
}
