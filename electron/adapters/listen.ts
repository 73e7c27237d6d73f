import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { appError } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';
import type { Tls } from './tls.ts';

const say = phrases.host;

/** How many more ports are tried after the wanted one. */
const portsTried = 20;

/** How long a client may take to agree on the encryption. Milliseconds. */
const handshakeTimeout = 10_000;

export interface Listening {
  server: Server;
  port: number;
}

export interface ListenOptions extends ServerOptions {
  tls?: Tls | null;
  /** The variable that says the port, where others were told that port. */
  exact?: 'PORT' | 'OTP_DOCK_API_PORT' | null;
}

/**
 * Listens at an IP address and port; port 0 takes any. If the port is taken, the next free one will do, unless it has to
 * be exactly this one. Rejects with PORT_IN_USE, and with INVALID_INPUT when the address is none of this machine's.
 */
export async function listenOn(
  address: string,
  wanted: number,
  handler: RequestListener,
  { exact = null, ...options }: ListenOptions = {},
): Promise<Listening> {
  const tries = wanted === 0 || exact ? 1 : portsTried;
  const candidates = Array.from({ length: tries }, (_, i) => wanted + i).filter((port) => port <= 65_535);
  for (const port of candidates) {
    const server = await tryPort({ host: address, port }, handler, options);
    if (server) return { server, port: (server.address() as AddressInfo).port };
  }
  throw exact
    ? appError('PORT_IN_USE', say.portTaken({ port: wanted, variable: exact }), say.portTakenHint({ variable: exact }))
    : appError('PORT_IN_USE', say.portsTaken({ first: wanted, last: wanted + tries - 1 }), say.portsTakenHint);
}

const open = new WeakMap<Server, Set<Socket>>();

/** The connections of a server that listens, whatever is spoken on them. */
export function socketsOf(server: Server): ReadonlySet<Socket> {
  return open.get(server) ?? new Set();
}

function watchSockets(server: Server): void {
  const sockets = new Set<Socket>();
  open.set(server, sockets);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
}

function tryPort(
  place: { host: string; port: number },
  handler: RequestListener,
  { tls, ...options }: ListenOptions,
): Promise<Server | null> {
  const { promise, resolve, reject } = Promise.withResolvers<Server | null>();
  const secure = tls && createTlsServer({ ...options, ...tls.pair(), handshakeTimeout }, handler);
  const server = secure ?? createServer(options, handler);
  watchSockets(server);
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(null);
    // The second where there is no IPv6.
    else if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT')
      reject(appError('INVALID_INPUT', say.listenUnknown({ address: place.host }), say.listenUnknownHint));
    else reject(error);
  });
  server.listen(place, () => {
    if (secure) tls.follow(secure);
    resolve(server);
  });
  return promise;
}
