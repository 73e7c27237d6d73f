import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import express from 'express';

/** A process of its own: bare Express that stores each message on the disk before it answers, and does nothing else. */
const db = new DatabaseSync(process.argv[2] ?? '');
db.exec(
  `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
   CREATE TABLE messages (sid TEXT PRIMARY KEY, sender TEXT, recipient TEXT, body TEXT)`,
);
const insert = db.prepare('INSERT INTO messages VALUES (?, ?, ?, ?)');
const app = express();
app.post(/.*/, express.urlencoded({ extended: false }), (request, response) => {
  const { From, To, Body } = request.body as Record<string, string>;
  const sid = randomUUID().replaceAll('-', '');
  insert.run(sid, From ?? '', To ?? '', Body ?? '');
  response.status(201).json({ sid });
});
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
