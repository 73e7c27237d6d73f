import type { StateChange } from '../contract/change.ts';
import type { MessagesChange } from '../contract/messages.ts';
import type { AppState, Lease, Message } from '../contract/state.ts';
import type { Cancel } from './ports.ts';

/**
 * `state` is all that there is now, told once for the changes of a turn, and `stateChanged` what of it is another than
 * it was the last time; the others are what happened.
 */
export interface AppEvents {
  state: AppState;
  stateChanged: StateChange;
  message: Message;
  messagesChanged: MessagesChange;
  lease: Lease;
  /** By its name: whoever uses it is to be cut off. */
  tokenRemoved: string;
}

type Listeners = { [E in keyof AppEvents]: Set<(payload: AppEvents[E]) => void> };

export class Emitter {
  #listeners: Listeners = {
    state: new Set(),
    stateChanged: new Set(),
    message: new Set(),
    messagesChanged: new Set(),
    lease: new Set(),
    tokenRemoved: new Set(),
  };

  on<E extends keyof AppEvents>(event: E, listener: (payload: AppEvents[E]) => void): Cancel {
    this.#listeners[event].add(listener);
    return () => this.#listeners[event].delete(listener);
  }

  emit<E extends keyof AppEvents>(event: E, payload: AppEvents[E]): void {
    for (const listener of this.#listeners[event]) listener(payload);
  }
}
