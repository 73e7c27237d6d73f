import { withChange, type StateChange } from '../../electron/contract/change.ts';
import type { AppState } from '../../electron/contract/state.ts';
import { toFailure, type Failure } from '../../electron/contract/errors.ts';
import type { HostBridge } from '../hostBridge.ts';
import type { Client } from '../client.ts';
import { groupAnew, type MessagesOf } from './messagesOf.ts';
import { share } from './share.ts';

/** What we know about the host: its latest state, or why asking for it failed. */
export interface StoreView {
  state: AppState | null;
  failure: Failure | null;
  /** The messages by lease, newest first; a list stays the same object until one of its messages changes. */
  messagesOf: MessagesOf;
}

/**
 * The host's state in this window. It subscribes before asking for the whole state, so that it misses no change in
 * between. A change applies only to the revision that it was made from; if one is missing, the whole state is requested
 * again. After a reconnect the host may be a new one, with new revisions.
 */
export class AppStore {
  readonly #bridge: HostBridge;
  readonly #client: Client;
  readonly #listeners = new Set<() => void>();
  #view: StoreView = { state: null, failure: null, messagesOf: new Map() };
  /** Changes since the whole state was requested; null when no request is running. */
  #waiting: StateChange[] | null = null;
  #isTelling = false;
  /** Counts requests: the answer to an outdated one is ignored. */
  #asked = 0;

  constructor(bridge: HostBridge, client: Client) {
    this.#bridge = bridge;
    this.#client = client;
  }

  readonly view = (): StoreView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  start(): void {
    this.#bridge.subscribe('stateChanged', (change) => this.#accept(change));
    this.#bridge.onStatus(() => this.#onStatus());
    this.#onStatus();
  }

  /** Asks for the whole state; a failure is kept in the view. */
  async refresh(): Promise<void> {
    this.#asked += 1;
    const asked = this.#asked;
    this.#waiting = [];
    try {
      const state = await this.#client.call('state.get');
      if (asked === this.#asked) this.#begin(state);
    } catch (thrown) {
      if (asked === this.#asked) this.#fail(toFailure(thrown));
    }
  }

  #onStatus(): void {
    if (this.#bridge.status() === 'open') void this.refresh();
  }

  /** Takes the whole state, then the changes since it was requested, some of which it may already include. */
  #begin(state: AppState): void {
    const later = this.#waiting ?? [];
    this.#waiting = null;
    this.#become(state);
    for (const change of later) this.#accept(change);
  }

  /** The next change will find that its revision is missing, and ask again. */
  #fail(failure: Failure): void {
    this.#waiting = null;
    this.#show({ ...this.#view, failure });
  }

  #accept(change: StateChange): void {
    if (this.#waiting !== null) return void this.#waiting.push(change);
    const { state } = this.#view;
    if (state !== null && change.revision <= state.revision) return;
    if (state?.revision === change.from) this.#become(withChange(state, change));
    else void this.refresh();
  }

  #become(given: AppState): void {
    const before = this.#view;
    const state = share(before.state, given);
    const messagesOf = groupAnew(before.messagesOf, before.state?.messages ?? [], state.messages);
    this.#show({ state, failure: null, messagesOf });
  }

  /** Its listeners are told once of all that comes in one go: in a burst, they are thousands and the changes dozens. */
  #show(view: StoreView): void {
    this.#view = view;
    if (this.#isTelling) return;
    this.#isTelling = true;
    queueMicrotask(() => {
      this.#isTelling = false;
      for (const listener of this.#listeners) listener();
    });
  }
}
