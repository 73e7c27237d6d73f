import { DatabaseSync } from 'node:sqlite';

/** What a simple program does to keep messages: one durable insert for each. Returns the function that inserts one. */
export function openBareTable(file: string): (sid: string, from: string, to: string, body: string) => void {
  const db = new DatabaseSync(file);
  db.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
     CREATE TABLE messages (sid TEXT PRIMARY KEY, sender TEXT, recipient TEXT, body TEXT)`,
  );
  const insert = db.prepare('INSERT INTO messages VALUES (?, ?, ?, ?)');
  return (...message) => void insert.run(...message);
}
