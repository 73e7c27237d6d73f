import pLimit from 'p-limit';
import { toFailure } from '../../contract/errors.ts';
import type { Cancel, Clock, Logger, Telephony } from '../ports.ts';
import { backoffMs } from './backoff.ts';
import { entryOf } from './entries.ts';
import type { Ledger } from './ledger.ts';
import type { NumberRecord } from './number.ts';

const retries = { firstMs: 2_000, longestMs: 300_000 };

/** Twilio refuses many requests at a time. */
const releasesAtOnce = 4;

export interface ReleaserDeps {
  ledger: Ledger;
  clock: Clock;
  log: Logger;
  random(): number;
  session(): { telephony: Telephony };
  /** A number that goes back wrongly costs money every month: told once, when it fails again and again. */
  onTrouble(number: NumberRecord): void;
}

/** How many failed attempts are an everyday matter. */
const patientAttempts = 3;

/** Gives numbers back, and tries again until Twilio says that they are gone: each one kept costs money every month. */
export class Releaser {
  #deps: ReleaserDeps;
  #slots = pLimit(releasesAtOnce);
  #retries = new Map<string, Cancel>();
  #running = new Map<string, Promise<void>>();
  #paused = false;

  constructor(deps: ReleaserDeps) {
    this.#deps = deps;
  }

  /** Starts giving the number back; never rejects. One attempt a number at a time. */
  release(numberId: string): void {
    this.#paused = false;
    if (this.#running.has(numberId)) return;
    const running = this.#slots(() => this.#attempt(numberId)).finally(() => this.#running.delete(numberId));
    this.#running.set(numberId, running);
  }

  /** Drops the waiting retries; the records on disk let the next start go on. */
  pause(): void {
    this.#paused = true;
    for (const cancel of this.#retries.values()) cancel();
    this.#retries.clear();
  }

  /** Resolves when the attempts under way have ended. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running.values());
  }

  async #attempt(numberId: string): Promise<void> {
    const { ledger } = this.#deps;
    this.#retries.get(numberId)?.();
    this.#retries.delete(numberId);
    try {
      await ledger.changeNumber(numberId, { type: 'releaseStarted' });
      const number = await ledger.changeNumber(numberId, { type: 'releaseTried' });
      if (number?.life.state !== 'releasing') return;
      await this.#deps.session().telephony.release(number.life.holding.numberSid);
      await this.#gone(number);
    } catch (thrown) {
      await this.#failed(numberId, thrown);
    }
  }

  async #gone(number: NumberRecord): Promise<void> {
    const { ledger, clock, log } = this.#deps;
    const at = clock.now();
    const lease = number.leaseId === null ? null : ledger.lease(number.leaseId);
    await ledger.changeNumber(
      number.id,
      { type: 'gone', at, how: 'released' },
      entryOf('released', number, { at, lease }),
    );
    if (number.life.state === 'releasing') log.info(`Gave ${number.life.holding.number} back to Twilio.`);
  }

  async #failed(numberId: string, thrown: unknown): Promise<void> {
    const { ledger, log } = this.#deps;
    const failure = toFailure(thrown);
    log.warn(`A number could not be given back yet, trying again: ${failure.message}`);
    await ledger.changeNumber(numberId, { type: 'releaseFailed', failure }).catch(() => null);
    const number = ledger.number(numberId);
    const attempts = number?.life.state === 'releasing' ? number.life.attempts : 1;
    if (number && attempts === patientAttempts) this.#deps.onTrouble(number);
    this.#retryLater(numberId, attempts);
  }

  #retryLater(numberId: string, attempts: number): void {
    const { clock, random } = this.#deps;
    if (this.#paused) return;
    const wait = backoffMs(retries, Math.max(1, attempts), random());
    this.#retries.set(
      numberId,
      clock.after(wait, () => this.release(numberId)),
    );
  }
}
