import type { RequestListener, Server, ServerOptions } from 'node:http';
import { listenOn, socketsOf, type Listening } from './listen.ts';

/**
 * Listens on 127.0.0.1 at the wanted port or the next free one; 0 takes any. Rejects with PORT_IN_USE when all twenty
 * are taken.
 */
export function listenOnLoopback(
  handler: RequestListener,
  wanted: number,
  options: ServerOptions = {},
): Promise<Listening> {
  return listenOn('127.0.0.1', wanted, handler, options);
}

/**
 * Stops a server: requests under way get `graceMs` milliseconds, then their sockets are cut, and so are those of
 * WebSockets and of handshakes, which Node does not count among its connections.
 */
export async function closeServer(server: Server, graceMs = 1_000): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  // A keep-alive connection becomes idle only once its last request has been answered.
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  const cut = setTimeout(() => {
    for (const socket of socketsOf(server)) socket.destroy();
    server.closeAllConnections();
  }, graceMs);
  await promise;
  clearInterval(sweep);
  clearTimeout(cut);
}
