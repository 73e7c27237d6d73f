import { describe, expect, test, vi } from 'vitest';
import { openVault } from '../../electron/main/vault.ts';
import { FakeSafeStorage, type StorageMode } from '../e2e/electron-double/safeStorage.ts';
import { listLogger } from '../adapters/harness.ts';

interface Machine {
  mode?: StorageMode;
  platform?: NodeJS.Platform;
  backend?: 'unknown';
}

async function vault({ mode = 'available', platform = 'linux', backend }: Machine = {}) {
  const held = new Map<string, unknown>();
  const values = {
    get: (key: string) => held.get(key),
    set: (key: string, value: unknown) => void held.set(key, value),
    delete: (key: string) => void held.delete(key),
  };
  const safeStorage = new FakeSafeStorage(mode, () => true);
  if (backend) vi.spyOn(safeStorage, 'getSelectedStorageBackend').mockReturnValue(backend);
  const encrypt = vi.spyOn(safeStorage, 'encryptStringAsync');
  const unreadable: string[] = [];
  const log = listLogger();
  const onUnreadable = (name: string) => void unreadable.push(name);
  const store = await openVault({ safeStorage, platform, values, log, onUnreadable });
  return { store, held, log, unreadable, encrypt };
}

describe('a computer with a key ring', () => {
  test('gives back what it was given, and keeps no plain text', async () => {
    const { store, held } = await vault();
    await store.write('twilio', 'token-abcdef');
    expect(store.storage).toBe('encrypted');
    expect(await store.read('twilio')).toBe('token-abcdef');
    expect(await store.read('ngrok')).toBeNull();
    const kept = String(held.get('secrets.twilio'));
    expect(kept).toMatch(/^[\w+/]{20,}=*$/);
    expect(kept + Buffer.from(kept, 'base64').toString('latin1')).not.toContain('token-abcdef');
  });

  test('forgets', async () => {
    const { store, held } = await vault();
    await store.write('ngrok', 'x');
    await store.remove('ngrok');
    expect(await store.read('ngrok')).toBeNull();
    expect(held.size).toBe(0);
  });

  test('encrypts anew when its key has changed', async () => {
    const { store, encrypt } = await vault({ mode: 'rotated' });
    await store.write('twilio', 'abc');
    expect(await store.read('twilio')).toBe('abc');
    expect(encrypt.mock.calls).toEqual([['abc'], ['abc']]);
  });

  test('says that a secret cannot be read, without quoting it, and leaves it where it is', async () => {
    const { store, held, log, unreadable } = await vault();
    held.set('secrets.twilio', 'Zm9v');
    expect(await store.read('twilio')).toBeNull();
    expect(unreadable).toEqual(['twilio']);
    expect(log.lines).toHaveLength(1);
    expect(log.lines[0]).not.toMatch(/Zm9v|foo/);
    expect(held.get('secrets.twilio')).toBe('Zm9v');
  });
});

describe('a computer without a safe place', () => {
  test.each<Machine>([{ mode: 'basic_text' }, { backend: 'unknown' }, { mode: 'unavailable' }])(
    '%j refuses to store',
    async (machine) => {
      const { store, held } = await vault(machine);
      expect(store.storage).toBe('unavailable');
      const failure = { code: 'SECRET_STORAGE_UNAVAILABLE' };
      await expect(store.write('twilio', 'x')).rejects.toMatchObject({ failure });
      expect(await store.read('twilio')).toBeNull();
      expect(held.size).toBe(0);
    },
  );

  test('basic_text is a thing of Linux alone', async () => {
    const { store } = await vault({ platform: 'darwin', mode: 'basic_text' });
    expect(store.storage).toBe('encrypted');
  });
});
