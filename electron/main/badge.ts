import { nativeImage, type App as ElectronApp, type BrowserWindow } from 'electron';
import { secondOf } from '../contract/time.ts';
import type { App } from '../core/app.ts';
import type { Clock } from '../core/ports.ts';
import { badgeFile } from './paths.ts';
import type { MainWords } from '../contract/words/words.ts';

export interface BadgeOptions {
  electron: Pick<ElectronApp, 'on' | 'setBadgeCount'>;
  app: Pick<App, 'on'>;
  clock: Pick<Clock, 'now'>;
  platform: NodeJS.Platform;
  words: () => MainWords;
  isWatched: () => boolean;
  window: () => Pick<BrowserWindow, 'setOverlayIcon'> | null;
}

/** Counts the codes that came while nobody looked at the window, on the app's icon; looking at it clears that. */
export function countUnread(options: BadgeOptions): void {
  const { electron, app, clock, isWatched } = options;
  const since = secondOf(clock.now());
  const known = new Set<string>();
  let unread = 0;
  app.on('message', ({ sid, code, receivedAt }) => {
    // A message is told twice when it is found out later whose it is; older ones are history that was read.
    if (code === null || known.has(sid) || Date.parse(receivedAt) < since) return;
    known.add(sid);
    if (!isWatched()) showCount((unread += 1), options);
  });
  electron.on('browser-window-focus', () => {
    if (unread === 0) return;
    showCount((unread = 0), options);
  });
}

function showCount(count: number, { electron, platform, window, words }: BadgeOptions): void {
  if (platform !== 'win32') return void electron.setBadgeCount(count);
  const icon = count === 0 ? null : nativeImage.createFromPath(badgeFile(count));
  window()?.setOverlayIcon(icon, count === 0 ? '' : words().badge({ count }));
}
