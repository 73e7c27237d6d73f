import type { Message } from '../contract/state.ts';
import type { Cancel, Clock } from './ports.ts';

/** For so long a deletion can be taken back: longer than a person is asked whether it was meant. */
const keptMs = 60_000;

/** Messages that were deleted a moment ago. They are nowhere but here, and nowhere when the app ends. */
export class Bin {
  #clock: Clock;
  #kept = new Map<string, { message: Message; cancel: Cancel }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(messages: Message[]): void {
    for (const message of messages) {
      const { sid } = message;
      this.#kept.get(sid)?.cancel();
      this.#kept.set(sid, { message, cancel: this.#clock.after(keptMs, () => void this.#kept.delete(sid)) });
    }
  }

  find(sids: string[]): Message[] {
    return sids.flatMap((sid) => this.#kept.get(sid)?.message ?? []);
  }

  clear(): void {
    for (const { cancel } of this.#kept.values()) cancel();
    this.#kept.clear();
  }
}
