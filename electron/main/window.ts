import { BrowserWindow, nativeTheme } from 'electron';
import type { Logger } from '../core/ports.ts';

export interface WindowOptions {
  url: string;
  preload: string;
  log: Logger;
}

/** The page is a stranger to Node: all that it can do goes through the preload's bridge. */
const webPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webSecurity: true,
  webviewTag: false,
  spellcheck: false,
} as const;

/** Opens the window; it is shown once there is something in it. */
export function openWindow({ url, preload, log }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: 'OTP Dock',
    width: 1120,
    height: 760,
    minWidth: 480,
    minHeight: 480,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1a1b1e' : '#ffffff',
    webPreferences: { ...webPreferences, preload },
  });
  window.once('ready-to-show', () => window.show());
  window.loadURL(url).catch((error: unknown) => log.error('The page of the window could not be loaded.', error));
  return window;
}

/** Shown, not minimised, and in front. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
