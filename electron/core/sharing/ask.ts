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

/** How somebody asks. */
export interface Asking {
  /** For so long a free number is waited for; 0: not at all. Milliseconds. */
  waitMs: number;
  /** Whoever waits and goes away is not waited for. */
  signal: AbortSignal | undefined;
  onTimeUp(): void;
  onGone(): void;
}

interface Asker {
  waitMs: number;
  /** Its time is not up. */
  isPatient: boolean;
  resolve(lease: Lease): void;
  reject(error: unknown): void;
}

/** A request for a lease, and everybody who waits for its answer: the same request may be made more than once. */
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
  /** Why nothing could be bought when it was tried; null: it was not tried yet, or is to be tried anew. */
  refusal: AppError | null = null;
  /** The numbers that were idle when it was tried: they did not do. See keptNumbers.ts. */
  tried: ReadonlySet<string> = new Set();
  /** When that was, in milliseconds since the epoch. */
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

  /** Whether the same would serve both of them, and the same forbid it. */
  isLike(other: Ask): boolean {
    return other.#likeness === this.#likeness;
  }

  /** What was found out for one like it holds for it, too. */
  learn({ refusal, tried, triedAt }: Ask): void {
    Object.assign(this, { refusal, tried, triedAt });
  }

  /** Nobody is there any more. */
  get isForsaken(): boolean {
    return this.#askers.size === 0;
  }

  /** Somebody is there who came with time. */
  get isWaiter(): boolean {
    return [...this.#askers.keys()].some(({ waitMs }) => waitMs > 0);
  }

  /** Somebody is there who has time left. */
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
    // What is bought at once for somebody who does not wait is theirs: with their key they get it later.
    if (waitMs > 0) signal?.addEventListener('abort', gone, { once: true });
    this.#askers.set(asker, () => {
      cancelTimer();
      signal?.removeEventListener('abort', gone);
    });
    if (waitMs > 0 && signal?.aborted) gone();
    return promise;
  }

  /** Lets those go whose time is up. `reason`: by how long they meant to wait, in milliseconds. */
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
