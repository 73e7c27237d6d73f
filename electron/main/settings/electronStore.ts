import Store from 'electron-store';
import type { KeyValueStore, StoreOptions } from '../../adapters/settings/store.ts';

/** The settings file of the desktop app. electron-store calls conf's configName `name`. */
export function createElectronStore({ configName, ...options }: StoreOptions): KeyValueStore {
  return new Store<Record<string, unknown>>({ ...options, name: configName });
}
