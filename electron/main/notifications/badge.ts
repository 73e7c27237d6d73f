import { nativeImage, type App as ElectronApp, type BrowserWindow } from 'electron';
import { onNewCode } from './arrivedCodes.ts';
import type { Desktop } from '../desktop.ts';
import { badgeFile } from '../paths.ts';

interface BadgeOptions extends Pick<Desktop, 'app' | 'clock' | 'platform' | 'words' | 'isWatched'> {
  electron: Pick<ElectronApp, 'on' | 'setBadgeCount'>;
  window: () => Pick<BrowserWindow, 'setOverlayIcon'> | null;
}

/** Counts on the app's icon the codes that came while nobody looked at the window. Looking at it clears the count. */
export function countUnread(options: BadgeOptions): void {
  const { electron, app, clock, isWatched } = options;
  let unread = 0;
  onNewCode(app, clock.now(), () => {
    if (!isWatched()) showCount((unread += 1), options);
  });
  electron.on('browser-window-focus', () => {
    if (unread > 0) showCount((unread = 0), options);
  });
}

function showCount(count: number, { electron, platform, window, words }: BadgeOptions): void {
  if (platform !== 'win32') return void electron.setBadgeCount(count);
  const icon = count === 0 ? null : nativeImage.createFromPath(badgeFile(count));
  window()?.setOverlayIcon(icon, count === 0 ? '' : words().badge({ count }));
}
