import { appEventNames, type AppEventName, type Events as HostEvents, type Push } from '../contract/events.ts';
import type { AppState, Lease, Message, TunnelState } from '../contract/state.ts';
import type { Cancel } from './clock.ts';
import type { Outcome } from './inbox.ts';
import type { Charge } from './ledgerHistory.ts';
import type { LeaseRecord } from './numbers/lease.ts';
import type { NumberRecord } from './numbers/number.ts';
import type { PurchasedNumber } from './ports.ts';

/** What a host may listen to. */
export interface AppEvents extends Pick<HostEvents, AppEventName> {
  /** All that there is now, told once for the changes of a turn. */
  state: AppState;
  lease: Lease;
  /** By its name: whoever uses it is to be cut off. */
  tokenRemoved: string;
}

/** What happens in the core. Who says it does not know who listens; the subscriptions are in subscriptions.ts and the rooms' own tables. */
export interface DomainEvents extends AppEvents {
  /** Leases and numbers are written down as they are now; by their ids. */
  ledgerCommitted: { leases: string[]; numbers: string[] };
  charged: Charge;
  /** The newest code of a lease is another, and nothing else has changed. By the lease's id. */
  leaseCodeChanged: string;
  /** The set of leases whose time runs is another. */
  activeLeasesChanged: void;
  /** It is over: its last messages may be in Twilio's list alone. By its id. */
  leaseEnded: string;
  /** For this lease, if it was bought for one. */
  numberBought: LeaseRecord | null;
  /** A number may have become idle. */
  numberFreed: void;
  /** Numbers have come or gone, or what is to become of them is another. */
  numbersChanged: void;
  /** What was due for the numbers that nobody leases is done: figures may have changed. */
  numbersTended: void;
  /** Numbers call another webhook than was known: one of ours is to be put right, another's messages are only listed. */
  webhooksChanged: void;
  /** Numbers call the webhook that did not before. */
  webhooksPutRight: void;
  /** Somebody else has changed where messages to this number go. */
  numberDiverted: string;
  /** A number of ours was found that the ledger did not know. When it was bought: milliseconds since the epoch. */
  numberRecovered: number;
  /** Numbers of another OTP Dock are on the account. */
  straysFound: PurchasedNumber[];
  /** The pool could not be filled, and why; null when it is full again. */
  poolTrouble: unknown;
  /**
   * A number that stays costs money every month: told when giving it back fails again and again, and when Twilio refuses
   * it, each once; and when it is gone after all.
   */
  releaseTrouble: NumberRecord;
  /** Other requests wait for a number than before. */
  waitingChanged: void;
  /** The clock is not where it should be: the computer slept, or it was changed. */
  clockJumped: void;
  /** Running leases were moved with the clock, which was set by so many milliseconds. */
  clockSet: number;
  /** How far this computer's clock is ahead of Twilio's, in milliseconds; null: not worth telling. */
  clockDiffers: number | null;
  /** The account works again, after it had failed. */
  accountRecovered: void;
  tunnelChanged: TunnelState;
  /** ngrok has let us in with this token. */
  ngrokAccepted: string | null;
  /** A message is on disk, or was there already; what is shown of it comes next. */
  messageReceived: { sid: string; outcome: Outcome; source: Message['source'] };
  /** Twilio's list was read, and so many messages were missing. */
  listRead: number;
  /** Something that a person sees may be another now. */
  viewChanged: void;
}

type Payload<T> = [T] extends [void] ? [] : [payload: T];

/** Says what happens to whoever listens, in the order in which they began to. */
export class Events<E extends { [Name in keyof E]: unknown } = DomainEvents> {
  readonly #listeners = new Map<keyof E, Set<(payload: never) => void>>();

  on<Name extends keyof E>(event: Name, listener: (payload: E[Name]) => void): Cancel {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  emit<Name extends keyof E>(event: Name, ...payload: Payload<E[Name]>): void {
    for (const listener of this.#listeners.get(event) ?? []) listener(payload[0] as never);
  }
}

/** Passes on what a user interface is told. Returns the function that ends it. */
export function forwardEvents(app: Pick<Events<AppEvents>, 'on'>, send: (push: Push) => void): Cancel {
  const ends = appEventNames.map((event) => app.on(event, (payload) => send({ event, payload } as Push)));
  return () => ends.forEach((end) => end());
}
