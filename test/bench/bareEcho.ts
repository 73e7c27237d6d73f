import type { AddressInfo } from 'node:net';
import express from 'express';
import { WebSocketServer } from 'ws';
import { openBareTable } from './bareTable.ts';

/**
 * A process of its own: bare Express that stores each webhook on the disk, sends it on over a WebSocket, and answers.
 * Without the name of a file it stores nothing.
 */
const [, , file] = process.argv;
const store = file === undefined ? () => undefined : openBareTable(file);
const app = express().post('/webhook', express.urlencoded({ extended: false }), (request, response) => {
  const message = request.body as Record<string, string>;
  const { MessageSid = '', From = '', To = '', Body = '' } = message;
  store(MessageSid, From, To, Body);
  for (const socket of sockets.clients) socket.send(JSON.stringify({ type: 'message', message }));
  response.type('text/xml').send('<Response/>');
});
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
const sockets = new WebSocketServer({ server });
