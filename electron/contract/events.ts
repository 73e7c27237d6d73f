import type { StateChange } from './change.ts';
import type { Command } from './commands.ts';
import type { Message } from './lease.ts';
import type { MessagesChange } from './messages.ts';

/** `event<Payload>()`: never set, it only carries the type of what is pushed. */
function event<Payload>(): { payload?: Payload } {
  return {};
}

/** Events of the core. Whoever serves a user interface passes each of them on. */
const ofApp = {
  /** What changed since the last push. `state.get` answers the whole state. */
  stateChanged: event<StateChange>(),
  message: event<Message>(),
  /** Messages were deleted, or are back. */
  messagesChanged: event<MessagesChange>(),
};

/** Every event that a host pushes to its user interface. */
const events = {
  ...ofApp,
  /** A notification was clicked: show this lease. */
  reveal: event<{ leaseId: string }>(),
  /** A command waits for `commands.take`. A window that is not open yet takes it once it is. */
  command: event<{ name: Command['name'] }>(),
};

export type EventName = keyof typeof events;
export type Events = { [E in EventName]: Exclude<(typeof events)[E]['payload'], undefined> };
export type AppEventName = keyof typeof ofApp;

/** One event on its way to a user interface. */
export type Push = { [E in EventName]: { event: E; payload: Events[E] } }[EventName];

export const eventNames = Object.keys(events) as EventName[];
export const appEventNames = Object.keys(ofApp) as AppEventName[];
