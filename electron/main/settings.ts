import Store from 'electron-store';
import { openSettings, type KeyValueStore } from '../adapters/settings/store.ts';
import type { SettingsStore } from '../core/ports.ts';

/** The settings file through electron-store, by the rules that every host shares. */
export function openDesktopSettings(dataDir: string): { settings: SettingsStore; values: KeyValueStore } {
  // electron-store has another word for what conf calls configName.
  return openSettings(
    dataDir,
    ({ configName, ...options }) => new Store<Record<string, unknown>>({ ...options, name: configName }),
  );
}
