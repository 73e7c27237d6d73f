import type { AppError } from '../../contract/errors.ts';
import type { WaitingRequest } from '../../contract/sharing.ts';
import type { Lease } from '../../contract/state.ts';
import { iso } from '../../contract/time.ts';
import type { Cancel, Clock } from '../clock.ts';
import { interrupted } from '../interrupted.ts';
import type { LeaseTerms } from '../numbers/allocate.ts';
import type { Asked } from '../numbers/asked.ts';
import type { StartInput } from '../numbers/leases.ts';
import type { Waiting } from './fairQueue.ts';

/** How one caller asks. */
export interface Asking {
  /** How long to wait for a free number, in milliseconds; 0: not at all. */
  waitMs: number;
  /** Aborted when a waiting caller goes away. */
  signal: AbortSignal | undefined;
  onTimeUp(): void;
  onGone(): void;
}

interface Asker {
  waitMs: number;
  /** Its time is not up yet. */
  isPatient: boolean;
  resolve(lease: Lease): void;
  reject(error: unknown): void;
}

/** A lease request, and everybody waiting for its answer: the same request may be made more than once. */
export class Ask implements Waiting {
  readonly key: string;
  readonly holder: string | null;
  readonly input: StartInput;
  readonly terms: LeaseTerms;
  readonly asked: Asked;
  readonly seq: number;
  /** Milliseconds since the epoch. */
  readonly since: number;
  /** As people see it. */
  readonly shown: WaitingRequest;
  /** Why nothing could be bought at the last try; null: not tried yet, or to be tried again. */
  refusal: AppError | null = null;
  /** The numbers that were idle at the last try, but did not fit. See keptNumbers.ts. */
  tried: ReadonlySet<string> = new Set();
  /** When the last try was, in milliseconds since the epoch. */
  triedAt = -Infinity;
  readonly #likeness: string;
  readonly #askers = new Map<Asker, Cancel>();

  constructor({ input, terms, asked, seq, since }: Pick<Ask, 'input' | 'terms' | 'asked' | 'seq' | 'since'>) {
    this.input = input;
    this.terms = terms;
    this.asked = asked;
    this.seq = seq;
    this.since = since;
    this.key = input.requestId;
    this.holder = input.holder ?? null;
    this.#likeness = JSON.stringify([this.holder, terms]);
    this.shown = { holder: this.holder, country: terms.country, since: iso(since) };
  }

  /** Whether the same numbers serve both, and the same limits apply. */
  isLike(other: Ask): boolean {
    return other.#likeness === this.#likeness;
  }

  /** Takes over what was found out for a similar request. */
  learn({ refusal, tried, triedAt }: Ask): void {
    Object.assign(this, { refusal, tried, triedAt });
  }

  /** Nobody waits for the answer any more. */
  get isForsaken(): boolean {
    return this.#askers.size === 0;
  }

  /** Somebody asked with time to wait. */
  get isWaiter(): boolean {
    return [...this.#askers.keys()].some(({ waitMs }) => waitMs > 0);
  }

  /** Somebody has time left. */
  get isPatient(): boolean {
    return [...this.#askers.keys()].some(({ isPatient }) => isPatient);
  }

  add(clock: Clock, { waitMs, signal, onTimeUp, onGone }: Asking): Promise<Lease> {
    const { promise, resolve, reject } = Promise.withResolvers<Lease>();
    const asker: Asker = { waitMs, isPatient: waitMs > 0, resolve, reject };
    const gone = () => {
      this.#leave(asker);
      reject(interrupted());
      onGone();
    };
    const timeUp = () => {
      asker.isPatient = false;
      onTimeUp();
    };
    const cancelTimer = waitMs > 0 ? clock.after(waitMs, timeUp) : () => undefined;
    // What is bought for somebody who does not wait stays theirs: with their key they get it later.
    if (waitMs > 0) signal?.addEventListener('abort', gone, { once: true });
    this.#askers.set(asker, () => {
      cancelTimer();
      signal?.removeEventListener('abort', gone);
    });
    if (waitMs > 0 && signal?.aborted) gone();
    return promise;
  }

  /** Refuses those whose time is up. `reason`: by how long they meant to wait, in milliseconds. */
  refuseImpatient(reason: (waitMs: number) => AppError): void {
    for (const asker of [...this.#askers.keys()]) if (!asker.isPatient) this.#end(asker).reject(reason(asker.waitMs));
  }

  resolve(lease: Lease): void {
    for (const asker of [...this.#askers.keys()]) this.#end(asker).resolve(lease);
  }

  reject(error: unknown): void {
    for (const asker of [...this.#askers.keys()]) this.#end(asker).reject(error);
  }

  #end(asker: Asker): Asker {
    this.#leave(asker);
    return asker;
  }

  #leave(asker: Asker): void {
    this.#askers.get(asker)?.();
    this.#askers.delete(asker);
  }
}
