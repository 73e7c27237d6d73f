import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Connections } from '../adapters/connections.ts';
import { refusedCodes, socketPath, socketProtocol, tokenProtocolPrefix } from '../contract/socket.ts';
import type { App } from '../core/app.ts';
import type { Clock } from '../core/ports.ts';
import { EventLog } from './eventLog.ts';
import { eventsQuery, serveEvents } from './eventsSocket.ts';
import { Feeds } from './feeds.ts';
import { bearerOf, type Guard } from './guard.ts';
import { trustOf, type Holder, type Identify } from './holder.ts';
import { keepAlive } from './peer.ts';
import type { Pace } from './pace.ts';
import type { Refusals } from './refusals.ts';
import type { Session, Sessions } from './sessions.ts';
import { serveUi } from './uiSocket.ts';

// Browsers do not see the status of a refused upgrade.
const { wrongToken, namedToken } = refusedCodes;
const largestMessage = 256 * 1024;

/** Our pages offer two. */
const mostProtocols = 4;

interface Service {
  /** Whether named tokens are allowed, too. */
  shared: boolean;
  /** Allowed query parameters. */
  query: string[];
  serve(socket: WebSocket, url: URL, holder: string | null): void;
}

/** Maximum per token: a person's tabs and a script or two need only a few. */
const mostSockets = 256;

export interface SocketOptions {
  identify: Identify;
  connections: Pick<Connections, 'vouch' | 'hold'>;
  refusals: Refusals;
  pace: Pace;
  sessions: Sessions;
  guard: Guard;
  clock: Pick<Clock, 'after'>;
  addressOf(request: IncomingMessage): string;
  /** Whether to also serve the contract to browsers. */
  ui: boolean;
  /** Whether a token may be in the URL, which proxies write down. */
  tokenInUrl: boolean;
}

/** Adds the WebSockets to the server: the events of the API and, with `ui`, the contract for a browser. */
export function attachSockets(
  server: Server,
  app: App,
  { identify, connections, refusals, pace, sessions, guard, clock, addressOf, ui, tokenInUrl }: SocketOptions,
): { close(): void } {
  const [feeds, log, { changes }] = [new Feeds(app), new EventLog(app), app];
  const services: Record<string, Service> = {
    ...(ui && {
      [socketPath]: { shared: false, query: ['token'], serve: (socket: WebSocket) => serveUi(socket, app) },
    }),
    '/v1/events': {
      shared: true,
      query: eventsQuery,
      serve: (socket, url, holder) => {
        serveEvents(socket, { changes, log, clock, feed: feeds.of(holder), holder }, url.searchParams.get('after'));
      },
    },
  };
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage, handleProtocols: chooseProtocol });
  const open = new Map<WebSocket, string | null>();
  const isFull = ({ holder }: Holder) => [...open.values()].filter((other) => other === holder).length >= mostSockets;
  // Each connection begins with the whole state.
  const isTooFast = ({ holder }: Holder) => holder !== null && pace.wait(holder) > 0;
  // Whoever uses the page stays signed in.
  sockets.on('headers', (headers, request) => {
    const session = sessions.of(request);
    if (session) headers.push(`Set-Cookie: ${sessions.cookieFor(sessions.renewed(session))}`);
  });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    // Without a listener, a socket reset would end the process.
    stream.on('error', () => stream.destroy());
    const url = guard.targetOf(request);
    const service = services[url?.pathname ?? ''];
    if (!url || !service || !guard.isOwnOrigin(request)) return refuse(stream, '403 Forbidden');
    const mayBeGiven = service.query.filter((name) => tokenInUrl || name !== 'token');
    if ([...url.searchParams.keys()].some((name) => !mayBeGiven.includes(name)))
      return refuse(stream, '400 Bad Request');
    const holders = givenTokens(request, url).flatMap((given) => identify(given) ?? []);
    // A session is the owner's, and for the user interface alone.
    const session = service.shared ? null : sessions.of(request);
    const allowed = holders.find(({ holder }) => holder === null || service.shared) ?? (session && { holder: null });
    const isTooMuch = allowed ? isFull(allowed) || isTooFast(allowed) : refusals.add(addressOf(request));
    if (isTooMuch) return refuse(stream, '429 Too Many Requests');
    return sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on('error', () => socket.terminate());
      if (holders.length > 0 && !allowed)
        return socket.close(namedToken, 'Only the owner’s token opens the interface.');
      if (!allowed) return socket.close(wrongToken, 'The token is not right.');
      open.set(socket, allowed.holder);
      socket.on('close', () => open.delete(socket));
      keepAlive(socket, clock);
      connections.vouch(stream, trustOf(allowed));
      connections.hold(stream);
      if (allowed.holder !== null) closeWhenRemoved(socket, app, allowed.holder);
      if (session) closeWhenEnded(socket, sessions, session);
      return service.serve(socket, url, allowed.holder);
    });
  });
  return {
    close: () => {
      feeds.close();
      log.close();
      closeAll(sockets);
    },
  };
}

function closeWhenRemoved(socket: WebSocket, app: App, holder: string): void {
  const end = app.on('tokenRemoved', (name) => {
    if (name === holder) socket.close(wrongToken, 'The token was removed.');
  });
  socket.on('close', end);
}

function closeWhenEnded(socket: WebSocket, sessions: Sessions, session: Session): void {
  socket.on(
    'close',
    sessions.onEnd(session, () => socket.close(wrongToken, 'The session is over.')),
  );
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Tokens may come as a subprotocol (bare or as `token.TOKEN`), as a query parameter, or in the API's header. */
function givenTokens(request: IncomingMessage, url: URL): (string | null)[] {
  // Each is compared with every token there is.
  const protocols = (request.headers['sec-websocket-protocol'] ?? '')
    .split(',', mostProtocols)
    .map((name) => name.trim());
  const prefixed = protocols
    .filter((name) => name.startsWith(tokenProtocolPrefix))
    .map((name) => name.slice(tokenProtocolPrefix.length));
  return [...prefixed, ...protocols, url.searchParams.get('token'), bearerOf(request)];
}

// A client that offers protocols expects us to choose one: ours if offered, otherwise the first, e.g. a bare token.
function chooseProtocol(offered: Set<string>): string | false {
  return offered.has(socketProtocol) ? socketProtocol : (offered.values().next().value ?? false);
}

function closeAll(sockets: WebSocketServer): void {
  for (const socket of sockets.clients) socket.close(1001, 'OTP Dock is ending.');
  sockets.close();
}
