import type { RequestListener, Server, ServerOptions } from 'node:http';
import { createServer } from 'node:http';
import { appError } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';

const say = phrases.host;

/** How many more ports are tried after the wanted one. */
const portsTried = 20;

export interface Listening {
  server: Server;
  port: number;
}

/**
 * Listens on 127.0.0.1 at the wanted port or the next free one; 0 takes any. Rejects with PORT_IN_USE when all twenty
 * are taken.
 */
export async function listenOnLoopback(
  handler: RequestListener,
  wanted: number,
  options: ServerOptions = {},
): Promise<Listening> {
  const candidates =
    wanted === 0 ? [0] : Array.from({ length: portsTried }, (_, i) => wanted + i).filter((port) => port <= 65_535);
  for (const port of candidates) {
    const server = await tryPort(handler, port, options);
    if (server) return { server, port: (server.address() as { port: number }).port };
  }
  throw appError('PORT_IN_USE', say.portsTaken({ first: wanted, last: wanted + portsTried - 1 }), say.portsTakenHint);
}

function tryPort(handler: RequestListener, port: number, options: ServerOptions): Promise<Server | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Server | null>();
  const server = createServer(options, handler);
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
    else reject(error);
  });
  server.listen(port, '127.0.0.1', () => resolve(server));
  return promise;
}

/** Stops a server: requests under way get `graceMs` milliseconds, then their sockets are cut. */
export async function closeServer(server: Server, graceMs = 1_000): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  server.close(() => resolve());
  // A keep-alive connection becomes idle only once its last request has been answered.
  const sweep = setInterval(() => server.closeIdleConnections(), 20);
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await promise;
  clearInterval(sweep);
  clearTimeout(cut);
}
