import type { Lease, Message } from '../contract/state.ts';
import { iso } from '../contract/time.ts';
import type { Events } from './events.ts';
import type { CodeAfter } from './messageHistory.ts';
import type { LeaseBook } from './numbers/leaseBook.ts';
import type { Cancel, Clock, History } from './ports.ts';
import { isWanted, type WantedMessage } from './wantedMessage.ts';

/** Twilio's list gives times in whole seconds. */
const listStepMs = 1_000;

/** For how many messages the time of arrival is remembered. */
const remembered = 1_000;

export type CodeOutcome =
  | { kind: 'code'; code: string; message: Message }
  | { kind: 'timeout' }
  /** Nothing comes in while reception is paused. */
  | { kind: 'paused' }
  /** The lease is over and no code came. */
  | { kind: 'ended' };

export interface CodeWait {
  leaseId: string;
  timeoutMs: number;
  /** Only a code that came later counts. */
  after?: CodeAfter | null;
  /** Only a code from such a message; absent: from any. */
  wanted?: WantedMessage;
  signal?: AbortSignal;
}

export interface WaiterDeps {
  book: LeaseBook;
  clock: Clock;
  events: Events;
  history: Pick<History, 'newestCode'>;
  paused(): boolean;
}

interface Waiter {
  wait: CodeWait;
  resolve(outcome: CodeOutcome): void;
}

/** Those who wait for a lease's code without polling. A message wakes only the ones of its lease. */
export class Waiters {
  #deps: WaiterDeps;
  #byLease = new Map<string, Set<Waiter>>();
  /** When the newest messages came in, by SID. Milliseconds since the epoch. */
  #cameAt = new Map<string, number>();

  constructor(deps: WaiterDeps) {
    this.#deps = deps;
    const { events } = deps;
    events.on('message', (message) => this.#came(message));
    events.on('lease', ({ id, state }) => {
      if (!isOpenState(state)) for (const { resolve } of this.#of(id)) resolve({ kind: 'ended' });
    });
    events.on('state', ({ pausedSince }) => {
      if (pausedSince === null) return;
      for (const waiters of this.#byLease.values()) for (const { resolve } of waiters) resolve({ kind: 'paused' });
    });
  }

  /** Rejects with NOT_FOUND (the lease, or the message of `after`); an abort counts as a time-out. */
  async waitForCode(wait: CodeWait): Promise<CodeOutcome> {
    const { book, history, paused } = this.#deps;
    book.view(wait.leaseId);
    const watcher = this.#watch(wait);
    try {
      // The watcher listens before the disk is read, so that a code cannot slip through between the two.
      const known = await history.newestCode(wait.leaseId, earliest(wait.after), wait.wanted);
      if (known?.code && this.#isAfter(known, wait.after)) return { kind: 'code', code: known.code, message: known };
      if (!book.isOpen(wait.leaseId)) return { kind: 'ended' };
      if (paused()) return { kind: 'paused' };
      return await watcher.outcome;
    } finally {
      watcher.stop();
    }
  }

  #of(leaseId: string): Iterable<Waiter> {
    return this.#byLease.get(leaseId) ?? [];
  }

  #came(message: Message): void {
    this.#note(message);
    if (message.leaseId === null || message.code === null) return;
    const { code } = message;
    for (const { wait, resolve } of this.#of(message.leaseId))
      if (isWanted(message, wait.wanted ?? {}) && this.#isAfter(message, wait.after))
        resolve({ kind: 'code', code, message });
  }

  #note({ sid }: Message): void {
    this.#cameAt.set(sid, this.#deps.clock.now());
    for (const oldest of this.#cameAt.keys()) {
      if (this.#cameAt.size <= remembered) return;
      this.#cameAt.delete(oldest);
    }
  }

  // In Twilio's list, a message of the same second looks older than it is, so its arrival decides.
  #isAfter({ sid, receivedAt, source }: Message, after: CodeWait['after']): boolean {
    if (!after) return true;
    if ('sid' in after) return sid !== after.sid;
    const [received, at] = [Date.parse(receivedAt), Date.parse(after.at)];
    if (received >= at || source === 'webhook') return received > at;
    return received + listStepMs > at && (this.#cameAt.get(sid) ?? -Infinity) > at;
  }

  #watch(wait: CodeWait): { outcome: Promise<CodeOutcome>; stop(): void } {
    const { promise, resolve } = Promise.withResolvers<CodeOutcome>();
    const onAbort = () => resolve({ kind: 'timeout' });
    const leave = this.#join({ wait, resolve });
    const cancel = this.#deps.clock.after(wait.timeoutMs, onAbort);
    wait.signal?.addEventListener('abort', onAbort, { once: true });
    return {
      outcome: promise,
      stop: () => {
        wait.signal?.removeEventListener('abort', onAbort);
        cancel();
        leave();
      },
    };
  }

  #join(waiter: Waiter): Cancel {
    const { leaseId } = waiter.wait;
    const waiters = this.#byLease.get(leaseId) ?? new Set();
    this.#byLease.set(leaseId, waiters.add(waiter));
    return () => {
      waiters.delete(waiter);
      if (waiters.size === 0) this.#byLease.delete(leaseId);
    };
  }
}

function earliest(after: CodeWait['after']): CodeAfter | null {
  if (!after) return null;
  return 'at' in after ? { at: iso(Date.parse(after.at) - listStepMs) } : after;
}

function isOpenState(state: Lease['state']): boolean {
  return state === 'buying' || state === 'active';
}
