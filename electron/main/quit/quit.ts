import { isEmulated } from '../../contract/state.ts';
import type { App as ElectronApp, Event, PowerMonitor } from 'electron';
import type { MainWords } from '../../contract/words/main.ts';
import type { App } from '../../core/app.ts';
import type { Logger } from '../../core/ports.ts';
import { openLeases, quitQuestion, type QuitAnswer, type QuitQuestion } from './quitQuestion.ts';

/** How long closing may take. What is left by then is on disk, and is taken up at the next start. */
const limitMs = { usually: 5_000, givingBack: 15_000 };

export interface QuitOptions {
  app: Pick<ElectronApp, 'on' | 'quit'>;
  core: Pick<App, 'state' | 'stop'> & { requests: Pick<App['requests'], 'settings.update'> };
  platform: NodeJS.Platform;
  log: Logger;
  words: () => MainWords;
  ask(question: QuitQuestion, signal: AbortSignal): Promise<QuitAnswer>;
  /** The app is about to end, maybe after it has given numbers back. */
  onClosing(options: { givingBack: boolean }): void;
  /** The window closes and the app stays in the tray. */
  onHidden(): void;
  onCancelled(): void;
}

/** Settles what becomes of running leases and closes the core before the process ends. */
export class Quit {
  readonly #options: QuitOptions;
  readonly #question = new AbortController();
  #phase: 'running' | 'asking' | 'closing' | 'closed' = 'running';
  #unattended = false;

  constructor(options: QuitOptions) {
    this.#options = options;
    options.app.on('before-quit', (event: Event) => {
      if (this.#phase === 'closed') return;
      event.preventDefault();
      if (this.#phase === 'running') void this.#settle();
    });
  }

  /** Except on macOS the app quits with its window. The window stays until that is settled, for the case of Cancel. */
  onWindowClose(event: Pick<Event, 'preventDefault'>): void {
    const { app, core, platform, onHidden } = this.#options;
    if (platform === 'darwin' || this.#phase === 'closed') return;
    event.preventDefault();
    if (this.#phase === 'running' && core.state().settings.closeToTray) return onHidden();
    app.quit();
  }

  /** Ends the app without a question, because nobody would answer it: `ask` then means keep. */
  quitUnattended(): void {
    this.#unattended = true;
    this.#question.abort();
    if (this.#phase === 'running' || this.#phase === 'asking') void this.#settle();
  }

  async #settle(): Promise<void> {
    const state = this.#options.core.state();
    const question = this.#unattended ? null : quitQuestion(state, this.#options.words());
    if (question) return this.#ask(question);
    // An emulated account ends with the app.
    return this.#close(state.settings.onQuit === 'release' && !isEmulated(state));
  }

  async #ask(question: QuitQuestion): Promise<void> {
    const { ask, core, log, onCancelled } = this.#options;
    this.#phase = 'asking';
    const { choice, always } = await ask(question, this.#question.signal).catch((thrown: unknown): QuitAnswer => {
      log.error('What becomes of the running leases could not be asked; they are kept.', thrown);
      return { choice: 'keep', always: false };
    });
    // The system may have ended the app meanwhile.
    if (this.#phase !== 'asking') return;
    if (choice === 'cancel') {
      this.#phase = 'running';
      return onCancelled();
    }
    const orLog = (thrown: unknown) => log.error('The answer could not be remembered.', thrown);
    if (always) await core.requests['settings.update']({ onQuit: choice }).catch(orLog);
    return this.#close(choice === 'release');
  }

  async #close(endLeases: boolean): Promise<void> {
    const { app, core, log, onClosing } = this.#options;
    this.#phase = 'closing';
    onClosing({ givingBack: endLeases && openLeases(core.state().leases).length > 0 });
    const orLog = (thrown: unknown) => log.error('Not everything could be closed.', thrown);
    // A system that shuts down does not wait for long.
    const limit = endLeases && !this.#unattended ? limitMs.givingBack : limitMs.usually;
    await Promise.race([core.stop({ endLeases }).catch(orLog), after(limit)]);
    this.#phase = 'closed';
    app.quit();
  }
}

function after(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms).unref());
}

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

export interface EndSources {
  app: Pick<ElectronApp, 'on'>;
  powerMonitor: Pick<PowerMonitor, 'on'>;
  process: Pick<NodeJS.Process, 'on'>;
}

/** Calls `end` when the system shuts down, the person logs off, or a signal ends the process. After `ready` only. */
export function onUnattendedEnd({ app, powerMonitor, process }: EndSources, end: () => void): void {
  // Linux and macOS: the system waits some seconds for the app to quit if its shutdown is put off.
  powerMonitor.on('shutdown', (event?: Pick<Event, 'preventDefault'>) => {
    event?.preventDefault();
    end();
  });
  // Windows emits no before-quit here, but tells each window.
  app.on('browser-window-created', (_event, window) => void window.on('session-end', end));
  // Electron turns these signals into a quit that looks like a person's.
  for (const signal of signals) process.on(signal, end);
}
