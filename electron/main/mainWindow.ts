import type { BrowserWindow, Event } from 'electron';
import type { Command } from '../contract/commands.ts';
import type { CommandSlot } from './commandSlot.ts';
import type { Push } from '../contract/events.ts';
import { bringToFront, openWindow, type WindowOptions } from './window.ts';

export interface MainWindowOptions extends WindowOptions {
  /** The window is about to close; `preventDefault` keeps it. */
  onClose(event: Event): void;
}

/** The app has one window; on macOS it may be closed while the app goes on. */
export class MainWindow {
  readonly #options: MainWindowOptions;
  #window: BrowserWindow | null = null;

  constructor(options: MainWindowOptions) {
    this.#options = options;
  }

  /** null while it is closed. */
  current(): BrowserWindow | null {
    return this.#window;
  }

  /** To the front, opened anew if it was closed. */
  show(): BrowserWindow {
    if (this.#window !== null) {
      bringToFront(this.#window);
      return this.#window;
    }
    return this.open({ hidden: false });
  }

  /** For the start, when there is none yet. */
  open(how: { hidden: boolean }): BrowserWindow {
    const window = openWindow(this.#options, how);
    window.on('close', (event) => this.#options.onClose(event));
    window.once('closed', () => (this.#window = null));
    return (this.#window = window);
  }

  /** To the front, and there the command, as soon as the page takes it. */
  command(command: Command, slot: CommandSlot, send: (push: Push) => void): void {
    slot.put(command);
    this.show();
    send({ event: 'command', payload: { name: command.name } });
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
