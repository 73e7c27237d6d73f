import { describe, expect, test } from 'vitest';
import type { KeyValueStore } from '../../electron/adapters/settings/store.ts';
import { openVault, type VaultOptions } from '../../electron/main/vault.ts';

interface Machine {
  platform?: NodeJS.Platform;
  backend?: 'basic_text' | 'gnome_libsecret' | 'unknown';
  available?: boolean;
  rotated?: boolean;
  broken?: boolean;
}

function fakeValues(): KeyValueStore & { held: Map<string, unknown> } {
  const held = new Map<string, unknown>();
  return {
    held,
    get: (key) => held.get(key),
    set: (key, value) => void held.set(key, value),
    delete: (key) => void held.delete(key),
  };
}

/** Reverses the text: enough to tell cipher from plain. */
function fakeStorage(machine: Machine): VaultOptions['safeStorage'] & { encrypted: number } {
  const flip = (text: string) => [...text].toReversed().join('');
  const storage = {
    encrypted: 0,
    getSelectedStorageBackend: () => machine.backend ?? ('gnome_libsecret' as const),
    isAsyncEncryptionAvailable: async () => machine.available ?? true,
    encryptStringAsync: async (plain: string) => {
      storage.encrypted += 1;
      return Buffer.from(flip(plain));
    },
    decryptStringAsync: async (cipher: Buffer) => {
      if (machine.broken) throw new Error('no key for abcdef');
      return { result: flip(cipher.toString()), shouldReEncrypt: machine.rotated ?? false };
    },
  };
  return storage;
}

async function vault(machine: Machine = {}, values = fakeValues()) {
  const lines: string[] = [];
  const unreadable: string[] = [];
  const safeStorage = fakeStorage(machine);
  const log = { info: () => undefined, warn: (line: string) => void lines.push(line), error: () => undefined };
  const store = await openVault({
    safeStorage,
    platform: machine.platform ?? 'linux',
    values,
    log,
    onUnreadable: (name) => void unreadable.push(name),
  });
  return { store, values, lines, unreadable, safeStorage };
}

describe('a computer with a key ring', () => {
  test('gives back what it was given, and keeps no plain text', async () => {
    const { store, values } = await vault();
    await store.write('twilio', 'token-abcdef');
    expect(store.storage).toBe('encrypted');
    expect(await store.read('twilio')).toBe('token-abcdef');
    expect(await store.read('ngrok')).toBeNull();
    expect(JSON.stringify([...values.held])).not.toContain('token-abcdef');
    expect(values.held.get('secrets.twilio')).toBe(Buffer.from('fedcba-nekot').toString('base64'));
  });

  test('forgets', async () => {
    const { store, values } = await vault();
    await store.write('ngrok', 'x');
    await store.remove('ngrok');
    expect(await store.read('ngrok')).toBeNull();
    expect(values.held.size).toBe(0);
  });

  test('encrypts anew when its key has changed', async () => {
    const { store, safeStorage } = await vault({ rotated: true });
    await store.write('twilio', 'abc');
    expect(await store.read('twilio')).toBe('abc');
    expect(safeStorage.encrypted).toBe(2);
  });

  test('says that a secret cannot be read, without quoting it, and leaves it where it is', async () => {
    const values = fakeValues();
    values.set('secrets.twilio', 'Zm9v');
    const { store, lines, unreadable } = await vault({ broken: true }, values);
    expect(await store.read('twilio')).toBeNull();
    expect(unreadable).toEqual(['twilio']);
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('abcdef');
    expect(values.held.get('secrets.twilio')).toBe('Zm9v');
  });
});

describe('a computer without a safe place', () => {
  test.each<Machine>([{ backend: 'basic_text' }, { backend: 'unknown' }, { available: false }])(
    '%j refuses to store',
    async (machine) => {
      const { store, values } = await vault(machine);
      expect(store.storage).toBe('unavailable');
      await expect(store.write('twilio', 'x')).rejects.toMatchObject({
        failure: { code: 'SECRET_STORAGE_UNAVAILABLE' },
      });
      expect(await store.read('twilio')).toBeNull();
      expect(values.held.size).toBe(0);
    },
  );

  test('basic_text is a thing of Linux alone', async () => {
    const { store } = await vault({ platform: 'darwin', backend: 'basic_text' });
    expect(store.storage).toBe('encrypted');
  });
});
