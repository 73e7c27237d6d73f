import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './database.ts';

/** After a group as large as this, the next one waits for others: each costs the disk as much, however many it has. */
const crowd = 4;
const crowdMs = 5;

interface Waiting {
  /** Does the work and returns what to do once it is on disk. */
  run(): () => void;
  reject(thrown: unknown): void;
}

/**
 * Writes everything from one turn of the event loop in one transaction, so that we wait for the disk only once; while
 * much comes in, from some milliseconds. A promise resolves when its work is on disk. A failure affects only its own work, unless the disk refuses everything.
 */
export class GroupCommit {
  readonly #db: DatabaseSync;
  readonly #assertHere: () => void;
  #waiting: Waiting[] = [];
  /** How many the last group had. */
  #before = 0;

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
    if (this.#waiting.push({ run, reject }) === 1) this.#schedule();
    return promise;
  }

  #schedule(): void {
    if (this.#before < crowd) setImmediate(() => this.flush());
    else setTimeout(() => this.flush(), crowdMs);
  }

  /** Call before any other read or write, so that everything happens in the order it was requested. */
  flush(): void {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#waiting = [];
    this.#before = waiting.length;
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
