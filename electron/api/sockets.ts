import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { socketPath, socketProtocol, tokenProtocolPrefix } from '../contract/socket.ts';
import type { App } from '../core/app.ts';
import { EventLog } from './eventLog.ts';
import { serveEvents } from './eventsSocket.ts';
import { isLoopbackHost, isOwnOrigin } from './guard.ts';
import type { Refusals } from './refusals.ts';
import { sameToken } from './token.ts';
import { serveUi } from './uiSocket.ts';

/** The close code that tells a page that its token is not right: a browser does not see the status of a refused upgrade. */
const wrongToken = 4401;
const largestMessage = 256 * 1024;

type Serve = (socket: WebSocket, url: URL) => void;

/** So many at a time: a person's tabs and a script or two need a few. */
const mostSockets = 256;

export interface SocketOptions {
  token: string;
  refusals: Refusals;
  /** Whether the contract is served for a browser, too. */
  ui: boolean;
}

/** Adds the WebSockets to the server: the events of the API and, with `ui`, the contract for a browser. */
export function attachSockets(server: Server, app: App, { token, refusals, ui }: SocketOptions): { close(): void } {
  const events = new EventLog(app);
  const services: Record<string, Serve> = {
    ...(ui && { [socketPath]: (socket: WebSocket) => serveUi(socket, app) }),
    '/v1/events': (socket, url) => serveEvents(socket, app, events, url.searchParams.get('after')),
  };
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage, handleProtocols: chooseProtocol });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    // Without a listener the reset of a socket would end the process.
    stream.on('error', () => stream.destroy());
    const url = URL.parse(request.url ?? '', 'http://localhost');
    const serve = services[url?.pathname ?? ''];
    if (!url || !serve || !isLoopbackHost(request.headers.host) || !isOwnOrigin(request))
      return refuse(stream, '403 Forbidden');
    const allowed = givenTokens(request, url).some((given) => sameToken(given, token));
    if (sockets.clients.size >= mostSockets || (!allowed && refusals.add()))
      return refuse(stream, '429 Too Many Requests');
    return sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on('error', () => socket.terminate());
      if (allowed) serve(socket, url);
      else socket.close(wrongToken, 'The token is not right.');
    });
  });
  return {
    close: () => {
      events.close();
      closeAll(sockets);
    },
  };
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** As a subprotocol (bare or as `token.TOKEN`), as a query parameter, or as the API's header. */
function givenTokens(request: IncomingMessage, url: URL): (string | null)[] {
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
  const prefixed = protocols
    .filter((name) => name.startsWith(tokenProtocolPrefix))
    .map((name) => name.slice(tokenProtocolPrefix.length));
  return [...prefixed, ...protocols, url.searchParams.get('token'), bearer];
}

// A client that offers protocols wants one chosen; ours is named first, and a lone token is echoed.
function chooseProtocol(offered: Set<string>): string | false {
  return offered.has(socketProtocol) ? socketProtocol : (offered.values().next().value ?? false);
}

function closeAll(sockets: WebSocketServer): void {
  for (const socket of sockets.clients) socket.close(1001, 'OTP Dock is ending.');
  sockets.close();
}
