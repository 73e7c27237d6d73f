import type { Settings, SettingsPatch } from '../../contract/settings.ts';
import type { AppState } from '../../contract/state.ts';
import type { TeamStatus } from './teamHost.ts';

/** What concerns this computer and the person at it. Everything else is set on the team's host, for all. */
const ownSettings = [
  'autoCopy',
  'clearClipboardSeconds',
  'closeToTray',
  'copyNumber',
  'globalShortcut',
  'language',
  'notificationCodes',
  'notifications',
  'onQuit',
  'startAtLogin',
  'theme',
] as const satisfies (keyof Settings)[];

function isOwn(name: string): boolean {
  return (ownSettings as readonly string[]).includes(name);
}

/** Divides a change of settings into what is kept here and what the team's host is asked to change. */
export function divided(patch: SettingsPatch): { own: SettingsPatch; shared: SettingsPatch } {
  const entries = Object.entries(patch);
  return {
    own: Object.fromEntries(entries.filter(([name]) => isOwn(name))),
    shared: Object.fromEntries(entries.filter(([name]) => !isOwn(name))),
  };
}

/** Shows a team's host as this app's own; what did not change stays the same object, for `changeBetween`. */
export class Overlay {
  readonly #settings = kept((shared: Settings, own: Settings) => ({
    ...shared,
    ...pickOwn(own),
    // Nothing is leased here unseen.
    apiEnabled: false,
  }));
  readonly #desktop = kept(
    (desktop: AppState['desktop'], team: TeamStatus, numbers: number) =>
      desktop && { ...desktop, team: { ...team, kept: numbers } },
  );
  readonly #capabilities = kept((own: AppState['capabilities']) => ({ ...own, openDataDir: false, switchApi: false }));
  readonly #notices = kept((theirs: AppState['notices'], own: AppState['notices']) => [...theirs, ...own.map(asOwn)]);

  /** `theirs` is null until the team's host has told its state: then there is nothing to show but that. */
  over(own: AppState, theirs: AppState | null, team: TeamStatus): AppState {
    const desktop = this.#desktop(own.desktop, team, numbersKept(own));
    const { host, version } = own;
    const capabilities = this.#capabilities(own.capabilities);
    if (theirs === null) return { ...own, ...nothing, desktop, capabilities };
    return {
      ...theirs,
      host,
      version,
      desktop,
      capabilities,
      settings: this.#settings(theirs.settings, own.settings),
      notices: this.#notices(theirs.notices, own.notices),
    };
  }
}

const nothing = {
  demo: false,
  capture: null,
  account: { kind: 'none' },
  tunnel: { kind: 'polling', state: 'off', url: null, problem: null },
  polling: false,
  pausedSince: null,
  leases: [],
  messages: [],
  idle: [],
  waiting: [],
} satisfies Partial<AppState>;

const ownPrefix = 'own ';

/** Notices of both hosts may have the same ids. The page of Settings that one leads to is the team's. */
function asOwn({ section: _section, ...notice }: AppState['notices'][number]): AppState['notices'][number] {
  return { ...notice, id: ownPrefix + notice.id };
}

/** The id by which the app itself knows the notice that this input names; null: it is the team's. */
export function ownNoticeIn(input: unknown): string | null {
  const { id } = (input ?? {}) as { id?: unknown };
  return typeof id === 'string' && id.startsWith(ownPrefix) ? id.slice(ownPrefix.length) : null;
}

function numbersKept({ idle }: AppState): number {
  return idle.reduce((sum, { count }) => sum + count, 0);
}

function pickOwn(settings: Settings): Partial<Settings> {
  return Object.fromEntries(ownSettings.map((name) => [name, settings[name]]));
}

/** Remembers the last result, for the same arguments. */
function kept<Args extends unknown[], Result>(make: (...args: Args) => Result): (...args: Args) => Result {
  let last: { args: Args; result: Result } | null = null;
  return (...args) => {
    if (last === null || args.some((arg, at) => arg !== last?.args[at])) last = { args, result: make(...args) };
    return last.result;
  };
}
