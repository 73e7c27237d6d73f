import { app, globalShortcut, powerMonitor } from 'electron';
import type { Command } from '../contract/commands.ts';
import type { App } from '../core/app.ts';
import type { Clock, Logger } from '../core/ports.ts';
import { notifyOfAlerts } from './alerts.ts';
import { countUnread } from './badge.ts';
import { autoCopy, copyNewest, type ClipboardKeeper } from './clipboard.ts';
import { notifyOfCodes } from './codeNotifications.ts';
import type { DesktopView } from './desktopView.ts';
import { followLogin } from './loginItem.ts';
import { showMenu } from './menu.ts';
import type { NotificationCenter } from './notificationCenter.ts';
import { watchLock } from './power.ts';
import { openExternal } from './security.ts';
import { followShortcut } from './shortcut.ts';
import { showTray } from './tray.ts';
import type { MainWindow } from './window.ts';
import type { MainWords } from '../contract/words/words.ts';

export interface MannersOptions {
  core: App;
  clock: Clock;
  log: Logger;
  platform: NodeJS.Platform;
  keeper: Pick<ClipboardKeeper, 'copy'>;
  /** Of this start, for the one at login, too. */
  flags: readonly string[];
  notifications: NotificationCenter;
  words: () => MainWords;
  view: DesktopView;
  window: Pick<MainWindow, 'current' | 'show' | 'isWatched'>;
  command: (command: Command) => void;
  reveal: (leaseId: string | null) => void;
}

/** What makes it an app of the desktop: menu, tray, badge, notifications, keys and the start at login. */
export function addManners(options: MannersOptions): void {
  const { core, keeper, window, log, command, reveal } = options;
  const copy = (text: string) => {
    keeper.copy(text).catch((error: unknown) => log.error('A code could not be copied.', error));
  };
  const isWatched = () => window.isWatched();
  const isLocked = watchLock(powerMonitor);
  const present = (presenting: boolean) => options.view.change({ presenting });
  const common = { ...options, app: core, electron: app, copy, isLocked, isWatched, present };

  showMenu({ ...common, developing: !app.isPackaged, openExternal });
  const pause = (paused: boolean) => {
    core.pauseReception(paused).catch((error: unknown) => log.error('Reception could not be switched.', error));
  };
  showTray({ ...common, reveal, command, pause, open: () => void window.show(), quit: () => app.quit() });
  countUnread({ ...common, window: () => window.current() });
  autoCopy(core, keeper, log);
  notifyOfCodes(common);
  notifyOfAlerts(common);
  followShortcut({ ...common, globalShortcut, onPress: () => copyNewest(common) });
  followLogin({ ...common, env: process.env });
}
