import type { Bridge, RequestName } from '../../electron/contract/api.ts';
import type { Events, EventName } from '../../electron/contract/events.ts';
import type { Result } from '../../electron/contract/errors.ts';
import type { AppState, Message, OwnedNumber } from '../../electron/contract/state.ts';

/** A host that a test controls, and that remembers its requests. */
export interface FakeBridge extends Bridge {
  readonly calls: { name: RequestName; input: unknown }[];
  state(): AppState;
  /** Changes the state, with the next revision, and pushes the change. */
  update(patch: Partial<AppState>): void;
  /** Pushes a payload unchanged. */
  emit<E extends EventName>(event: E, payload: Events[E]): void;
  /** Sets the account's numbers. */
  own(numbers: OwnedNumber[]): void;
  /** Lets a message arrive: stores it, shows it and sends its event. */
  receive(message: Message): void;
  /** Adds messages to the history that are older than those in the state; newest first. */
  keep(messages: Message[]): void;
  /** Sets the answer to a request, which may be a promise; without a result the request is never answered. */
  answer(name: RequestName, result?: Result<unknown> | Promise<Result<unknown>>): void;
}
