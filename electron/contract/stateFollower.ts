import { withChange, type StateChange } from './change.ts';
import { toFailure, type Failure, type Result } from './errors.ts';
import type { HostBridge } from './hostBridge.ts';
import type { AppState } from './state.ts';

export interface StateListener {
  /** Returns the state to go on from, which equals the given one. */
  become(given: AppState, options: { whole: boolean }): AppState;
  /** The host did not tell its state. */
  fail(failure: Failure): void;
}

/**
 * The host's state at the other end of a bridge. It subscribes before asking for the whole state, so that it misses no
 * change in between. A change applies only to the revision that it was made from; if one is missing, the whole state is
 * requested again. After a reconnect the host may be a new one, with new revisions.
 */
export class StateFollower {
  readonly #bridge: HostBridge;
  readonly #listener: StateListener;
  #state: AppState | null = null;
  /** Changes since the whole state was requested; null when no request is running. */
  #waiting: StateChange[] | null = null;
  /** Counts requests: the answer to an outdated one is ignored. */
  #asked = 0;

  constructor(bridge: HostBridge, listener: StateListener) {
    this.#bridge = bridge;
    this.#listener = listener;
  }

  start(): void {
    this.#bridge.subscribe('stateChanged', (change) => this.#accept(change));
    this.#bridge.onStatus(() => this.#onStatus());
    this.#onStatus();
  }

  async refresh(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    this.#waiting = [];
    const answer = this.#bridge.request('state.get', undefined) as Promise<Result<AppState>>;
    const result = await answer.catch((thrown: unknown) => ({ ok: false as const, error: toFailure(thrown) }));
    if (asked !== this.#asked) return;
    if (result.ok) return this.#begin(result.value);
    // The next change will find that its revision is missing, and ask again.
    this.#waiting = null;
    this.#listener.fail(result.error);
  }

  #onStatus(): void {
    if (this.#bridge.status() === 'open') void this.refresh();
  }

  /** Takes the whole state, then the changes since it was requested, some of which it may already include. */
  #begin(state: AppState): void {
    const later = this.#waiting ?? [];
    this.#waiting = null;
    this.#state = this.#listener.become(state, { whole: true });
    for (const change of later) this.#accept(change);
  }

  #accept(change: StateChange): void {
    if (this.#waiting !== null) return void this.#waiting.push(change);
    const state = this.#state;
    if (state !== null && change.revision <= state.revision) return;
    if (state?.revision !== change.from) return void this.refresh();
    this.#state = this.#listener.become(withChange(state, change), { whole: false });
  }
}
