import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An address that passes requests on to a server while open. While shut, as it is at first, requests wait. */
export interface Gate {
  baseUrl: string;
  openTo(target: string): void;
  shut(): void;
  close(): void;
}

export async function startGate(): Promise<Gate> {
  let way = Promise.withResolvers<string>();
  const server = createServer((asked, answer) => void way.promise.then((target) => pass(target, asked, answer)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    openTo: (target) => way.resolve(target),
    shut: () => (way = Promise.withResolvers()),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function pass(target: string, asked: IncomingMessage, answer: ServerResponse): void {
  const { method, headers, url = '' } = asked;
  const onward = request(new URL(url, target), { method, headers }, (given) => {
    answer.writeHead(given.statusCode ?? 502, given.headers);
    given.pipe(answer);
  });
  onward.once('error', () => answer.destroy());
  asked.pipe(onward);
}
