/** Undoes a subscription or a timer; calling it twice does no harm. */
export type Cancel = () => void;

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls once, after `ms` milliseconds. */
  after(ms: number, call: () => void): Cancel;
  /**
   * Calls when the clock was set forward or back, with the difference, before `now` returns the new time. Time that the
   * machine slept does not count.
   */
  onSet(listener: (byMs: number) => void): Cancel;
}
