import type { Failure } from '../../electron/contract/errors.ts';
import type { HostBridge } from '../../electron/contract/hostBridge.ts';
import type { AppState } from '../../electron/contract/state.ts';
import { StateFollower } from '../../electron/contract/stateFollower.ts';
import { groupAnew, type MessagesOf } from './messagesOf.ts';
import { share } from './share.ts';

/** What we know about the host: its latest state, or why asking for it failed. */
export interface StoreView {
  state: AppState | null;
  failure: Failure | null;
  /** The messages by lease, newest first; a list stays the same object until one of its messages changes. */
  messagesOf: MessagesOf;
}

/** The host's state in this window, for what is drawn of it. */
export class AppStore {
  readonly #follower: StateFollower;
  readonly #listeners = new Set<() => void>();
  #view: StoreView = { state: null, failure: null, messagesOf: new Map() };
  #isTelling = false;

  constructor(bridge: HostBridge) {
    this.#follower = new StateFollower(bridge, {
      become: (given) => this.#become(given),
      fail: (failure) => this.#show({ ...this.#view, failure }),
    });
  }

  readonly view = (): StoreView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  start(): void {
    this.#follower.start();
  }

  /** Asks for the whole state; a failure is kept in the view. */
  refresh(): Promise<void> {
    return this.#follower.refresh();
  }

  #become(given: AppState): AppState {
    const before = this.#view;
    const state = share(before.state, given);
    const messagesOf = groupAnew(before.messagesOf, before.state?.messages ?? [], state.messages);
    this.#show({ state, failure: null, messagesOf });
    return state;
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
