import { nextBlock, writeBlock } from './blocks.ts';
import { inTransaction, type Database } from './database.ts';

/** Messages indexed in one go: a few milliseconds, which block everything else. */
const atOnce = 64;
/** How long to wait after the last message before indexing, and between two batches. Milliseconds. */
const pauseMs = 100;
/** With more waiting than this, the index is written even while messages arrive: the next search waits for it. */
const mostWaiting = 512;
/** Messages indexed in one go for a search: they take a tenth of the time that they take in small batches. */
const atOnceForSearch = 512;
const retryMs = 10_000;

/** Parts of the index are merged after this many messages, some pages at a time, a few milliseconds each. */
const messagesAMerge = 50;
const pagesAtOnce = 16;
/** Between merging some pages, or writing a block, and the next. */
const tidyPauseMs = 20;

/**
 * Indexes new messages for full text search while nothing else is going on, or earlier when a search needs it. Then it
 * merges the index into few parts and writes the blocks for short words.
 */
export class SearchIndex {
  readonly #database: Database;
  readonly #onWritten: () => void;
  #timer: NodeJS.Timeout | undefined;
  #lastChange = 0;
  #unmerged = 0;

  constructor(database: Database, onWritten: () => void) {
    this.#database = database;
    this.#onWritten = onWritten;
    this.#schedule(pauseMs);
  }

  /** Call after messages were stored, or after so many were deleted at once: the others may have to be indexed anew. */
  added(count = 1): void {
    this.#unmerged += count;
    this.changed();
  }

  /** Call after messages have become others, or fewer. */
  changed(): void {
    this.#lastChange = performance.now();
    if (this.#timer === undefined) this.#schedule(pauseMs);
  }

  /** Resolves when every message stored so far is in the index. Rejects with SQLite's error. */
  async upToDate(): Promise<void> {
    for (let left = countWaiting(this.#database); left > 0; left -= atOnceForSearch) {
      this.#writeSome(atOnceForSearch);
      if (left > atOnceForSearch) await new Promise((resolve) => setImmediate(resolve));
      if (!this.#database.db.isOpen) return;
    }
  }

  /** Anything left is indexed after the next start. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #schedule(ms: number): void {
    this.#timer = setTimeout(() => this.#run(), ms).unref();
  }

  #run(): void {
    this.#timer = undefined;
    const isQuiet = performance.now() - this.#lastChange >= pauseMs;
    try {
      const waiting = countWaiting(this.#database);
      if (waiting > mostWaiting) this.#writeSome(atOnceForSearch);
      else if (waiting > 0 && isQuiet) this.#writeSome();
      if (waiting > 0) this.#schedule(waiting > mostWaiting ? 0 : pauseMs);
      else if (!isQuiet) this.#schedule(pauseMs);
      else if (this.#tidy()) this.#schedule(tidyPauseMs);
    } catch {
      // E.g. a full disk: the waiting list is still stored, and a search reports the error.
      this.#schedule(retryMs);
    }
  }

  /** A bit of what is left to tidy up; false when nothing is. */
  #tidy(): boolean {
    if (this.#unmerged >= messagesAMerge) {
      if (this.#unhurried(() => mergeIndex(this.#database, pagesAtOnce))) return true;
      this.#unmerged = 0;
    }
    const block = nextBlock(this.#database);
    if (block !== null) this.#unhurried(() => writeBlock(this.#database, block));
    return block !== null;
  }

  #writeSome(most = atOnce): void {
    this.#unhurried(() => writeIndex(this.#database, most));
  }

  /** No need to wait for the disk: whatever a power cut loses is redone from the waiting list. */
  #unhurried<T>(work: () => T): T {
    const { db } = this.#database;
    db.exec('PRAGMA synchronous = NORMAL');
    try {
      return work();
    } finally {
      db.exec('PRAGMA synchronous = FULL');
      this.#onWritten();
    }
  }
}

function countWaiting({ sql }: Database): number {
  const { count } = sql('SELECT count(*) AS count FROM unindexed_messages').get() as { count: number };
  return count;
}

function writeIndex({ db, sql }: Database, most: number): void {
  const next = `SELECT place FROM unindexed_messages ORDER BY place LIMIT ${most}`;
  inTransaction(db, () => {
    sql(
      `INSERT INTO message_texts (rowid, body, sender, recipient, service, code, label)
       SELECT place, body, sender, recipient, service, code, label FROM messages WHERE place IN (${next})`,
    ).run();
    sql(`DELETE FROM unindexed_messages WHERE place IN (${next})`).run();
  });
}

/**
 * Merges parts of the search index, writing about this many pages. False when there is nothing to merge: see
 * https://www.sqlite.org/fts5.html#the_merge_command.
 */
export function mergeIndex({ sql }: Database, pages: number): boolean {
  const changes = () => Number(sql('SELECT total_changes() AS count').get()?.['count']);
  const before = changes();
  sql(`INSERT INTO message_texts (message_texts, rank) VALUES ('merge', ?)`).run(pages);
  // One change is the command itself.
  return changes() - before >= 2;
}
