import pLimit from 'p-limit';
import { toFailure } from '../../contract/errors.ts';
import type { Sessions } from '../connection.ts';
import type { Events } from '../events.ts';
import type { Cancel, CorePorts } from '../ports.ts';
import { backoffMs } from './backoff.ts';
import { entryOf } from './entries.ts';
import type { Ledger } from './ledger.ts';
import type { NumberRecord } from './number.ts';
import { isRefusal, saidOfRelease } from './refusal.ts';
import { english } from '../../contract/words/english.ts';

const retries = { firstMs: 2_000, longestMs: 300_000 };

/** For when Twilio refuses to take the number back: it hardly ever changes its mind, but is asked again. */
const retriesOfRefused = { firstMs: 3_600_000, longestMs: 86_400_000 };

/** Twilio rejects too many requests at once. */
const releasesAtOnce = 4;

export interface ReleaserDeps {
  ports: CorePorts;
  sessions: Sessions;
  ledger: Ledger;
  events: Events;
}

/** This many failed attempts are nothing unusual. */
const patientAttempts = 3;

/** Gives numbers back, and retries until Twilio says that they are gone: each one kept costs money every month. */
export class Releaser {
  #deps: ReleaserDeps;
  #slots = pLimit(releasesAtOnce);
  #retries = new Map<string, Cancel>();
  #running = new Map<string, Promise<void>>();
  #paused = false;
  /** What was reported per number: that Twilio refuses, or only that it fails. */
  #told = new Map<string, { refused: boolean }>();

  constructor(deps: ReleaserDeps) {
    this.#deps = deps;
  }

  /** Starts giving the number back; never rejects. One attempt per number at a time. */
  release(numberId: string): void {
    this.#paused = false;
    if (this.#running.has(numberId)) return;
    const running = this.#slots(() => this.#attempt(numberId)).finally(() => this.#running.delete(numberId));
    this.#running.set(numberId, running);
  }

  /** Resumes the pending releases. A refused one that waits for its next attempt keeps waiting. */
  retryAll(): void {
    for (const { id, life } of this.#deps.ledger.numbers()) {
      if (life.state !== 'releasing') continue;
      if (!(life.problem && isRefusal(life.problem) && this.#retries.has(id))) this.release(id);
    }
  }

  /** Call with the numbers that changed: for one that is gone, whatever the reason, nothing is left to do. */
  changed(numberIds: string[]): void {
    for (const id of numberIds) {
      const number = this.#deps.ledger.number(id);
      if (!number || number.life.state === 'releasing') continue;
      this.#drop(id);
      if (this.#told.delete(id)) this.#deps.events.emit('releaseTrouble', number);
    }
  }

  /** Drops the pending retries; the next start resumes from the records on disk. */
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
    this.#drop(numberId);
    try {
      await ledger.changeNumber(numberId, { type: 'releaseStarted' });
      const number = await ledger.changeNumber(numberId, { type: 'releaseTried' });
      if (number?.life.state !== 'releasing') return;
      await this.#deps.sessions.session().telephony.release(number.life.holding.numberSid);
      await this.#gone(number);
    } catch (thrown) {
      await this.#failed(numberId, thrown);
    }
  }

  async #gone(number: NumberRecord): Promise<void> {
    const { ledger } = this.#deps;
    const { clock, log } = this.#deps.ports;
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
    const { ledger } = this.#deps;
    const { log } = this.#deps.ports;
    const attempts = attemptsOf(ledger.number(numberId));
    const failure = toFailure(thrown);
    const refused = isRefusal(failure) && attempts >= patientAttempts;
    log.warn(
      refused
        ? `Twilio refuses to take a number back; release it in the Twilio Console. ${failure.twilio?.message}`
        : `A number could not be given back yet, trying again: ${english(failure.message)}`,
    );
    const problem = refused ? saidOfRelease(failure) : failure;
    await ledger.changeNumber(numberId, { type: 'releaseFailed', failure: problem }).catch(() => null);
    if (attempts >= patientAttempts) this.#tell(numberId, refused);
    this.#retryLater(numberId, attempts, refused);
  }

  #tell(numberId: string, refused: boolean): void {
    const number = this.#deps.ledger.number(numberId);
    if (!number || this.#told.get(numberId)?.refused === refused) return;
    this.#told.set(numberId, { refused });
    this.#deps.events.emit('releaseTrouble', number);
  }

  #retryLater(numberId: string, attempts: number, refused: boolean): void {
    const { clock, random } = this.#deps.ports;
    if (this.#paused) return;
    const wait = refused
      ? backoffMs(retriesOfRefused, attempts - patientAttempts + 1, random())
      : backoffMs(retries, attempts, random());
    this.#drop(numberId);
    this.#retries.set(
      numberId,
      clock.after(wait, () => this.release(numberId)),
    );
  }

  #drop(numberId: string): void {
    this.#retries.get(numberId)?.();
    this.#retries.delete(numberId);
  }
}

function attemptsOf(number: NumberRecord | null): number {
  return number?.life.state === 'releasing' ? Math.max(1, number.life.attempts) : 1;
}
