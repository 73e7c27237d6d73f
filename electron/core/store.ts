import { changeBetween, type StateChange } from '../contract/change.ts';
import { defaultSettings } from '../contract/settings.ts';
import type { AppState } from '../contract/state.ts';
import type { Ports } from './ports.ts';
import { noReception } from './receptionLog.ts';

export type StatePatch = Partial<Omit<AppState, 'revision'>>;

/** Holds the one AppState. Changes made in one turn reach the subscribers as one push. */
export class Store {
  #state: AppState;
  /** As the subscribers know it. */
  #pushed: AppState;
  #onPush: (state: AppState, change: StateChange) => void;

  constructor(initial: Omit<AppState, 'revision'>, onPush: (state: AppState, change: StateChange) => void) {
    this.#onPush = onPush;
    this.#state = { ...initial, revision: 1 };
    this.#pushed = this.#state;
  }

  get(): AppState {
    return this.#state;
  }

  update(patch: StatePatch): void {
    const isPushing = this.#state !== this.#pushed;
    this.#state = { ...this.#state, ...patch, revision: this.#state.revision + 1 };
    if (!isPushing) queueMicrotask(() => this.#push());
  }

  #push(): void {
    const change = changeBetween(this.#pushed, this.#state);
    this.#pushed = this.#state;
    this.#onPush(this.#state, change);
  }
}

/** What there is to see before anything has happened. */
export function initialState(
  { host, version, environment, tools }: Pick<Ports, 'host' | 'version' | 'environment' | 'tools'>,
  credentials: AppState['credentials'],
): Omit<AppState, 'revision'> {
  return {
    version,
    host,
    demo: false,
    account: { kind: 'none' },
    credentials,
    tunnel: { kind: 'polling', state: 'off', url: null, problem: null },
    polling: false,
    webhook: null,
    reception: noReception(),
    pausedSince: null,
    leases: [],
    messages: [],
    settings: defaultSettings,
    capabilities: {
      clipboard: tools.copy ? 'host' : 'page',
      menus: tools.chooseFromMenu !== null,
      openDataDir: tools.openDataDir !== null,
      switchApi: tools.api.change !== null,
    },
    desktop: null,
    api: { url: null, tokenFile: tools.api.tokenFile, takenPort: null, problem: null },
    dataDir: tools.dataDir,
    fixed: {
      kind: environment.reception,
      publicUrl: environment.publicUrl,
      ngrokDomain: environment.ngrokDomain,
      ngrokRootCas: environment.ngrokRootCas,
      maxLeaseSeconds: environment.maxLeaseSeconds,
    },
    spending: { today: { amount: '0.00', currency: 'USD' }, thisMonth: { amount: '0.00', currency: 'USD' } },
    idle: [],
    waiting: [],
    numbersRevision: 0,
    notices: [],
  };
}
