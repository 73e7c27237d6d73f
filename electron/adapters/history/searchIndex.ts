import { inTransaction, type Database } from './database.ts';

/** So many at a time: a few milliseconds, in which nothing else is done. */
const atOnce = 64;
/** Milliseconds without a new message before the index is written, and between two parts of it. */
const pauseMs = 100;
/** With more than this the index is written although messages go on coming: the next search waits for it. */
const mostWaiting = 2_000;
const retryMs = 10_000;

/** After so many messages parts of the index are merged, pages at a time, in a few milliseconds each. */
const messagesAMerge = 50;
const pagesAtOnce = 16;
const mergePauseMs = 20;

/**
 * What is done for the messages that came while nothing else is to be done: they are written into the full text index,
 * or earlier when a search needs it, and the index is kept in few parts.
 */
export class SearchIndex {
  readonly #database: Database;
  readonly #onWritten: () => void;
  #timer: NodeJS.Timeout | undefined;
  #lastAdded = 0;
  #unmerged = 0;

  constructor(database: Database, onWritten: () => void) {
    this.#database = database;
    this.#onWritten = onWritten;
    if (countWaiting(database) > 0) this.#schedule(pauseMs);
  }

  /** Messages were stored. */
  added(): void {
    this.#lastAdded = performance.now();
    this.#unmerged += 1;
    if (this.#timer === undefined) this.#schedule(pauseMs);
  }

  /** Resolves when every message is in the index that was stored until now. Rejects with what SQLite says. */
  async upToDate(): Promise<void> {
    for (let left = countWaiting(this.#database); left > 0; left -= atOnce) {
      this.#writeSome();
      if (left > atOnce) await new Promise((resolve) => setImmediate(resolve));
      if (!this.#database.db.isOpen) return;
    }
  }

  /** What is left is written after the next start. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #schedule(ms: number): void {
    this.#timer = setTimeout(() => this.#run(), ms).unref();
  }

  #run(): void {
    this.#timer = undefined;
    const isQuiet = performance.now() - this.#lastAdded >= pauseMs;
    try {
      const waiting = countWaiting(this.#database);
      if (waiting > 0 && (isQuiet || waiting > mostWaiting)) this.#writeSome();
      if (waiting > 0) this.#schedule(waiting > mostWaiting ? 0 : pauseMs);
      else this.#tidy(isQuiet);
    } catch {
      // Such as a full disk: what waits is still written down, and whoever searches is told.
      this.#schedule(retryMs);
    }
  }

  /** One thing at a time, until nothing is left to be tidied. */
  #tidy(isQuiet: boolean): void {
    if (this.#unmerged < messagesAMerge) return;
    if (isQuiet && !this.#unhurried(() => mergeIndex(this.#database, pagesAtOnce))) this.#unmerged = 0;
    if (this.#unmerged >= messagesAMerge) this.#schedule(isQuiet ? mergePauseMs : pauseMs);
  }

  #writeSome(): void {
    this.#unhurried(() => writeIndex(this.#database, atOnce));
  }

  /** What is lost in a power cut is done anew, from the list of those that wait: the disk need not be waited for. */
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
 * Merges parts of the search index, and writes about so many pages with it. False when there are none to merge: see
 * https://www.sqlite.org/fts5.html#the_merge_command.
 */
export function mergeIndex({ sql }: Database, pages: number): boolean {
  const changes = () => Number(sql('SELECT total_changes() AS count').get()?.['count']);
  const before = changes();
  sql(`INSERT INTO message_texts (message_texts, rank) VALUES ('merge', ?)`).run(pages);
  // One is the command itself.
  return changes() - before >= 2;
}
