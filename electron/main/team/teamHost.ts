import { z } from 'zod';
import type { RequestName } from '../../contract/api.ts';
import { appEventNames } from '../../contract/events.ts';
import { AppError, type Failure, type Result } from '../../contract/errors.ts';
import type { TeamState } from '../../contract/host.ts';
import { SocketBridge, type SocketLike } from '../../contract/socketBridge.ts';
import type { AppState } from '../../contract/state.ts';
import { StateFollower } from '../../contract/stateFollower.ts';
import type { Team } from '../../contract/team.ts';
import type { Clock } from '../../core/ports.ts';
import { Events } from '../../core/events.ts';
import type { ShownEvents } from './shown.ts';
import { notDock, otherVersion } from './trouble.ts';

/** Whether it can be reached. */
export type TeamStatus = Omit<TeamState, 'kept'>;

/** Events of a team's host. `changed`: its state, or whether it can be reached. */
export interface TeamEvents extends Pick<ShownEvents, 'message' | 'messagesChanged'> {
  changed: void;
}

export interface TeamHostOptions {
  team: Team;
  /** The version of this app. */
  version: string;
  clock: Pick<Clock, 'after'>;
  /** null: without a token there is nothing to connect with. */
  open(team: Team, onTrouble: (failure: Failure) => void): SocketLike | null;
}

/** A team's host as its owner sees it. Connects at once, and again by itself whenever the connection is lost. */
export class TeamHost {
  readonly url: string;
  readonly events = new Events<TeamEvents>();
  readonly #version: string;
  readonly #bridge: SocketBridge;
  readonly #first = Promise.withResolvers<void>();
  #state: AppState | null = null;
  #trouble: Failure | null = null;
  /** The state is from this connection. */
  #isFresh = false;
  #status: TeamStatus;

  constructor({ team, version, clock, open }: TeamHostOptions) {
    this.url = team.url;
    this.#version = version;
    this.#status = { url: team.url, kind: 'connecting', problem: null };
    // Whoever does not wait for it looks at the status.
    this.#first.promise.catch(() => undefined);
    this.#bridge = new SocketBridge({
      connect: () => open(team, (failure) => this.#fail(failure)),
      wait: (ms, call) => void clock.after(ms, call),
    });
    for (const name of appEventNames)
      if (name !== 'stateChanged') this.#bridge.subscribe(name, (payload) => this.events.emit(name, payload as never));
    this.#bridge.onStatus(() => this.#onStatus());
    const follower = new StateFollower(this.#bridge, {
      become: (given, { whole }) => this.#become(given, whole),
      fail: (failure) => {
        // What the socket said is more to the point.
        this.#fail(this.#trouble ?? failure);
        this.#onStatus();
      },
    });
    follower.start();
    this.#onStatus();
  }

  /** null until it was told for the first time. */
  state(): AppState | null {
    return this.#state;
  }

  /** The same object as long as nothing changes. */
  status(): TeamStatus {
    return this.#status;
  }

  /** Resolves when it has told its state; rejects with an AppError when the first attempt fails. */
  first(): Promise<void> {
    return this.#first.promise;
  }

  request(name: RequestName, input: unknown): Promise<Result<unknown>> {
    return this.#bridge.request(name, input);
  }

  /** Connects anew at once: after sleep, a connection may be dead without saying so. */
  wake(): void {
    if (this.#status.kind !== 'refused') this.#bridge.restart();
  }

  close(): void {
    this.#bridge.close();
  }

  #become(given: AppState, whole: boolean): AppState {
    if (!isState(given)) {
      this.#refuse(notDock(this.url));
      return given;
    }
    if (!isSameRelease(given.version, this.#version)) {
      this.#refuse(otherVersion(this.url, given.version, this.#version));
      return given;
    }
    const before = this.#state;
    this.#state = given;
    this.#isFresh = true;
    this.#first.resolve();
    this.#show('online');
    if (whole && before !== null) this.#tellMissed(before, given);
    return given;
  }

  #refuse(why: Failure): void {
    this.#bridge.close();
    this.#fail(why);
    this.#show('refused');
  }

  /** What came while there was no connection is news, too. */
  #tellMissed(before: AppState, { messages }: AppState): void {
    const known = new Set(before.messages.map(({ sid }) => sid));
    for (const message of messages.filter(({ sid }) => !known.has(sid)).toReversed())
      this.events.emit('message', message);
  }

  #fail(failure: Failure): void {
    this.#trouble = failure;
    this.#first.reject(new AppError(failure));
  }

  #onStatus(): void {
    const status = this.#bridge.status();
    if (status !== 'open') this.#isFresh = false;
    if (status === 'refused') return this.#show('refused');
    if (!this.#isFresh) this.#show(this.#state === null ? 'connecting' : 'lost');
  }

  #show(kind: TeamState['kind']): void {
    if (kind === 'online') this.#trouble = null;
    const { url } = this;
    if (kind !== this.#status.kind || this.#trouble !== this.#status.problem)
      this.#status = { url, kind, problem: this.#trouble };
    this.events.emit('changed');
  }
}

/** What everything here relies on; the page copes with the rest by itself. */
const stateSchema = z.looseObject({
  version: z.string(),
  revision: z.number(),
  settings: z.looseObject({}),
  account: z.looseObject({ kind: z.string() }),
  leases: z.array(z.looseObject({ id: z.string() })),
  messages: z.array(z.looseObject({ sid: z.string(), code: z.string().nullable() })),
  notices: z.array(z.looseObject({ id: z.string() })),
});

function isState(given: unknown): boolean {
  return stateSchema.safeParse(given).success;
}

/** What a window asks and is told may change with every release, but not with corrections. */
function isSameRelease(one: string, other: string): boolean {
  const release = (version: string) => version.split('.', 2).join('.');
  return release(one) === release(other);
}
