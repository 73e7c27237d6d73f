import { appEventNames, type AppEventName, type Events as HostEvents, type Push } from '../contract/events.ts';
import type { AppState, Lease, LedgerKind, Message, TunnelState } from '../contract/state.ts';
import type { Cancel } from './clock.ts';
import type { Outcome } from './inbox.ts';
import type { Charge } from './ledgerHistory.ts';
import type { LeaseRecord } from './numbers/lease.ts';
import type { NumberRecord } from './numbers/number.ts';
import type { PurchasedNumber } from './ports.ts';

/** What a host may listen to. */
export interface AppEvents extends Pick<HostEvents, AppEventName> {
  /** The whole state, sent once for all changes of a turn. */
  state: AppState;
  lease: Lease;
  /** The token's name: whoever uses it must be cut off. */
  tokenRemoved: string;
}

/** Events of the core. Emitters do not know the listeners: see subscriptions.ts and the rooms' own tables. */
export interface DomainEvents extends AppEvents {
  /** These leases and numbers (ids) are on disk as they are now. */
  ledgerCommitted: { leases: string[]; numbers: string[] };
  /** An entry of this kind is in the ledger. */
  entered: LedgerKind;
  charged: Charge;
  /** Only the newest code of this lease (id) has changed. */
  leaseCodeChanged: string;
  /** The set of active leases has changed. */
  activeLeasesChanged: void;
  /** This lease (id) is over. Its last messages may only be in Twilio's list. */
  leaseEnded: string;
  /** The lease that the number was bought for, if any. */
  numberBought: LeaseRecord | null;
  /** A number may have become idle. */
  numberFreed: void;
  /** Numbers came or went, or what should happen to them has changed. */
  numbersChanged: void;
  /** Due work on numbers that nobody leases is done, so figures may have changed. */
  numbersTended: void;
  /** Numbers call an unexpected webhook. If it is ours, it is corrected; if not, only the list has the messages. */
  webhooksChanged: void;
  /** Numbers that did not call the webhook now do. */
  webhooksPutRight: void;
  /** Somebody else has changed where messages to this number go. */
  numberDiverted: string;
  /** Found a number of ours that the ledger did not know. When it was bought, in milliseconds since the epoch. */
  numberRecovered: number;
  /** Numbers of another OTP Dock are on the account. */
  straysFound: PurchasedNumber[];
  /** Why the pool could not be filled; null when it is full again. */
  poolTrouble: unknown;
  /**
   * A number that stays costs money every month. Emitted once when giving it back keeps failing, once when Twilio
   * refuses it, and when the number is gone after all.
   */
  releaseTrouble: NumberRecord;
  /** The requests that wait for a number have changed. */
  waitingChanged: void;
  /** The clock jumped: the computer slept, or the clock was set. */
  clockJumped: void;
  /** The clock was set by this many milliseconds, and running leases were moved with it. */
  clockSet: number;
  /** How far this computer's clock is ahead of Twilio's, in milliseconds; null: not worth telling. */
  clockDiffers: number | null;
  /** The account works again, after it had failed. */
  accountRecovered: void;
  tunnelChanged: TunnelState;
  /** ngrok accepted this token. */
  ngrokAccepted: string | null;
  /** A message is on disk, or already was. The view is updated next. */
  messageReceived: { sid: string; outcome: Outcome; source: Message['source'] };
  /** A signed webhook was answered, this many milliseconds after it began to arrive. */
  webhookAnswered: number;
  /** A message reached somebody who already waited for it, this many milliseconds after it arrived. */
  waitAnswered: { source: Message['source']; ms: number };
  /** Twilio's list was read, and this many messages were missing. */
  listRead: number;
  /** Something that a person sees may have changed. */
  viewChanged: void;
  /** The same, for what came in by itself: whoever brought it, such as Twilio, is answered before a person is told. */
  cameIn: void;
}

type Payload<T> = [T] extends [void] ? [] : [payload: T];

/** Emits events to their listeners, in the order of subscription. */
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

/** Forwards events to a user interface. Returns the function that ends it. */
export function forwardEvents(
  app: Pick<Events<Pick<AppEvents, AppEventName>>, 'on'>,
  send: (push: Push) => void,
): Cancel {
  const ends = appEventNames.map((event) => app.on(event, (payload) => send({ event, payload } as Push)));
  return () => ends.forEach((end) => end());
}
