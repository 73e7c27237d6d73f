import type { Command } from '../contract/commands.ts';
import type { DesktopState } from '../contract/host.ts';
import type { MainWords } from '../contract/words/main.ts';
import type { App } from '../core/app.ts';
import type { Shown } from './team/shown.ts';
import type { Clock, Logger } from '../core/ports.ts';
import type { NotificationCenter } from './notifications/notificationCenter.ts';

/** What menus, tray, notifications and the like have in common; each takes the few that it needs. */
export interface Desktop {
  app: Shown;
  clock: Pick<Clock, 'now' | 'after'>;
  log: Logger;
  platform: NodeJS.Platform;
  view: Pick<DesktopView, 'change'>;
  notifications: Pick<NotificationCenter, 'show'>;
  /** In the language that Settings say. */
  words: () => MainWords;
  copy: (text: string) => void;
  isLocked: () => boolean;
  /** A person who is looking at the window sees there what happens. */
  isWatched: () => boolean;
  command: (command: Command) => void;
  /** Brings the window to the front and shows the lease, if one is given. */
  reveal: (leaseId: string | null) => void;
  /** Hides codes from notifications and tray, or shows them again. */
  present: (presenting: boolean) => void;
  pause: (paused: boolean) => void;
}

/** What the page is told of the desktop around it. */
export class DesktopView {
  readonly #app: Pick<App, 'showDesktop'>;
  #state: DesktopState;

  constructor(app: Pick<App, 'showDesktop'>, platform: NodeJS.Platform) {
    this.#app = app;
    const problems = { shortcutProblem: null, loginProblem: null };
    const update = { kind: 'off', why: 'development' } as const;
    this.#state = { system: systemOf(platform), team: null, ...problems, presenting: false, closing: false, update };
    app.showDesktop(this.#state);
  }

  change(patch: Partial<DesktopState>): void {
    this.#state = { ...this.#state, ...patch };
    this.#app.showDesktop(this.#state);
  }
}

function systemOf(platform: NodeJS.Platform): DesktopState['system'] {
  if (platform === 'darwin') return 'macOS';
  return platform === 'win32' ? 'windows' : 'linux';
}
