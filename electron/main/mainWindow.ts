import type { BrowserWindow } from 'electron';
import type { Push } from './ipc.ts';
import { bringToFront, openWindow, type WindowOptions } from './window.ts';

/** The app has one window; on macOS it may be closed while the app goes on. */
export class MainWindow {
  readonly #options: WindowOptions;
  #window: BrowserWindow | null = null;

  constructor(options: WindowOptions) {
    this.#options = options;
  }

  /** To the front, opened anew if it was closed. */
  show(): BrowserWindow {
    if (this.#window !== null) {
      bringToFront(this.#window);
      return this.#window;
    }
    const window = openWindow(this.#options);
    window.once('closed', () => (this.#window = null));
    return (this.#window = window);
  }

  /** To the front, and there the lease, as soon as the page can take the event. */
  reveal(leaseId: string | null, send: (push: Push) => void): void {
    const { webContents } = this.show();
    if (leaseId === null) return;
    const push = () => send({ event: 'reveal', payload: { leaseId } });
    if (webContents.isLoading()) webContents.once('did-finish-load', push);
    else push();
  }

  isWatched(): boolean {
    return this.#window?.isFocused() ?? false;
  }
}
