/** Undoes a subscription or a timer; calling it twice does no harm. */
export type Cancel = () => void;

export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls once, after `ms` milliseconds. */
  after(ms: number, call: () => void): Cancel;
  /**
   * Calls when the clock turns out to have been set, forth or back, with by how much: before `now` answers by the new
   * time. The time that a machine slept does not count as set.
   */
  onSet(listener: (byMs: number) => void): Cancel;
}
