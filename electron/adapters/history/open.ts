import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DamagedDatabase, isDamage, storageFailed } from './errors.ts';
import { assertOwnShape, lock, migrate, versionOf } from './schema.ts';

/** Bytes. A larger file is not read through at each start: it would take seconds. */
const checkedUpTo = 64 * 2 ** 20;

interface Opened {
  db: DatabaseSync;
  recovered: { movedTo: string } | null;
}

/**
 * Opens the database, or makes one. A damaged one is put aside under another name and a new one takes its place.
 * Throws HOST_RUNNING when another host uses it, STORAGE_FAILED when it is from a newer version or cannot be opened.
 */
export function openDatabase(file: string): Opened {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(prepared(file));
    makeReady(db, file);
    return { db, recovered: null };
  } catch (thrown) {
    if (db && file !== ':memory:' && isDamage(thrown)) return beginAnew(db, file);
    // Left open, it would keep its lock on the folder until it is collected.
    db?.close();
    throw storageFailed(file, thrown);
  }
}

// Before SQLite opens it: the files that SQLite puts beside it get the same mode.
function prepared(file: string): string {
  if (file === ':memory:') return file;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  return file;
}

function makeReady(db: DatabaseSync, file: string): void {
  lock(db);
  const version = versionOf(db);
  if (file !== ':memory:' && statSync(file).size < checkedUpTo) check(db);
  assertOwnShape(db, version);
  migrate(db, version);
}

function check(db: DatabaseSync): void {
  const { quick_check: found } = db.prepare('PRAGMA quick_check(1)').get() as { quick_check: string };
  if (found !== 'ok') throw new DamagedDatabase(found);
}

function beginAnew(damaged: DatabaseSync, file: string): Opened {
  let db: DatabaseSync | null = null;
  try {
    const movedTo = putAside(damaged, file);
    db = new DatabaseSync(prepared(file));
    makeReady(db, file);
    return { db, recovered: { movedTo } };
  } catch (thrown) {
    db?.close();
    if (damaged.isOpen) damaged.close();
    throw storageFailed(file, thrown);
  }
}

/** Returns the file's new name. */
function putAside(db: DatabaseSync, file: string): string {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-');
  const movedTo = `${file.replace(/\.db$/, '')}.damaged-${stamp}.db`;
  // Closing may delete the log, which may hold what the file has lost; and Windows moves no file that is open.
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${movedTo}-wal`);
  db.close();
  renameSync(file, movedTo);
  // The copy of the log is older than what closing left of it, and whole.
  rmSync(`${file}-wal`, { force: true });
  if (existsSync(`${file}-shm`)) renameSync(`${file}-shm`, `${movedTo}-shm`);
  return movedTo;
}
