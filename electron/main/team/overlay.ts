import type { TeamState } from '../../contract/host.ts';
import type { Settings, SettingsPatch } from '../../contract/settings.ts';
import type { AppState } from '../../contract/state.ts';

/** What concerns this computer and the person at it. Everything else is set on the team's host, for all. */
const ownSettings = [
  'apiEnabled',
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
  readonly #settings = kept((shared: Settings, own: Settings) => ({ ...shared, ...pickOwn(own) }));
  readonly #desktop = kept((desktop: AppState['desktop'], team: TeamState) => desktop && { ...desktop, team });
  readonly #capabilities = kept((own: AppState['capabilities']) => ({ ...own, openDataDir: false, switchApi: false }));
  readonly #notices = kept((theirs: AppState['notices'], own: AppState['notices']) => [...theirs, ...own]);

  /** `theirs` is null until the team's host has told its state: then there is nothing to show but that. */
  over(own: AppState, theirs: AppState | null, team: TeamState): AppState {
    const desktop = this.#desktop(own.desktop, team);
    const { host } = own;
    const capabilities = this.#capabilities(own.capabilities);
    if (theirs === null) return { ...own, ...nothing, desktop, capabilities };
    return {
      ...theirs,
      ...{ host, desktop, capabilities },
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
