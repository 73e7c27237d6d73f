import { BrowserWindow, nativeTheme } from 'electron';
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
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: { ...webPreferences, devTools, preload },
  });
  // To maximise a window is to show it.
  if (maximized) window.once('show', () => window.maximize());
  if (!hidden) window.once('ready-to-show', () => window.show());
  memory.watch(window);
  window.loadURL(url).catch((error: unknown) => log.error('The page of the window could not be loaded.', error));
  return window;
}

/** Shown, not minimised, and in front. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
