import type { DesktopState } from '../contract/host.ts';
import type { App } from '../core/app.ts';

/** What the page is told of the desktop around it. */
export class DesktopView {
  readonly #app: Pick<App, 'showDesktop'>;
  #state: DesktopState;

  constructor(app: Pick<App, 'showDesktop'>, platform: NodeJS.Platform) {
    this.#app = app;
    const problems = { shortcutProblem: null, loginProblem: null };
    const update = { kind: 'off', why: 'development' } as const;
    this.#state = { system: systemOf(platform), ...problems, presenting: false, closing: false, update };
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
