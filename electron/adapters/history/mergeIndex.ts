import type { Database } from './database.ts';

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
