import Conf from 'conf';
import type { KeyValueStore, StoreOptions } from './store.ts';

/** The store of the headless host: conf, which electron-store is built on, so that both read the same file. */
export function createConfStore(options: StoreOptions): KeyValueStore {
  return new Conf<Record<string, unknown>>({ ...options, projectName: 'otp-dock' });
}
