import type { RequestName } from '../../contract/api.ts';
import { changeBetween } from '../../contract/change.ts';
import { toFailure, type Result } from '../../contract/errors.ts';
import { settingsPatchSchema } from '../../contract/settings.ts';
import type { AppState } from '../../contract/state.ts';
import type { App } from '../../core/app.ts';
import { Events } from '../../core/events.ts';
import type { Cancel } from '../../core/ports.ts';
import type { Shown, ShownEvents } from './shown.ts';
import { divided, Overlay, ownNoticeIn } from './overlay.ts';
import type { TeamHost } from './teamHost.ts';

/** Requests that this computer carries out itself, whatever it shows. */
const ownRequests: readonly unknown[] = [
  'window.ready',
  'commands.take',
  'menu.choose',
  'clipboard.copy',
  'team.connect',
  'team.leave',
] satisfies RequestName[];

/** Told as they are, whoever is shown. */
type Told = Pick<ShownEvents, 'message' | 'messagesChanged'>;

interface ShownAppOptions {
  own: Pick<App, 'state' | 'on' | 'handle'>;
  openLink(url: string): Promise<void>;
}

/** The app as a person sees it. While it shows a team's host, its own core goes on unseen. */
export class ShownApp implements Shown {
  readonly #options: ShownAppOptions;
  readonly #events = new Events<ShownEvents>();
  readonly #overlay = new Overlay();
  #team: TeamHost | null = null;
  #state: AppState;

  constructor(options: ShownAppOptions) {
    this.#options = options;
    const { own } = options;
    this.#state = own.state();
    own.on('state', () => this.#refresh());
    this.#passOn(null, own);
  }

  state(): AppState {
    return this.#state;
  }

  on<E extends keyof ShownEvents>(event: E, listener: (payload: ShownEvents[E]) => void): Cancel {
    return this.#events.on(event, listener);
  }

  /** Shows this host from now on; null: the app's own numbers. What was shown before is closed. */
  show(team: TeamHost | null): void {
    this.#team?.close();
    this.#team = team;
    team?.events.on('changed', () => this.#refresh(team));
    if (team) this.#passOn(team, team.events);
    this.#refresh();
  }

  /** Call it after the computer slept or was offline. */
  wake(): void {
    this.#team?.wake();
  }

  /** Carries out one request of the contract, here or on the team's host. Never rejects. */
  async handle(name: unknown, input: unknown): Promise<Result<unknown>> {
    const { own } = this.#options;
    const team = this.#team;
    if (name === 'state.get') return { ok: true, value: this.#state };
    if (team === null || ownRequests.includes(name)) return own.handle(name, input);
    if (name === 'settings.update') return this.#changeSettings(team, input);
    if (name === 'messages.openLink') return this.#openLink(team, input);
    const ownNotice = name === 'notices.dismiss' ? ownNoticeIn(input) : null;
    if (ownNotice !== null) return own.handle(name, { id: ownNotice });
    // The network is back. The team's host has one of its own.
    if (name === 'reception.wake') {
      team.wake();
      return own.handle(name, input);
    }
    return team.request(name as RequestName, input);
  }

  async #changeSettings(team: TeamHost, input: unknown): Promise<Result<unknown>> {
    const { own } = this.#options;
    const parsed = settingsPatchSchema.safeParse(input);
    // It says what is wrong.
    if (!parsed.success) return own.handle('settings.update', input);
    const patch = divided(parsed.data);
    const isShared = Object.keys(patch.shared).length > 0;
    const result = isShared ? await team.request('settings.update', patch.shared) : null;
    if (result?.ok === false || Object.keys(patch.own).length === 0) return result ?? { ok: true, value: null };
    return own.handle('settings.update', patch.own);
  }

  async #openLink(team: TeamHost, input: unknown): Promise<Result<unknown>> {
    const result = await team.request('messages.link', input);
    if (!result.ok) return result;
    try {
      await this.#options.openLink((result.value as { url: string }).url);
      return { ok: true, value: null };
    } catch (thrown) {
      return { ok: false, error: toFailure(thrown) };
    }
  }

  /** Tells what it tells, as long as it is what is shown. */
  #passOn(from: TeamHost | null, events: Pick<Events<Told>, 'on'>): void {
    events.on('message', (message) => void (from === this.#team && this.#events.emit('message', message)));
    events.on(
      'messagesChanged',
      (change) => void (from === this.#team && this.#events.emit('messagesChanged', change)),
    );
  }

  /** `from`: ignored unless it is still shown. */
  #refresh(from: TeamHost | null = this.#team): void {
    if (from !== this.#team) return;
    const before = this.#state;
    const revision = before.revision + 1;
    this.#state = { ...this.#now(), revision };
    this.#events.emit('state', this.#state);
    this.#events.emit('stateChanged', changeBetween(before, this.#state));
  }

  #now(): AppState {
    const own = this.#options.own.state();
    // While the app closes, its own numbers are what is left to do.
    if (this.#team === null || own.desktop?.closing) return own;
    const status = this.#team.status();
    // A host that does not let us in any more has nothing to show.
    return this.#overlay.over(own, status.kind === 'refused' ? null : this.#team.state(), status);
  }
}
