import type { AddressInfo } from 'node:net';
import express from 'express';
import { WebSocketServer } from 'ws';

/** A process of its own: bare Express that sends each webhook on over a WebSocket, and answers. It stores nothing. */
const app = express().post('/webhook', express.urlencoded({ extended: false }), (request, response) => {
  for (const socket of sockets.clients) socket.send(JSON.stringify({ type: 'message', message: request.body }));
  response.type('text/xml').send('<Response/>');
});
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
const sockets = new WebSocketServer({ server });
