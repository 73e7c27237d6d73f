import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from './database.ts';

/**
 * After a group as large as this, the next one waits until it is as large, at most for some milliseconds: each costs the
 * disk as much, however many it has.
 */
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
  /** While a group waits for others. */
  #timer: NodeJS.Timeout | undefined;

  /** `assertHere`: throws when the file being written is no longer the one on disk. */
  constructor(db: DatabaseSync, assertHere: () => void) {
    this.#db = db;
    this.#assertHere = assertHere;
  }

  /** `written` is called as soon as the work is on disk. */
  add<T>(work: () => T, written: (value: T) => void = () => undefined): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const run = () => {
      try {
        const value = work();
        return () => {
          written(value);
          resolve(value);
        };
      } catch (thrown) {
        // After some errors SQLite has rolled back the other work as well.
        if (!this.#db.isTransaction) throw thrown;
        return () => reject(thrown);
      }
    };
    this.#schedule(this.#waiting.push({ run, reject }));
    return promise;
  }

  #schedule(waiting: number): void {
    const isFirst = waiting === 1;
    if (isFirst && this.#before >= crowd) this.#timer = setTimeout(() => this.flush(), crowdMs);
    else if (isFirst || (this.#timer && waiting >= this.#before)) {
      this.#stopTimer();
      // Whatever else comes in this turn belongs to the group.
      setImmediate(() => this.flush());
    }
  }

  #stopTimer(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Call before any other read or write, so that everything happens in the order it was requested. */
  flush(): void {
    const waiting = this.#waiting;
    if (waiting.length === 0) return;
    this.#stopTimer();
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
