import { toFailure } from '../../contract/errors.ts';
import type { Cancel, Clock, Logger, Telephony } from '../ports.ts';
import type { LeaseBook } from './leaseBook.ts';

const firstRetryMs = 2_000;
const longestRetryMs = 300_000;

export interface ReleaserDeps {
  book: LeaseBook;
  clock: Clock;
  log: Logger;
  session(): { telephony: Telephony };
}

/** Gives numbers back, and tries again until Twilio says that they are gone: each one kept costs money every month. */
export class Releaser {
  #deps: ReleaserDeps;
  #retries = new Map<string, Cancel>();
  #running = new Map<string, Promise<void>>();

  constructor(deps: ReleaserDeps) {
    this.#deps = deps;
  }

  /** Starts giving the number back; never rejects. One attempt a lease at a time. */
  release(leaseId: string): void {
    if (this.#running.has(leaseId)) return;
    const running = this.#attempt(leaseId).finally(() => this.#running.delete(leaseId));
    this.#running.set(leaseId, running);
  }

  /** Drops the waiting retries; the records on disk let the next start go on. */
  pause(): void {
    for (const cancel of this.#retries.values()) cancel();
    this.#retries.clear();
  }

  /** Resolves when the attempts under way have ended. */
  async settled(): Promise<void> {
    await Promise.all(this.#running.values());
  }

  async #attempt(leaseId: string): Promise<void> {
    const { book, clock, log } = this.#deps;
    this.#retries.get(leaseId)?.();
    this.#retries.delete(leaseId);
    try {
      const record = await book.apply(leaseId, { type: 'releaseStarted' });
      if (record?.life.state !== 'releasing') return;
      await this.#deps.session().telephony.release(record.life.holding.numberSid);
      await book.apply(leaseId, { type: 'released', at: clock.now() });
      log.info(`Gave ${record.life.holding.number} back to Twilio.`);
    } catch (thrown) {
      await this.#failed(leaseId, thrown);
    }
  }

  async #failed(leaseId: string, thrown: unknown): Promise<void> {
    const { book, clock, log } = this.#deps;
    const failure = toFailure(thrown);
    log.warn(`A number could not be given back yet, trying again: ${failure.message}`);
    await book.apply(leaseId, { type: 'releaseFailed', failure }).catch(() => null);
    const life = book.find(leaseId)?.life;
    const attempts = life?.state === 'releasing' ? life.attempts : 1;
    const wait = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(attempts - 1, 10));
    this.#retries.set(
      leaseId,
      clock.after(wait, () => this.release(leaseId)),
    );
  }
}
