import { chmodSync, existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { appError } from '../../contract/errors.ts';
import { host } from '../../contract/sentences/host.ts';
import { phrases } from '../../contract/sentences/sentence.ts';
import { firstSettings, settingsSchema, type Settings } from '../../contract/settings.ts';
import type { SettingsStore } from '../../core/ports.ts';
import { folderUnusable } from '../dataDir.ts';
import { preparePrivateFolder } from '../privateFiles.ts';

const say = phrases(host);

/** The part of conf (and of electron-store, which is built on it) that is used here. */
export interface KeyValueStore {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  delete(key: string): void;
}

export interface StoreOptions {
  cwd: string;
  configName: string;
  configFileMode: number;
  clearInvalidConfig: false;
}

const fileName = 'settings';

/**
 * Opens `settings.json` in the data folder. A file that cannot be read, or whose settings are not valid, is put aside
 * under another name, never overwritten, and the defaults take its place. Throws STORAGE_FAILED when the folder cannot
 * be used at all.
 */
export function openSettings(
  dataDir: string,
  create: (options: StoreOptions) => KeyValueStore,
): { settings: SettingsStore; values: KeyValueStore } {
  try {
    preparePrivateFolder(dataDir);
    const file = join(dataDir, `${fileName}.json`);
    const openStore = () =>
      create({ cwd: dataDir, configName: fileName, configFileMode: 0o600, clearInvalidConfig: false });
    const attempt = readable(openStore);
    const recovered = attempt ? null : { movedTo: putAside(file) };
    const values = attempt ?? openStore();
    // A file from before may be open to others; conf sets the mode of new files only.
    if (existsSync(file)) chmodSync(file, 0o600);
    return { values, settings: settingsOn(values, recovered) };
  } catch (thrown) {
    throw folderUnusable(dataDir, thrown);
  }
}

function settingsOn(values: KeyValueStore, recovered: SettingsStore['recovered']): SettingsStore {
  return {
    recovered,
    read: () => readSettings(values),
    write: (settings) => {
      try {
        values.set('settings', settings);
      } catch {
        throw appError('STORAGE_FAILED', say.settingsNotWritten, say.settingsNotWrittenHint, { retryable: true });
      }
    },
  };
}

function readSettings(values: KeyValueStore): Settings {
  const stored = values.get('settings');
  return stored === undefined ? firstSettings : settingsSchema.parse(stored);
}

function readable(openStore: () => KeyValueStore): KeyValueStore | null {
  try {
    const values = openStore();
    readSettings(values);
    return values;
  } catch {
    return null;
  }
}

function putAside(file: string): string {
  const movedTo = file.replace(/\.json$/, `.unreadable-${new Date().toISOString().replace(/[:.]/g, '-')}.json`);
  renameSync(file, movedTo);
  return movedTo;
}
