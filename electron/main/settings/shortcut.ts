import type { App as ElectronApp, GlobalShortcut } from 'electron';
import { appError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { Desktop } from '../desktop.ts';
import { followSetting } from './followSetting.ts';

const { shortcutTaken, shortcutTakenHint } = phrases.host;
const taken = appError('CONFLICT', shortcutTaken, shortcutTakenHint).failure;

interface ShortcutOptions extends Pick<Desktop, 'app' | 'view'> {
  electron: Pick<ElectronApp, 'on'>;
  globalShortcut: Pick<GlobalShortcut, 'register' | 'unregister' | 'unregisterAll'>;
  onPress: () => void;
}

/** Registers the shortcut that Settings name, and says if the system refuses it. */
export function followShortcut({ app, electron, globalShortcut, view, onPress }: ShortcutOptions): void {
  followSetting(app, 'globalShortcut', null, (shortcut, before) => {
    if (before !== null) globalShortcut.unregister(before);
    const works = shortcut === null || register(globalShortcut, shortcut, onPress);
    view.change({ shortcutProblem: works ? null : taken });
  });
  electron.on('will-quit', () => globalShortcut.unregisterAll());
}

/** Electron throws for keys that the system does not know. */
function register(globalShortcut: Pick<GlobalShortcut, 'register'>, keys: string, onPress: () => void): boolean {
  try {
    return globalShortcut.register(keys, onPress);
  } catch {
    return false;
  }
}
