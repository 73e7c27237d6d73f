import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './database.ts';

interface Waiting {
  /** Does the work; answers what is left to do once it is on the disk. */
  run(): () => void;
  reject(thrown: unknown): void;
}

/**
 * Writes what comes in one turn of the event loop in one transaction: the disk is waited for once, and not once for each.
 * A promise resolves when its work is on the disk. Work that fails fails alone, unless the disk refuses all of it.
 */
export class GroupCommit {
  readonly #db: DatabaseSync;
  readonly #assertHere: () => void;
  #waiting: Waiting[] = [];

  /** `assertHere`: throws when what is written is not on the disk where it is looked for. */
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
        // After some errors SQLite has rolled back what the others wrote.
        if (!this.#db.isTransaction) throw thrown;
        return () => reject(thrown);
      }
    };
    if (this.#waiting.push({ run, reject }) === 1) setImmediate(() => this.flush());
    return promise;
  }

  /** To be called before anything else is read or written, so that all is done in the order in which it was asked for. */
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
