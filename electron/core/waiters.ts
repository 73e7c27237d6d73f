import type { Lease, Message } from '../contract/state.ts';
import { Arrivals } from './arrivals.ts';
import type { Events } from './events.ts';
import type { Cancel, History } from './ports.ts';
import { WaitRules, type Counts, type Wait, type WaitRulesDeps, type WaitTarget } from './waits.ts';

export type WaitOutcome =
  /** For a code, the message has one. */
  | { kind: 'came'; message: Message }
  | { kind: 'timeout' }
  /** Nothing comes in while reception is paused. */
  | { kind: 'paused' }
  /** The lease is over and nothing came. */
  | { kind: 'ended' };

export interface WaiterDeps extends Omit<WaitRulesDeps, 'arrivals'> {
  events: Events;
  history: Pick<History, 'findMessage' | 'message'>;
  paused(): boolean;
}

interface Waiter {
  counts: Counts;
  resolve(outcome: WaitOutcome): void;
}

/** Those who wait for a code or a message without polling. A message wakes only those of its lease and its number. */
export class Waiters {
  readonly #deps: WaiterDeps;
  readonly #arrivals: Arrivals;
  readonly #rules: WaitRules;
  readonly #byTarget = new Map<string, Set<Waiter>>();

  constructor(deps: WaiterDeps) {
    const { clock, events } = deps;
    this.#deps = deps;
    this.#arrivals = new Arrivals(clock);
    this.#rules = new WaitRules({ ...deps, arrivals: this.#arrivals });
    events.on('message', (message) => this.#came(message));
    events.on('lease', ({ id, state }) => {
      if (!isOpenState(state)) for (const { resolve } of this.#of({ leaseId: id })) resolve({ kind: 'ended' });
    });
    events.on('state', ({ pausedSince }) => {
      if (pausedSince === null) return;
      for (const waiters of this.#byTarget.values()) for (const { resolve } of waiters) resolve({ kind: 'paused' });
    });
  }

  /**
   * Without `after`, the newest that is there counts; by number, only one of the last ten minutes and of the lease that
   * runs. With `after`, it is the newest code, or the first message, that came later. Rejects with NOT_FOUND (the
   * lease, or the message of `after`) or NOT_CONNECTED; an abort counts as a time-out.
   */
  async waitFor(wait: Wait): Promise<WaitOutcome> {
    const { book, history, paused } = this.#deps;
    const { target } = wait;
    if ('leaseId' in target) book.view(target.leaseId);
    const search = this.#rules.search(wait);
    // The watcher listens before the disk is read, so that nothing can slip through between the two.
    const watcher = this.#watch(wait, await this.#rules.counts(wait));
    try {
      const message = await history.findMessage(search);
      if (message) return { kind: 'came', message };
      if ('leaseId' in target && !book.isOpen(target.leaseId)) return { kind: 'ended' };
      if (paused()) return { kind: 'paused' };
      const outcome = await watcher.outcome;
      if (outcome.kind === 'came') this.#tell(outcome.message);
      return outcome;
    } finally {
      watcher.stop();
    }
  }

  /** How many wait now. */
  get size(): number {
    return [...this.#byTarget.values()].reduce((sum, waiters) => sum + waiters.size, 0);
  }

  /** Twilio's clock may be ahead of ours. */
  #tell({ source, receivedAt }: Message): void {
    const { clock, events } = this.#deps;
    events.emit('waitAnswered', { source, ms: Math.max(0, clock.now() - Date.parse(receivedAt)) });
  }

  #of(target: WaitTarget): Iterable<Waiter> {
    return this.#byTarget.get(keyOf(target)) ?? [];
  }

  #came(message: Message): void {
    const isNew = this.#arrivals.note(message);
    const targets: WaitTarget[] = [{ number: message.to }];
    if (message.leaseId !== null) targets.push({ leaseId: message.leaseId });
    for (const target of targets)
      for (const { counts, resolve } of this.#of(target))
        if (counts(message, isNew)) resolve({ kind: 'came', message });
  }

  #watch(
    { target, timeoutMs, signal }: Wait,
    counts: Waiter['counts'],
  ): { outcome: Promise<WaitOutcome>; stop(): void } {
    const { promise, resolve } = Promise.withResolvers<WaitOutcome>();
    const onAbort = () => resolve({ kind: 'timeout' });
    const leave = this.#join(keyOf(target), { counts, resolve });
    const cancel = this.#deps.clock.after(timeoutMs, onAbort);
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) onAbort();
    return {
      outcome: promise,
      stop: () => {
        signal?.removeEventListener('abort', onAbort);
        cancel();
        leave();
      },
    };
  }

  #join(key: string, waiter: Waiter): Cancel {
    const waiters = this.#byTarget.get(key) ?? new Set();
    this.#byTarget.set(key, waiters.add(waiter));
    return () => {
      waiters.delete(waiter);
      if (waiters.size === 0) this.#byTarget.delete(key);
    };
  }
}

function keyOf(target: WaitTarget): string {
  return 'leaseId' in target ? `lease ${target.leaseId}` : `number ${target.number}`;
}

function isOpenState(state: Lease['state']): boolean {
  return state === 'buying' || state === 'active';
}
