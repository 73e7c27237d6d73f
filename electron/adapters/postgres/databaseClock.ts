import type { Cancel, Clock } from '../../core/ports.ts';

/** A database's clock that moves by more was set; less is a correction of a clock that runs fast or slow. Milliseconds. */
const setFromMs = 2_500;

/** A difference this large is worth putting right. Milliseconds. */
const tellFromMs = 2_000;

/**
 * The database's clock, which all hosts share: the end of a lease that one host wrote down is the same instant for the
 * next one, whatever the clocks of both say. It is this host's own clock with the difference added, for which each
 * answer of the database gives bounds.
 */
export class DatabaseClock implements Clock {
  readonly #own: Clock;
  readonly #onDifference: (aheadMs: number) => void;
  readonly #listeners = new Set<(byMs: number) => void>();
  /** The database's time minus ours; null until it has answered. */
  #difference: number | null = null;
  #isTold = false;

  /** `onDifference` hears once how far our own clock is ahead, if it is far off. */
  constructor(own: Clock, onDifference: (aheadMs: number) => void = () => undefined) {
    this.#own = own;
    this.#onDifference = onDifference;
    // The database's clock was not set.
    own.onSet((byMs) => {
      if (this.#difference !== null) this.#difference -= byMs;
    });
  }

  now(): number {
    // Ours first: it may turn out that it was set.
    const own = this.#own.now();
    return own + (this.#difference ?? 0);
  }

  after(ms: number, call: () => void): Cancel {
    return this.#own.after(ms, call);
  }

  onSet(listener: (byMs: number) => void): Cancel {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The database just answered that it was this time, to a question that took so long. Milliseconds. */
  heard(time: number, tookMs: number): void {
    const own = this.#own.now();
    const [least, most] = [time - own, time - own + tookMs];
    const before = this.#difference;
    if (before !== null && before > least - 1 && before < most + 1) return;
    this.#difference = Math.round((least + most) / 2);
    const byMs = this.#difference - (before ?? this.#difference);
    if (Math.abs(byMs) > setFromMs) for (const listener of [...this.#listeners]) listener(byMs);
    this.#tell(-this.#difference);
  }

  #tell(aheadMs: number): void {
    if (this.#isTold || Math.abs(aheadMs) < tellFromMs) return;
    this.#isTold = true;
    this.#onDifference(aheadMs);
  }
}
