import type { Message } from '../contract/state.ts';
import type { Cancel, Clock } from './ports.ts';

/** How long a deletion can be undone: longer than a person is offered to undo it. */
const keptMs = 60_000;

/** Recently deleted messages. They are only in memory, and gone when the app ends. */
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
