import type { AddressInfo } from 'node:net';
import express, { type Response } from 'express';

/** A process of its own: bare Express whose long polls are answered by the webhook for their number. It stores nothing. */
const waiting = new Map<string, Response>();
const app = express();
app.get('/wait', (request, response) => void waiting.set(String(request.query['to']), response));
app.post('/webhook', express.urlencoded({ extended: false }), (request, response) => {
  const { To: to } = request.body as { To: string };
  waiting.get(to)?.json({ message: request.body as unknown });
  waiting.delete(to);
  response.type('text/xml').send('<Response/>');
});
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
