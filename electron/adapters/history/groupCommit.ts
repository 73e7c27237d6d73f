import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './database.ts';

interface Waiting {
  /** Does the work and returns what to do once it is on disk. */
  run(): () => void;
  reject(thrown: unknown): void;
}

/**
 * Writes everything from one turn of the event loop in one transaction, so that we wait for the disk only once. A
 * promise resolves when its work is on disk. A failure affects only its own work, unless the disk refuses everything.
 */
export class GroupCommit {
  readonly #db: DatabaseSync;
  readonly #assertHere: () => void;
  #waiting: Waiting[] = [];

  /** `assertHere`: throws when the file being written is no longer the one on disk. */
  constructor(db: DatabaseSync, assertHere: () => void) {
    this.#db = db;
    this.#assertHere = assertHere;
  }

  add<T>(work: () => T): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const run = () => {
      try {
        const value = work();
        return () => resolve(value);
      } catch (thrown) {
        // After some errors SQLite has rolled back the other work as well.
        if (!this.#db.isTransaction) throw thrown;
        return () => reject(thrown);
      }
    };
    if (this.#waiting.push({ run, reject }) === 1) setImmediate(() => this.flush());
    return promise;
  }

  /** Call before any other read or write, so that everything happens in the order it was requested. */
  flush(): void {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    const ends: (() => void)[] = [];
    try {
      this.#assertHere();
      inTransaction(this.#db, () => waiting.forEach(({ run }) => ends.push(run())));
      this.#assertHere();
      ends.forEach((end) => end());
    } catch (thrown) {
      waiting.forEach(({ reject }) => reject(thrown));
    }
  }
}
