import { dialog, type BrowserWindow } from 'electron';
import type { SecretName } from '../core/ports.ts';
import type { MainWords } from '../contract/words/words.ts';

/** Collects, while the app starts, what could not be decrypted, and says so once there is a window to say it in. */
export function unreadableSecrets(): {
  add(name: SecretName): void;
  any(): boolean;
  tell(window: BrowserWindow, words: MainWords): void;
} {
  const found = new Set<SecretName>();
  return {
    add: (name) => void found.add(name),
    any: () => found.size > 0,
    tell: (window, { secrets: text }) => {
      if (found.size === 0) return;
      void dialog.showMessageBox(window, {
        type: 'warning',
        message: text.unreadable({
          what: [...found].map((name) => text.names[name]).reduce((one, other) => text.and({ one, other })),
        }),
        detail: text.hint,
      });
    },
  };
}
