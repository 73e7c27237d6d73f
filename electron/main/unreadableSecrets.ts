import { dialog, type BrowserWindow } from 'electron';
import type { SecretName } from '../core/ports.ts';

const names: Record<SecretName, string> = { twilio: 'Twilio credentials', ngrok: 'ngrok token' };

/** Collects, while the app starts, what could not be decrypted, and says so once there is a window to say it in. */
export function unreadableSecrets(): {
  add(name: SecretName): void;
  any(): boolean;
  tell(window: BrowserWindow): void;
} {
  const found = new Set<SecretName>();
  return {
    add: (name) => void found.add(name),
    any: () => found.size > 0,
    tell: (window) => {
      if (found.size === 0) return;
      void dialog.showMessageBox(window, {
        type: 'warning',
        message: `The stored ${[...found].map((name) => names[name]).join(' and ')} could not be read.`,
        detail:
          "The system's key store may be locked, or its key has changed. Unlock it and start again, or connect anew.",
      });
    },
  };
}
