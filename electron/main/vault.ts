import type { SafeStorage } from 'electron';
import { appError } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';
import type { KeyValueStore } from '../adapters/settings/store.ts';
import type { Logger, SecretName, SecretStore } from '../core/ports.ts';

const { noSafePlace, noSafePlaceHint } = phrases.host;

export interface VaultOptions {
  safeStorage: Pick<
    SafeStorage,
    'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
  >;
  platform: NodeJS.Platform;
  /** Keeps the ciphertext, beside the settings. */
  values: KeyValueStore;
  log: Logger;
  /** Told of each secret that is stored and can no longer be read, for instance after a change of the key chain. */
  onUnreadable: (name: SecretName) => void;
}

/** Encrypts secrets with a key that the operating system keeps. After `ready` only. */
export async function openVault(options: VaultOptions): Promise<SecretStore> {
  const available = await isSafe(options);
  return {
    storage: available ? 'encrypted' : 'unavailable',
    read: (name) => (available ? read(options, name) : Promise.resolve(null)),
    write: async (name, value) => {
      if (!available) throw appError('SECRET_STORAGE_UNAVAILABLE', noSafePlace, noSafePlaceHint);
      await write(options, name, value);
    },
    remove: async (name) => options.values.delete(key(name)),
  };
}

/** On Linux without a key store Electron falls back to `basic_text`, which protects nothing. */
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
    // It stays: a key chain that is locked today may open tomorrow. The error is not logged: it may quote the secret.
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
