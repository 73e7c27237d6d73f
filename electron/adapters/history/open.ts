import { chmodSync, closeSync, copyFileSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { History } from '../../core/ports.ts';
import { preparePrivateFolder, securePrivateFile } from '../privateFiles.ts';
import { emptyLog } from './checkpoints.ts';
import { DamagedDatabase, isDamage, storageFailed } from './errors.ts';
import { isLogDamaged } from './logDamage.ts';
import { assertOwnShape, lock, migrate, stepsDone } from './migrate.ts';
import { historySteps, type Step } from './schema.ts';

/** Bytes. Larger files are not checked at each start: that would take seconds. */
const checkedUpTo = 64 * 2 ** 20;

/** The database and the files that SQLite keeps beside it. */
const ends = ['', '-wal', '-shm', '-journal'];

interface Opened extends Pick<History, 'recovered' | 'logDamage'> {
  db: DatabaseSync;
}

/**
 * Opens the database, or creates one. A damaged one is renamed and replaced by a new one. Throws HOST_RUNNING when
 * another host uses it, STORAGE_FAILED when it cannot be opened, is from a newer version or from before the first
 * release.
 */
export function openDatabase(file: string, steps: readonly Step[] = historySteps): Opened {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(prepared(file));
    return { db, recovered: null, logDamage: makeReady(db, file, steps) };
  } catch (thrown) {
    if (db && file !== ':memory:' && isDamage(thrown)) return beginAnew(db, file, steps);
    // If left open, it would lock the folder until it is garbage collected.
    db?.close();
    throw storageFailed(file, thrown);
  }
}

// Before SQLite opens it: the files that SQLite adds beside it get the same mode.
function prepared(file: string): string {
  if (file === ':memory:') return file;
  preparePrivateFolder(dirname(file));
  for (const end of ends) securePrivateFile(file + end);
  closeSync(openSync(file, 'a', 0o600));
  return file;
}

function makeReady(db: DatabaseSync, file: string, steps: readonly Step[]): History['logDamage'] {
  lock(db);
  // By now SQLite has read the valid part of the log, and has not written to it.
  const isDamaged = file !== ':memory:' && isLogDamaged(`${file}-wal`);
  const done = stepsDone(db, steps);
  if (file !== ':memory:' && statSync(file).size < checkedUpTo)
    check(db, isDamaged ? 'integrity_check' : 'quick_check');
  assertOwnShape(db, steps.slice(0, done));
  const logDamage = isDamaged ? keepLog(file) : null;
  migrate(db, done, steps);
  // Writes from here on start a new log, so that leftovers of the old one are not taken for part of it.
  emptyLog(db);
  return logDamage;
}

/** A partly read log may have put old pages between newer ones; the quick check does not see that. */
function check(db: DatabaseSync, how: 'quick_check' | 'integrity_check'): void {
  const found = db.prepare(`PRAGMA ${how}(1)`).get()?.[how];
  if (found !== 'ok') throw new DamagedDatabase(String(found));
}

/** The file was last written when the log was last moved into it: everything before that is safe. */
function keepLog(file: string): NonNullable<History['logDamage']> {
  const since = statSync(file).mtime.toISOString();
  const keptIn = `${file.replace(/\.db$/, '')}.damaged-${stampOf(new Date())}.db-wal`;
  copyFileSync(`${file}-wal`, keptIn);
  chmodSync(keptIn, 0o600);
  return { since, keptIn };
}

function stampOf(now: Date): string {
  return now.toISOString().replace(/[:.]/g, '-');
}

function beginAnew(damaged: DatabaseSync, file: string, steps: readonly Step[]): Opened {
  let db: DatabaseSync | null = null;
  try {
    const movedTo = putAside(damaged, file);
    db = new DatabaseSync(prepared(file));
    makeReady(db, file, steps);
    return { db, recovered: { movedTo }, logDamage: null };
  } catch (thrown) {
    db?.close();
    if (damaged.isOpen) damaged.close();
    throw storageFailed(file, thrown);
  }
}

/** Returns the file's new name. */
function putAside(db: DatabaseSync, file: string): string {
  const movedTo = `${file.replace(/\.db$/, '')}.damaged-${stampOf(new Date())}.db`;
  // Closing may delete the log, which may hold data the file has lost; and Windows cannot move an open file.
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${movedTo}-wal`);
  db.close();
  renameSync(file, movedTo);
  // The copy of the log is older than what closing left, and complete.
  rmSync(`${file}-wal`, { force: true });
  if (existsSync(`${file}-shm`)) renameSync(`${file}-shm`, `${movedTo}-shm`);
  return movedTo;
}
