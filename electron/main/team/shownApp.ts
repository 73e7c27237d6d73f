import type { RequestName } from '../../contract/api.ts';
import { changeBetween } from '../../contract/change.ts';
import type { Result } from '../../contract/errors.ts';
import { settingsPatchSchema } from '../../contract/settings.ts';
import type { AppState } from '../../contract/state.ts';
import type { App } from '../../core/app.ts';
import { Events } from '../../core/events.ts';
import type { Cancel } from '../../core/ports.ts';
import type { Shown, ShownEvents } from './shown.ts';
import { divided, Overlay } from './overlay.ts';
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
    own.on('message', (message) => this.#team ?? this.#events.emit('message', message));
    own.on('messagesChanged', (change) => this.#team ?? this.#events.emit('messagesChanged', change));
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
    team?.events.on('message', (message) => this.#events.emit('message', message));
    team?.events.on('messagesChanged', (change) => this.#events.emit('messagesChanged', change));
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
    if (name === 'notices.dismiss' && this.#isOwnNotice(input)) return own.handle(name, input);
    // The network is back for both.
    if (name === 'reception.wake') await own.handle(name, input);
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
    if (result.ok) await this.#options.openLink((result.value as { url: string }).url);
    return result.ok ? { ok: true, value: null } : result;
  }

  #isOwnNotice(input: unknown): boolean {
    return this.#options.own.state().notices.some(({ id }) => id === (input as { id?: unknown } | undefined)?.id);
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
    return this.#overlay.over(own, this.#team.state(), this.#team.status());
  }
}
