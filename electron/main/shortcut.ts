import type { App as ElectronApp, GlobalShortcut } from 'electron';
import { appError, type Failure } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';
import type { App } from '../core/app.ts';
import type { DesktopView } from './desktopView.ts';

const say = phrases.host;

export interface ShortcutOptions {
  app: Pick<App, 'state' | 'on'>;
  electron: Pick<ElectronApp, 'on'>;
  globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister' | 'unregisterAll'>;
  view: Pick<DesktopView, 'change'>;
  onPress: () => void;
}

/** Registers the shortcut that Settings name, and says so when the system refuses it. */
export function followShortcut({ app, electron, globalShortcut, view, onPress }: ShortcutOptions): void {
  let wanted: string | null = null;
  const follow = (shortcut: string | null) => {
    if (shortcut === wanted) return;
    if (wanted !== null) globalShortcut.unregister(wanted);
    wanted = shortcut;
    const works = shortcut === null || register(globalShortcut, shortcut, onPress);
    view.change({ shortcutProblem: works ? null : taken() });
  };
  follow(app.state().settings.globalShortcut);
  app.on('state', ({ settings }) => follow(settings.globalShortcut));
  electron.on('will-quit', () => globalShortcut.unregisterAll());
}

/** False also for keys that this system does not know, for which Electron throws. */
function register(globalShortcut: Pick<GlobalShortcut, 'register'>, keys: string, onPress: () => void): boolean {
  try {
    return globalShortcut.register(keys, onPress);
  } catch {
    return false;
  }
}

function taken(): Failure {
  return appError('CONFLICT', say.shortcutTaken, say.shortcutTakenHint).failure;
}
