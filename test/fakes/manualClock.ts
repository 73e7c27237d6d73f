import type { Cancel, Clock } from '../../electron/core/ports.ts';

interface Timer {
  at: number;
  call: () => void;
}

/** A clock that moves only when a test says so. Timers run in order of time, and the work they start is awaited. */
export class ManualClock implements Clock {
  #now: number;
  #timers = new Set<Timer>();
  #onSet = new Set<(byMs: number) => void>();

  constructor(start = Date.parse('2026-03-01T12:00:00.000Z')) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, call: () => void): Cancel {
    const timer = { at: this.#now + Math.max(0, ms), call };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  onSet(listener: (byMs: number) => void): Cancel {
    this.#onSet.add(listener);
    return () => this.#onSet.delete(listener);
  }

  /** Sets the machine's clock forward or back: no time passes, and timers run when they would have anyway. */
  async set(byMs: number): Promise<void> {
    this.#now += byMs;
    for (const timer of this.#timers) timer.at += byMs;
    for (const listener of [...this.#onSet]) listener(byMs);
    await settle();
  }

  /** The number of pending timers: none may be left once everything has stopped. */
  get waiting(): number {
    return this.#timers.size;
  }

  /** Moves on by `ms` milliseconds, running what is due on the way. */
  async advance(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settle();
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.at);
      next.call();
      await settle();
    }
    this.#now = end;
  }

  /** Moves on by `ms` milliseconds while work is in progress; returns the work's result. */
  async during<T>(ms: number, work: Promise<T>): Promise<T> {
    const settled = Promise.allSettled([work]);
    await this.advance(ms);
    await settled;
    return work;
  }

  /** Runs what is due, without moving on, until work is done that takes turns of the event loop between its timers. */
  async until<T>(work: Promise<T>): Promise<T> {
    const done = work.then(
      () => true,
      () => true,
    );
    while (!(await Promise.race([done, Promise.resolve(false)]))) await this.advance(0);
    return work;
  }

  /** Like waking from sleep: the time changes at once, and each timer that is due runs once, late. */
  async jump(ms: number): Promise<void> {
    this.#now += ms;
    await settle();
    const due = [...this.#timers].filter(({ at }) => at <= this.#now).sort((a, b) => a.at - b.at);
    for (const timer of due) if (this.#timers.delete(timer)) timer.call();
    await settle();
  }

  /** Passes days on a machine that wakes only briefly each day: months go by at once. */
  async sleepThrough(days: number): Promise<void> {
    for (let day = 0; day < days; day += 1) await this.jump(86_400_000);
  }

  #next(end: number): Timer | undefined {
    return [...this.#timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
  }
}

let settling = 0;

/**
 * Runs promises that are ready, and whatever they defer to the next turn of the event loop, until nothing is deferred.
 * Waits for `work` first, and returns its result.
 */
export async function settle<T = void>(work?: T | Promise<T>): Promise<T> {
  const outcome = (await work) as T;
  do {
    settling += 1;
    await new Promise((resolve) => setImmediate(resolve));
    settling -= 1;
    // Other calls that are settling now defer only this.
  } while (process.getActiveResourcesInfo().filter((kind) => kind === 'Immediate').length > settling);
  return outcome;
}
