import { changeBetween, type StateChange } from '../contract/change.ts';
import type { AppState, CaptureState } from '../contract/state.ts';
import type { Connection } from './connection.ts';
import type { HostView } from './hostView.ts';
import type { Inbox } from './inbox.ts';
import type { Intake } from './intake.ts';
import type { Keyring } from './keyring.ts';
import type { Notices } from './notices.ts';
import type { EmulatedAccount } from './ports.ts';
import type { Numbers } from './numbers/numbers.ts';
import type { Preferences } from './preferences.ts';

/** The parts that know something a person sees. */
export interface Known {
  host: Pick<HostView, 'state'>;
  connection: Pick<Connection, 'account' | 'current'>;
  keyring: Pick<Keyring, 'state'>;
  preferences: Pick<Preferences, 'current'>;
  numbers: Pick<Numbers, 'view'>;
  intake: Pick<Intake, 'view'>;
  inbox: Pick<Inbox, 'inView'>;
  notices: Pick<Notices, 'shown'>;
}

function emulatedOf(emulated: EmulatedAccount | null): Pick<AppState, 'demo' | 'capture'> {
  if (emulated?.kind !== 'capture') return { demo: emulated !== null, capture: null };
  return { demo: false, capture: captureOf(emulated) };
}

const shown = new WeakMap<EmulatedAccount, CaptureState>();

/** The same object until something in it changes: each message that is captured makes a new state. */
function captureOf(emulated: EmulatedAccount): CaptureState {
  const faults = emulated.faults?.current() ?? [];
  const before = shown.get(emulated);
  if (before && before.faults === faults) return before;
  const capture = { baseUrl: emulated.baseUrl, accountSid: emulated.credentials.accountSid, faults };
  shown.set(emulated, capture);
  return capture;
}

/** Builds everything a person sees from what the parts know. */
function stateOf(known: Known): Omit<AppState, 'revision'> {
  const { connection, host, inbox, intake, keyring, notices, numbers, preferences } = known;
  return {
    ...host.state(),
    ...emulatedOf(connection.current()?.emulated ?? null),
    account: connection.account,
    credentials: keyring.state(),
    ...intake.view(),
    ...numbers.view(),
    messages: inbox.inView,
    settings: preferences.current(),
    notices: notices.shown(connection.account),
  };
}

/** The one AppState. Changes of one turn reach the subscribers as one push. */
export class View {
  readonly #known: Known;
  readonly #onPush: (state: AppState, change: StateChange) => void;
  #state: AppState;
  /** The state that the subscribers have. */
  #pushed: AppState;
  #isStale = false;
  #isPushing = false;

  constructor(known: Known, onPush: (state: AppState, change: StateChange) => void) {
    this.#known = known;
    this.#onPush = onPush;
    this.#state = { ...stateOf(known), revision: 1 };
    this.#pushed = this.#state;
  }

  state(): AppState {
    if (this.#isStale) this.#state = { ...stateOf(this.#known), revision: this.#state.revision + 1 };
    this.#isStale = false;
    return this.#state;
  }

  /** Something that a person sees may have changed. `later`: when it is pushed. */
  changed(later: (push: () => void) => void = queueMicrotask): void {
    this.#isStale = true;
    if (this.#isPushing) return;
    this.#isPushing = true;
    later(() => this.#push());
  }

  #push(): void {
    this.#isPushing = false;
    const state = this.state();
    const change = changeBetween(this.#pushed, state);
    this.#pushed = state;
    this.#onPush(state, change);
  }
}
