import { AppError, appError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';
import { firstSettings, settingsSchema, type Settings } from '../../contract/settings.ts';
import type { SettingsStore } from '../../core/ports.ts';
import { folderUnusable } from '../dataDir.ts';
import { assertFolderThere } from '../filePlace.ts';
import { preparePrivateFolder } from '../privateFiles.ts';
import { keepCopy, repairSettings } from './repair.ts';

const say = phrases.host;

/** The part of conf (and of electron-store, which builds on it) that we use. */
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

/** A file is written at once. */
export interface FileSettings extends SettingsStore {
  write(settings: Settings): void;
}

const fileName = 'settings';

/**
 * Opens `settings.json` in the data folder. A damaged file is renamed, never overwritten, and repaired (see
 * repairSettings). Throws STORAGE_FAILED when the folder cannot be used at all.
 */
export function openSettings(
  dataDir: string,
  create: (options: StoreOptions) => KeyValueStore,
): { settings: FileSettings; values: KeyValueStore } {
  try {
    preparePrivateFolder(dataDir);
    const recovered = repairSettings(dataDir);
    const opened = create({ cwd: dataDir, configName: fileName, configFileMode: 0o600, clearInvalidConfig: false });
    keepCopy(dataDir);
    const values = withCopy(opened, dataDir);
    return { values, settings: settingsOn(values, recovered) };
  } catch (thrown) {
    throw folderUnusable(dataDir, thrown);
  }
}

function withCopy(values: KeyValueStore, dataDir: string): KeyValueStore {
  return {
    get: (key) => values.get(key),
    set: (key, value) => {
      assertFolderThere(dataDir);
      values.set(key, value);
      keepCopy(dataDir);
    },
    delete: (key) => {
      assertFolderThere(dataDir);
      values.delete(key);
      keepCopy(dataDir);
    },
  };
}

function settingsOn(values: KeyValueStore, recovered: SettingsStore['recovered']): FileSettings {
  return {
    recovered,
    read: () => {
      const stored = values.get('settings');
      return stored === undefined ? firstSettings : settingsSchema.parse(stored);
    },
    write: (settings) => {
      try {
        values.set('settings', settings);
      } catch (thrown) {
        if (thrown instanceof AppError) throw thrown;
        throw appError('STORAGE_FAILED', say.settingsNotWritten, say.settingsNotWrittenHint, { retryable: true });
      }
    },
  };
}
