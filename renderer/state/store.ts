import { withChange, type StateChange } from '../../electron/contract/change.ts';
import type { AppState } from '../../electron/contract/state.ts';
import { toFailure, type Failure } from '../../electron/contract/errors.ts';
import type { HostBridge } from '../hostBridge.ts';
import type { Client } from '../client.ts';
import { groupAnew, type MessagesOf } from './messagesOf.ts';
import { share } from './share.ts';

/** What is known of the host: its newest state, or why it could not be asked. */
export interface StoreView {
  state: AppState | null;
  failure: Failure | null;
  /** The messages by their lease, newest first; a list is the same until one of its messages changes. */
  messagesOf: MessagesOf;
}

/**
 * The host's state in this window. It subscribes first and asks for the whole state afterwards, so that no change is
 * missed between; a change is made to the very revision that it was made from, and where one is missing the whole is
 * asked for again. After a reconnect the host may be a new one, whose revisions begin anew.
 */
export class AppStore {
  readonly #bridge: HostBridge;
  readonly #client: Client;
  readonly #listeners = new Set<() => void>();
  #view: StoreView = { state: null, failure: null, messagesOf: new Map() };
  /** What came since the whole state was asked for; null while it is not. */
  #waiting: StateChange[] | null = null;
  /** Of questions: the answer to an earlier one comes too late. */
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

  /** The whole state, and what came since it was asked for: some of that is in it already. */
  #begin(state: AppState): void {
    const later = this.#waiting ?? [];
    this.#waiting = null;
    this.#become(state);
    for (const change of later) this.#accept(change);
  }

  /** The next change finds that its revision is missing, and asks again. */
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

  #show(view: StoreView): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }
}
