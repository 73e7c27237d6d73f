import type { Message } from '../contract/state.ts';
import type { Clock } from './clock.ts';

/** Twilio's list gives times in whole seconds. */
const listStepMs = 1_000;

/** For how many messages the time of arrival is remembered. */
const remembered = 1_000;

/** The earliest time that a message which came after `at` may bear. Milliseconds since the epoch. */
export function earliestAfter(at: number): number {
  return at - listStepMs;
}

/** When messages came in. In Twilio's list, one of the same second looks older than it is, so its arrival decides. */
export class Arrivals {
  readonly #clock: Pick<Clock, 'now'>;
  /** By SID. Milliseconds since the epoch. */
  readonly #cameAt = new Map<string, number>();

  constructor(clock: Pick<Clock, 'now'>) {
    this.#clock = clock;
  }

  /** Returns whether it comes for the first time, and not because its lease or its text has become known. */
  note({ sid }: Pick<Message, 'sid'>): boolean {
    if (this.#cameAt.has(sid)) return false;
    this.#cameAt.set(sid, this.#clock.now());
    for (const oldest of this.#cameAt.keys()) {
      if (this.#cameAt.size <= remembered) break;
      this.#cameAt.delete(oldest);
    }
    return true;
  }

  /** Whether it came after an instant. Milliseconds since the epoch. */
  isAfter({ sid, receivedAt, source }: Message, at: number): boolean {
    const received = Date.parse(receivedAt);
    if (received >= at || source === 'webhook') return received > at;
    return received > earliestAfter(at) && (this.#cameAt.get(sid) ?? -Infinity) > at;
  }

  /** Whether one that just came for the first time came after a message of this time. */
  isNewAfter({ receivedAt, source }: Message, at: number): boolean {
    return source === 'webhook' || Date.parse(receivedAt) > earliestAfter(at);
  }
}
