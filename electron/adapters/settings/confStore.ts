import Conf from 'conf';
import type { KeyValueStore, StoreOptions } from './store.ts';

/** The headless host's store: conf, which electron-store builds on, so both read the same file. */
export function createConfStore(options: StoreOptions): KeyValueStore {
  return new Conf<Record<string, unknown>>({ ...options, projectName: 'otp-dock' });
}
