import type { AppState, Message } from '../../electron/contract/state.ts';
import { toFailure, type Failure } from '../../electron/contract/errors.ts';
import type { HostBridge } from '../bridge.ts';
import type { Client } from '../client.ts';
import { share } from './share.ts';

/** What is known of the host: its newest state, or why it could not be asked. */
export interface StoreView {
  state: AppState | null;
  failure: Failure | null;
  /** The messages by their lease, newest first; a list is the same until one of its messages changes. */
  messagesOf: Partial<Record<string, Message[]>>;
}

/** Whether a state that came in is newer than what is shown. `shown` is null at a (new) connection's start. */
export function isNewer(shown: number | null, incoming: number): boolean {
  return shown === null || incoming > shown;
}

/**
 * The host's state in this window. It subscribes first and asks afterwards, so that no change is missed between, and
 * drops what is older than what it has. After a reconnect the host may be a new one, whose revisions begin anew.
 */
export class AppStore {
  readonly #bridge: HostBridge;
  readonly #client: Client;
  readonly #listeners = new Set<() => void>();
  #view: StoreView = { state: null, failure: null, messagesOf: {} };
  #revision: number | null = null;

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
    this.#bridge.subscribe('state', (state) => this.#accept(state));
    this.#bridge.onStatus(() => this.#onStatus());
    this.#onStatus();
  }

  /** Asks for the whole state; a failure is kept in the view. */
  async refresh(): Promise<void> {
    try {
      this.#accept(await this.#client.call('state.get'));
    } catch (thrown) {
      this.#show({ ...this.#view, failure: toFailure(thrown) });
    }
  }

  #onStatus(): void {
    if (this.#bridge.status() !== 'open') return;
    this.#revision = null;
    void this.refresh();
  }

  #accept(state: AppState): void {
    if (!isNewer(this.#revision, state.revision)) return;
    this.#revision = state.revision;
    const messagesOf = Object.groupBy(state.messages, ({ leaseId }) => leaseId ?? '');
    this.#show({
      state: share(this.#view.state, state),
      failure: null,
      messagesOf: share(this.#view.messagesOf, messagesOf),
    });
  }

  #show(view: StoreView): void {
    this.#view = view;
    for (const listener of this.#listeners) listener();
  }
}
