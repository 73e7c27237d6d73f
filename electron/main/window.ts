import { BrowserWindow, nativeTheme, type NativeTheme } from 'electron';
import type { Logger } from '../core/ports.ts';
import type { WindowMemory } from './windowMemory.ts';
import { smallest } from './windowPlace.ts';

export interface WindowOptions {
  url: string;
  preload: string;
  /** The developer tools can do all that the page can; an app that is shipped has none. */
  devTools: boolean;
  log: Logger;
  memory: Pick<WindowMemory, 'place' | 'watch'>;
}

/** The page is a stranger to Node: all that it can do goes through the preload's bridge. */
const webPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const;

/** Opens the window where it was; it is shown once there is something in it, unless it is to wait hidden. */
export function openWindow(
  { url, preload, devTools, log, memory }: WindowOptions,
  { hidden } = { hidden: false },
): BrowserWindow {
  const { bounds, maximized } = memory.place();
  const window = new BrowserWindow({
    title: 'OTP Dock',
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: backgroundOf(nativeTheme),
    webPreferences: { ...webPreferences, devTools, preload },
  });
  // To maximise a window is to show it.
  if (maximized) window.once('show', () => window.maximize());
  if (!hidden) window.once('ready-to-show', () => window.show());
  memory.watch(window);
  followBackground(window);
  window.loadURL(url).catch((error: unknown) => log.error('The page of the window could not be loaded.', error));
  return window;
}

/** What is seen while the page is not painted yet. */
function backgroundOf({ shouldUseDarkColors }: Pick<NativeTheme, 'shouldUseDarkColors'>): string {
  return shouldUseDarkColors ? '#1a1b1e' : '#ffffff';
}

/** The system may turn dark while the window is open: then it must not flash white when it is made larger. */
function followBackground(window: BrowserWindow): void {
  const paint = () => window.setBackgroundColor(backgroundOf(nativeTheme));
  nativeTheme.on('updated', paint);
  window.once('closed', () => nativeTheme.off('updated', paint));
}

/** Shown, not minimised, and in front. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
