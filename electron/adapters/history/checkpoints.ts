import type { DatabaseSync } from 'node:sqlite';

/** Milliseconds without anything written before the log is emptied. */
const quietMs = 500;

/**
 * Takes what SQLite's log holds into the file as soon as nothing is written any more, and leaves it empty: a log that is
 * damaged loses what comes after the damage, and one that has old pages of the file could bring these back. While much is
 * written SQLite does it by itself (see wal_autocheckpoint).
 */
export class Checkpoints {
  readonly #db: DatabaseSync;
  #last = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** Something was written. */
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

/** Takes the whole log into the file. Where that fails, as on a full disk, it is all in the log still. */
export function emptyLog(db: DatabaseSync): void {
  try {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // Tried again after what is written next.
  }
}
