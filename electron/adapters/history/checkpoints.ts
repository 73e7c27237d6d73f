import type { DatabaseSync } from 'node:sqlite';

/** The log is emptied after this long without a write. Milliseconds. */
const quietMs = 500;

/**
 * Moves SQLite's log into the file as soon as writing stops, and empties it. A damaged log loses everything after the
 * damage, and old pages in it could overwrite newer ones. During heavy writing SQLite does this by itself (see
 * wal_autocheckpoint).
 */
export class Checkpoints {
  readonly #db: DatabaseSync;
  #last = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** Call after a write. */
  written(): void {
    this.#last = performance.now();
    if (this.#timer === undefined) this.#schedule(quietMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #schedule(ms: number): void {
    this.#timer = setTimeout(() => this.#run(), ms).unref();
  }

  #run(): void {
    const left = this.#last + quietMs - performance.now();
    if (left > 0) return this.#schedule(left);
    this.#timer = undefined;
    emptyLog(this.#db);
  }
}

/** Moves the whole log into the file. If that fails, e.g. on a full disk, everything is still in the log. */
export function emptyLog(db: DatabaseSync): void {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // Retried after the next write.
  }
}
