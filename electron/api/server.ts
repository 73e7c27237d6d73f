import { readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import type { App } from '../core/app.ts';
import type { Clock } from '../core/ports.ts';
import type { RuntimeLog } from '../adapters/log/logger.ts';
import { Connections, type ConnectionLimits } from '../adapters/connections.ts';
import { listenOn } from '../adapters/listen.ts';
import { closeServer } from '../adapters/loopback.ts';
import { loopbackOnly, type Network } from '../adapters/network.ts';
import { writePrivateFile } from '../adapters/privateFiles.ts';
import { systemClock } from '../adapters/systemClock.ts';
import { Tls } from '../adapters/tls.ts';
import { createApiApp } from './apiApp.ts';
import { clientAddress } from './clientAddress.ts';
import { guardOf } from './guard.ts';
import { keepPace, type Pace } from './pace.ts';
import type { RendererFolder } from './rendererFiles.ts';
import { tokenFileName } from '../adapters/dataDir.ts';
import { identifier, RequestsUnderWay } from './holder.ts';
import { countRefusals } from './refusals.ts';
import { Sessions } from './sessions.ts';
import { attachSockets } from './sockets.ts';
import { openToken } from './token.ts';

export interface ApiServerOptions {
  app: App;
  log: RuntimeLog;
  dataDir: string;
  /** The preferred port; if it is taken, the next free one, unless `network` has exact ports. */
  port: number;
  /** Where it listens, and by which name it is reached; on loopback alone unless given. */
  network?: Network;
  /** Whether to serve the whole user interface to browsers; the folder has its files, if there are any. */
  ui: { rendererFolder: RendererFolder | null } | null;
  connectionLimits?: ConnectionLimits;
  pace?: Pace;
  clock?: Clock;
}

/** The running automation API. */
export interface ApiServer {
  /** Such as http://127.0.0.1:5001, or the public address. */
  url: string;
  /** Where it listens, such as 0.0.0.0:5001. */
  listens: string;
  token: string;
  /** The preferred port, if another program has it. */
  takenPort: number | null;
  /** Requests under way get `graceMs` milliseconds to end, by default a second. */
  close(graceMs?: number): Promise<void>;
}

/** So that idle connections leave room for others. Milliseconds. */
const limits = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2_000 };

/**
 * Clients that would rather speak HTTP/2, such as Java's, offer that with an ordinary request. Node before 24.9 takes each
 * offer for a WebSocket, and we refuse it.
 */
const isForSocket = ({ headers }: IncomingMessage) => headers.upgrade?.toLowerCase() === 'websocket';

const defaultConnectionLimits: ConnectionLimits = { most: 2_048, longestLifeMs: 60_000 };

/** The path of the token file. */
export function tokenFileIn(dataDir: string): string {
  return join(dataDir, tokenFileName);
}

/**
 * Serves the API; on loopback, it also writes its address to the data folder. Rejects with PORT_IN_USE, a file error, or
 * INVALID_INPUT for an address or a certificate that cannot be used.
 */
export async function serveApi({
  app,
  log,
  dataDir,
  port: wanted,
  network = loopbackOnly,
  ui,
  connectionLimits = defaultConnectionLimits,
  pace = keepPace(),
  clock = systemClock,
}: ApiServerOptions): Promise<ApiServer> {
  const { apiUrl: publicUrl } = network;
  const tls = network.tls && new Tls(network.tls, { clock, log });
  const token = network.apiToken ?? openToken(tokenFileIn(dataDir));
  log.learn(token);
  const underWay = new RequestsUnderWay(app);
  const connections = new Connections(connectionLimits);
  const guard = guardOf(publicUrl);
  const isBehindProxy = publicUrl !== null && tls === null;
  const doors = {
    identify: identifier(token, app),
    connections,
    refusals: countRefusals(),
    guard,
    sessions: new Sessions(token, guard, app.endedSessions),
    addressOf: (request: IncomingMessage) => clientAddress(request, isBehindProxy),
  };
  const rendererFolder = ui?.rendererFolder ?? null;
  const http = createApiApp({ app, ...doors, underWay, pace, publicUrl, log, rendererFolder });
  const { server, port } = await listenOn(network.listen, wanted, http, {
    ...limits,
    shouldUpgradeCallback: isForSocket,
    tls,
    exact: network.exactPorts ? 'OTP_DOCK_API_PORT' : null,
  });
  connections.watch(server);
  const isTaken = wanted !== 0 && port !== wanted;
  if (isTaken) log.warn(`Port ${wanted} is in use; the API is on port ${port}.`);
  const sockets = attachSockets(server, app, {
    ...doors,
    clock,
    pace,
    ui: ui !== null,
    tokenInUrl: publicUrl === null,
  });
  const listens = `${isIPv6(network.listen) ? `[${network.listen}]` : network.listen}:${port}`;
  const url = publicUrl ?? `http://${listens}`;
  const hostFile = join(dataDir, 'host.json');
  const close = async (graceMs?: number) => {
    sockets.close();
    underWay.close();
    await closeServer(server, graceMs);
  };
  try {
    // Programs on this machine send the token to whatever is named there: never to another one.
    if (publicUrl === null) writePrivateFile(hostFile, JSON.stringify({ api: url, pid: process.pid }));
    else rmSync(hostFile, { force: true });
  } catch (thrown) {
    await close();
    throw thrown;
  }
  return {
    url,
    listens,
    token,
    takenPort: isTaken ? wanted : null,
    close: async (graceMs) => {
      if (isOurs(hostFile, url)) rmSync(hostFile, { force: true });
      await close(graceMs);
    },
  };
}

/** Another host may have written its own address since. */
function isOurs(hostFile: string, url: string): boolean {
  try {
    return (JSON.parse(readFileSync(hostFile, 'utf8')) as { api?: unknown }).api === url;
  } catch {
    return false;
  }
}
