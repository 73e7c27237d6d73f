import type { Clipboard } from 'electron';
import type { Cancel, Clock, Logger } from '../core/ports.ts';

export interface ClipboardKeeperOptions {
  clipboard: Pick<Clipboard, 'readText' | 'writeText'>;
  clock: Pick<Clock, 'after'>;
  log: Logger;
  /** null: what was copied stays. */
  clearAfterSeconds: () => number | null;
}

/** Whether what lies on the clipboard is what was put there, so that nothing of anybody else's is cleared. */
export function isOurs(found: string, copied: string | null): boolean {
  // Windows gives line ends back as its own.
  return copied !== null && found.replaceAll('\r\n', '\n') === copied.replaceAll('\r\n', '\n');
}

/** Every copy that the app makes goes through here, so that it can be taken off the clipboard again. */
export class ClipboardKeeper {
  readonly #options: ClipboardKeeperOptions;
  #copied: string | null = null;
  #cancel: Cancel = () => undefined;

  constructor(options: ClipboardKeeperOptions) {
    this.#options = options;
  }

  async copy(text: string): Promise<void> {
    const { clipboard, clock, clearAfterSeconds } = this.#options;
    await clipboard.writeText(text);
    this.#cancel();
    this.#copied = text;
    const seconds = clearAfterSeconds();
    this.#cancel = seconds === null ? () => undefined : clock.after(seconds * 1000, () => void this.clear());
  }

  /** Takes what was copied off the clipboard, if Settings want that and it is still there. Never rejects. */
  async clear(): Promise<void> {
    const { clipboard, log, clearAfterSeconds } = this.#options;
    this.#cancel();
    const copied = this.#copied;
    if (copied === null || clearAfterSeconds() === null) return;
    try {
      const found = await clipboard.readText();
      // Meanwhile something else may have been copied, which has a time of its own.
      if (this.#copied === copied && isOurs(found, copied)) await clipboard.writeText('');
      if (this.#copied === copied) this.#copied = null;
    } catch {
      // The error might quote what is on the clipboard.
      log.warn('The clipboard could not be cleared.');
    }
  }
}
