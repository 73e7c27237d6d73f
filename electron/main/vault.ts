import type { SafeStorage } from 'electron';
import { appError } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';
import type { KeyValueStore } from '../adapters/settings/store.ts';
import type { Logger, SecretName, SecretStore } from '../core/ports.ts';

const say = phrases.host;

export interface VaultOptions {
  safeStorage: Pick<
    SafeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
  >;
  platform: NodeJS.Platform;
  /** Where the ciphertext is kept, beside the settings. */
  values: KeyValueStore;
  log: Logger;
  /** Told once for each secret that is there but can no longer be read, such as after a change of the key chain. */
  onUnreadable: (name: SecretName) => void;
}

/** Secrets encrypted with a key that the operating system keeps. After `ready` only. */
export async function openVault(options: VaultOptions): Promise<SecretStore> {
  const available = await isSafe(options);
  return {
    storage: available ? 'encrypted' : 'unavailable',
    read: (name) => (available ? read(options, name) : Promise.resolve(null)),
    write: async (name, value) => {
      if (!available) throw unavailable();
      await write(options, name, value);
    },
    remove: async (name) => options.values.delete(key(name)),
  };
}

/** On Linux without a secret store Electron falls back to `basic_text`, which protects nothing. */
async function isSafe({ safeStorage, platform }: VaultOptions): Promise<boolean> {
  if (platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())) return false;
  return safeStorage.isAsyncEncryptionAvailable().catch(() => false);
}

async function read(options: VaultOptions, name: SecretName): Promise<string | null> {
  const stored = options.values.get(key(name));
  if (typeof stored !== 'string') return null;
  try {
    const { result, shouldReEncrypt } = await options.safeStorage.decryptStringAsync(Buffer.from(stored, 'base64'));
    if (shouldReEncrypt) await write(options, name, result);
    return result;
  } catch {
    // Left where it is: a key chain that is locked today may open tomorrow. The error may quote what it read.
    options.log.warn(`The stored ${name} secret could not be decrypted; it counts as not there.`);
    options.onUnreadable(name);
    return null;
  }
}

async function write({ safeStorage, values }: VaultOptions, name: SecretName, value: string): Promise<void> {
  values.set(key(name), (await safeStorage.encryptStringAsync(value)).toString('base64'));
}

function key(name: SecretName): string {
  return `secrets.${name}`;
}

function unavailable() {
  return appError('SECRET_STORAGE_UNAVAILABLE', say.noSafePlace, say.noSafePlaceHint);
}
