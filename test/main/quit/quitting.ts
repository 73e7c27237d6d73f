import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { vi } from 'vitest';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import type { AppState } from '../../../electron/contract/state.ts';
import { Quit } from '../../../electron/main/quit/quit.ts';
import type { QuitAnswer } from '../../../electron/main/quit/quitQuestion.ts';
import { mainWords } from '../../../electron/contract/words/main.ts';
import { exampleLease, exampleState } from '../../fakes/appState.ts';

const english = mainWords('en', []);

/** Quits as Electron does: asks with `before-quit`, and goes when nobody objects. */
class FakeApp extends EventEmitter {
  gone = false;
  quit(): void {
    let prevented = false;
    this.emit('before-quit', { preventDefault: () => (prevented = true) });
    this.gone = !prevented;
  }
}

export interface QuitSetup {
  state?: Partial<AppState>;
  platform?: NodeJS.Platform;
  stop?: () => Promise<void>;
  staysInTray?: boolean;
}

/** Quit on a fake Electron and a fake core; `asked` holds the questions, to be answered by the test. */
export function quitting({
  state,
  platform = 'linux',
  stop = () => Promise.resolve(),
  staysInTray = false,
}: QuitSetup = {}) {
  const app = new FakeApp();
  const asked: { answer(answer: QuitAnswer): void; fail(error: Error): void; signal: AbortSignal }[] = [];
  const { settings, ...rest } = exampleState(state);
  const core = {
    state: () => ({ ...rest, settings: { ...settings, closeToTray: staysInTray } }),
    stop: vi.fn((_options?: { endLeases: boolean }) => stop()),
    requests: { 'settings.update': vi.fn(() => Promise.resolve(null)) },
  };
  const [onClosing, onCancelled, onHidden] = [vi.fn(), vi.fn(), vi.fn()];
  const quit = new Quit({
    app: app as unknown as Pick<App, 'on' | 'quit'>,
    core,
    platform,
    words: () => english,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    ask: (_question, signal) =>
      new Promise((answer, fail) => {
        asked.push({ answer, fail, signal });
      }),
    onClosing,
    onCancelled,
    onHidden,
  });
  return { app, asked, core, quit, onClosing, onCancelled, onHidden };
}

export const leased = { leases: [exampleLease()] };
export const withAnswer = (onQuit: 'release' | 'keep') => ({ ...leased, settings: { ...defaultSettings, onQuit } });
/** Lets everything happen that waits for no time to pass; needs fake timers. */
export const settled = () => vi.advanceTimersByTimeAsync(0);
export const never = () => new Promise<void>(() => undefined);
