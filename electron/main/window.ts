import { BrowserWindow, nativeTheme, type Event, type NativeTheme } from 'electron';
import type { Command } from '../contract/commands.ts';
import type { Logger } from '../core/ports.ts';
import type { Push } from '../contract/events.ts';
import type { WindowMemory } from './windowMemory.ts';
import { smallest } from './windowPlace.ts';

export interface WindowOptions {
  url: string;
  preload: string;
  /** The developer tools can do whatever the page can, so a shipped app has none. */
  devTools: boolean;
  log: Logger;
  memory: Pick<WindowMemory, 'place' | 'watch'>;
  /** Sends an event to the page. */
  send(push: Push): void;
  /** The window is about to close; `preventDefault` keeps it open. */
  onClose(event: Event): void;
}

/** The page has no access to Node: all it can do goes through the preload's bridge. */
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
  // The compiled code of the first start serves the second; without this, only that of the second serves the third.
  v8CacheOptions: 'bypassHeatCheck',
} as const;

/** The app has one window. On macOS the app can go on without it. */
export class MainWindow {
  readonly #options: WindowOptions;
  #window: BrowserWindow | null = null;
  #command: Command | null = null;

  constructor(options: WindowOptions) {
    this.#options = options;
  }

  /** null while it is closed. */
  current(): BrowserWindow | null {
    return this.#window;
  }

  isWatched(): boolean {
    return this.#window?.isFocused() ?? false;
  }

  /** Opens the window for the first time, where it was at the last start. */
  open({ hidden }: { hidden: boolean }): BrowserWindow {
    const window = createWindow(this.#options, hidden);
    window.on('close', (event) => this.#options.onClose(event));
    window.once('closed', () => (this.#window = null));
    return (this.#window = window);
  }

  /** Brings the window to the front, and opens it again if it was closed. */
  show(): BrowserWindow {
    if (this.#window === null) return this.open({ hidden: false });
    bringToFront(this.#window);
    return this.#window;
  }

  /** Brings the window to the front and asks its page to take the command: it may still be loading. */
  command(command: Command): void {
    this.#command = command;
    this.show();
    this.#options.send({ event: 'command', payload: { name: command.name } });
  }

  /** Hands over the last command, once. */
  takeCommand(): Command | null {
    const command = this.#command;
    this.#command = null;
    return command;
  }

  /** Brings the window to the front and shows the lease there, once the page has loaded. */
  reveal(leaseId: string | null): void {
    const { webContents } = this.show();
    if (leaseId === null) return;
    const send = () => this.#options.send({ event: 'reveal', payload: { leaseId } });
    if (webContents.isLoading()) webContents.once('did-finish-load', send);
    else send();
  }
}

/** Shown as soon as there is something to see, unless it is to start hidden. */
function createWindow({ url, preload, devTools, log, memory }: WindowOptions, hidden: boolean): BrowserWindow {
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
  // Maximising a window shows it.
  if (maximized) window.once('show', () => window.maximize());
  if (!hidden) window.once('ready-to-show', () => window.show());
  memory.watch(window);
  followBackground(window);
  window.loadURL(url).catch((error: unknown) => log.error('The page of the window could not be loaded.', error));
  return window;
}

/** What is seen before the page is painted: its background, as in index.html. */
function backgroundOf({ shouldUseDarkColors }: Pick<NativeTheme, 'shouldUseDarkColors'>): string {
  return shouldUseDarkColors ? '#0d1317' : '#f6f8f9';
}

/** If the system turns dark while the window is open, the window must not flash white when it grows. */
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
