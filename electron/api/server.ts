import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../core/app.ts';
import type { RuntimeLog } from '../adapters/log/logger.ts';
import { Connections, type ConnectionLimits } from '../adapters/connections.ts';
import { closeServer, listenOnLoopback } from '../adapters/loopback.ts';
import { writePrivateFile } from '../adapters/privateFiles.ts';
import { createApiApp } from './apiApp.ts';
import type { RendererFolder } from './rendererFiles.ts';
import { tokenFileName } from '../adapters/dataDir.ts';
import { identifier, RequestsUnderWay } from './holder.ts';
import { countRefusals } from './refusals.ts';
import { attachSockets } from './sockets.ts';
import { openToken } from './token.ts';

export interface ApiServerOptions {
  app: App;
  log: RuntimeLog;
  dataDir: string;
  /** The preferred port on loopback; if it is taken, the next free one. */
  port: number;
  /** Whether to serve the whole user interface to browsers; the folder has its files, if there are any. */
  ui: { rendererFolder: RendererFolder | null } | null;
  connectionLimits?: ConnectionLimits;
}

/** The running automation API. */
export interface ApiServer {
  /** For example http://127.0.0.1:5001. */
  url: string;
  token: string;
  /** The preferred port, if another program has it. */
  takenPort: number | null;
  /** Requests under way get `graceMs` milliseconds to end, by default a second. */
  close(graceMs?: number): Promise<void>;
}

/** So that idle connections leave room for others. Milliseconds. */
const limits = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 2_000 };
const defaultConnectionLimits: ConnectionLimits = { most: 2_048, longestLifeMs: 60_000 };

/** The path of the token file. */
export function tokenFileIn(dataDir: string): string {
  return join(dataDir, tokenFileName);
}

/** Serves the API on loopback; writes its address to the data folder. Rejects with PORT_IN_USE or a file error. */
export async function serveApi({
  app,
  log,
  dataDir,
  port: wanted,
  ui,
  connectionLimits = defaultConnectionLimits,
}: ApiServerOptions): Promise<ApiServer> {
  const token = openToken(tokenFileIn(dataDir));
  log.learn(token);
  const identify = identifier(token, app);
  const underWay = new RequestsUnderWay(app);
  const refusals = countRefusals();
  const connections = new Connections(connectionLimits);
  const http = createApiApp({
    app,
    identify,
    underWay,
    connections,
    refusals,
    log,
    rendererFolder: ui?.rendererFolder ?? null,
  });
  const { server, port } = await listenOnLoopback(http, wanted, limits);
  connections.watch(server);
  const isTaken = wanted !== 0 && port !== wanted;
  if (isTaken) log.warn(`Port ${wanted} is in use; the API is on port ${port}.`);
  const sockets = attachSockets(server, app, { identify, connections, refusals, ui: ui !== null });
  const url = `http://127.0.0.1:${port}`;
  const hostFile = join(dataDir, 'host.json');
  const close = async (graceMs?: number) => {
    sockets.close();
    underWay.close();
    await closeServer(server, graceMs);
  };
  try {
    writePrivateFile(hostFile, JSON.stringify({ api: url, pid: process.pid }));
  } catch (thrown) {
    await close();
    throw thrown;
  }
  return {
    url,
    token,
    takenPort: isTaken ? wanted : null,
    close: async (graceMs) => {
      rmSync(hostFile, { force: true });
      await close(graceMs);
    },
  };
}
