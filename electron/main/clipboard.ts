import type { Clipboard } from 'electron';
import { groupedCode } from '../contract/codeGroups.ts';
import type { Cancel, Clock, Logger } from '../core/ports.ts';
import { isHidden, newestCodes, onNewCode } from './notifications/arrivedCodes.ts';
import type { Desktop } from './desktop.ts';

export interface ClipboardKeeperOptions {
  clipboard: Pick<Clipboard, 'readText' | 'writeText'>;
  clock: Pick<Clock, 'after'>;
  log: Logger;
  /** null: copied text stays. */
  clearAfterSeconds: () => number | null;
}

/** Whether the clipboard still holds what the app copied, so that nothing else is cleared. */
export function isOurs(found: string, copied: string | null): boolean {
  // Windows turns line ends into its own.
  return copied !== null && found.replaceAll('\r\n', '\n') === copied.replaceAll('\r\n', '\n');
}

/** Makes every copy of the app, so that it can be cleared from the clipboard later. */
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

  /** Clears what was copied, if Settings ask for it and it is still there. Never rejects. */
  async clear(): Promise<void> {
    const { clipboard, log, clearAfterSeconds } = this.#options;
    this.#cancel();
    const copied = this.#copied;
    if (copied === null || clearAfterSeconds() === null) return;
    try {
      const found = await clipboard.readText();
      // A later copy has its own time.
      if (this.#copied === copied && isOurs(found, copied)) await clipboard.writeText('');
      if (this.#copied === copied) this.#copied = null;
    } catch {
      // The error may quote the clipboard.
      log.warn('The clipboard could not be cleared.');
    }
  }
}

/** Copies each code that comes in from now on, once, while Settings ask for it. */
export function autoCopy(app: Desktop['app'], keeper: Pick<ClipboardKeeper, 'copy'>, log: Logger): void {
  onNewCode(app, Date.now(), ({ code }) => {
    if (!app.state().settings.autoCopy) return;
    keeper.copy(code).catch(() => log.warn('A code could not be copied.'));
  });
}

type Options = Pick<Desktop, 'app' | 'notifications' | 'words' | 'isLocked' | 'copy'>;

/** Copies the newest code and says so, because whoever presses the shortcut is looking at another app. */
export function copyNewest({ app, notifications, words, isLocked, copy }: Options): void {
  const state = app.state();
  const [newest] = newestCodes(state, 1);
  if (newest) copy(newest.code);
  if (!state.settings.notifications) return;
  const text = words().notification;
  if (!newest) return void notifications.show({ title: text.nothing, body: '', silent: true });
  const title = isHidden(state, isLocked) ? text.copiedHidden : text.copied({ code: groupedCode(newest.code) });
  notifications.show({ title, body: text.body(newest), silent: true });
}
