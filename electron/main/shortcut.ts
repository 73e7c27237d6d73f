import type { App as ElectronApp, GlobalShortcut } from 'electron';
import { appError, type Failure } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';
import type { Desktop } from './desktop.ts';
import { followSetting } from './followSetting.ts';

const say = phrases.host;

interface ShortcutOptions extends Pick<Desktop, 'app' | 'view'> {
  electron: Pick<ElectronApp, 'on'>;
  globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister' | 'unregisterAll'>;
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
