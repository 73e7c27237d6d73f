import type { Bridge, RequestName } from '../../electron/contract/api.ts';
import type { Events, EventName } from '../../electron/contract/events.ts';
import type { Result } from '../../electron/contract/errors.ts';
import type { AppState, Message, OwnedNumber } from '../../electron/contract/state.ts';

/** A host that does as a test says, and remembers what it was asked. */
export interface FakeBridge extends Bridge {
  readonly calls: { name: RequestName; input: unknown }[];
  state(): AppState;
  /** Changes the state, with the next revision, and pushes it. */
  update(patch: Partial<AppState>): void;
  /** Pushes a payload as it is. */
  emit<E extends EventName>(event: E, payload: Events[E]): void;
  /** From now on the account has these numbers. */
  own(numbers: OwnedNumber[]): void;
  /** A message comes in: it is kept, shown and told. */
  receive(message: Message): void;
  /** The history has these, too, which are older than those in the state; newest first. */
  keep(messages: Message[]): void;
  /** From now on the request answers this, maybe later; without a result it stays without an answer. */
  answer(name: RequestName, result?: Result<unknown> | Promise<Result<unknown>>): void;
}
