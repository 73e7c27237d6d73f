import type { Cancel, Clock } from './ports.ts';

/** How long a doubt lasts after it was last raised. Milliseconds. */
const lastsMs = 60_000;

/** Whether webhooks may be lost on their way in, although the tunnel is up. */
export class Doubt {
  readonly #clock: Clock;
  readonly #onChange: () => void;
  #until = -Infinity;
  #cancel: Cancel | null = null;

  constructor(clock: Clock, onChange: () => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  get isRaised(): boolean {
    return this.#cancel !== null;
  }

  raise(): void {
    this.#until = this.#clock.now() + lastsMs;
    if (this.#cancel) return;
    this.#wait(lastsMs);
    this.#onChange();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #wait(ms: number): void {
    this.#cancel = this.#clock.after(ms, () => {
      const left = this.#until - this.#clock.now();
      if (left > 0) return this.#wait(left);
      this.#cancel = null;
      return this.#onChange();
    });
  }
}
