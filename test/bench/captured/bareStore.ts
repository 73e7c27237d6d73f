import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { openBareTable } from '../bareTable.ts';

/** A process of its own: bare Express that stores each message on the disk before it answers, and does nothing else. */
const store = openBareTable(process.argv[2] ?? '');
const app = express();
app.post(/.*/, express.urlencoded({ extended: false }), (request, response) => {
  const { From = '', To = '', Body = '' } = request.body as Record<string, string>;
  const sid = randomUUID().replaceAll('-', '');
  store(sid, From, To, Body);
  response.status(201).json({ sid });
});
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
