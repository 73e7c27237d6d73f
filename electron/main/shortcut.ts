import type { App as ElectronApp, GlobalShortcut } from 'electron';
import { appError, type Failure } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';
import type { App } from '../core/app.ts';
import type { DesktopView } from './desktopView.ts';
import { followSetting } from './followSetting.ts';

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
  followSetting(app, 'globalShortcut', null, (shortcut, before) => {
    if (before !== null) globalShortcut.unregister(before);
    const works = shortcut === null || register(globalShortcut, shortcut, onPress);
    view.change({ shortcutProblem: works ? null : taken() });
  });
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
