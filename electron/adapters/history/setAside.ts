import { existsSync, renameSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { securePrivateFile } from '../privateFiles.ts';
import { isBusy, storageFailed } from './errors.ts';
import { lock } from './migrate.ts';

/** The files that SQLite keeps beside a database. */
const companions = ['', '-wal', '-shm'];

/**
 * Renames the history as it is, so that the next start begins a new one. Returns its new path, or null when there was
 * none. Throws HOST_RUNNING while another host uses it, or the file system's error.
 */
export function setHistoryAside(file: string, now: Date = new Date()): string | null {
  for (const end of companions) securePrivateFile(file + end);
  if (!existsSync(file)) return null;
  assertUnused(file);
  const stamp = now.toISOString().replace(/[:.]/g, '-');
  const aside = `${file.replace(/\.db$/, '')}.set-aside-${stamp}.db`;
  for (const end of companions) if (existsSync(file + end)) renameSync(file + end, aside + end);
  return aside;
}

/** A damaged one cannot be locked, so nobody is using it. */
function assertUnused(file: string): void {
  const db = new DatabaseSync(file);
  try {
    lock(db);
  } catch (thrown) {
    if (isBusy(thrown)) throw storageFailed(file, thrown);
  } finally {
    db.close();
  }
}
