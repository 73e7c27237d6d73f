import express, { type Express, type RequestHandler } from 'express';
import type { IncomingMessage } from 'node:http';
import { sessionPath } from '../contract/socket.ts';
import type { Connections } from '../adapters/connections.ts';
import type { App } from '../core/app.ts';
import { inEnglish } from '../contract/words/english.ts';
import type { Logger } from '../core/ports.ts';
import {
  forbidden,
  jsonOnly,
  notFound,
  onError,
  sendFailure,
  tooFast,
  tooManyRefusals,
  unauthorized,
} from './routes/respond.ts';
import { apiRoutes } from './routes/all.ts';
import { sessionRoutes } from './routes/sessionRoutes.ts';
import { bearerOf, type Guard } from './guard.ts';
import { trustOf, type Identify, type RequestsUnderWay } from './holder.ts';
import { metrics } from './metrics/metrics.ts';
import type { Pace } from './pace.ts';
import type { Refusals } from './refusals.ts';
import { rendererFiles, securityHeaders, type RendererFolder } from './rendererFiles.ts';
import type { Sessions } from './sessions.ts';

export interface ApiAppOptions {
  app: App;
  identify: Identify;
  underWay: RequestsUnderWay;
  connections: Pick<Connections, 'vouch'>;
  refusals: Refusals;
  pace: Pace;
  sessions: Sessions;
  guard: Guard;
  /** The https origin by which others reach it; null: loopback alone. */
  publicUrl: string | null;
  addressOf(request: IncomingMessage): string;
  log: Logger;
  /** The built user interface; null serves only the API. */
  rendererFolder: RendererFolder | null;
}

/** The user interface and automation API. Checks every request's Host and Origin, and the API's token. */
export function createApiApp(options: ApiAppOptions): Express {
  const { app, log, rendererFolder, sessions, publicUrl } = options;
  const http = express();
  http.disable('x-powered-by');
  http.set('json replacer', inEnglish);
  http.use(securityHeaders(publicUrl), ownNameOnly(options));
  http.get('/health', health);
  const isKnown = tokenOnly(options);
  http.use(sessionPath, noStore, sessionRoutes({ sessions, tokenOnly: isKnown, hasCookies: publicUrl !== null }));
  http.get('/metrics', isKnown, noStore, metrics(app));
  http.use('/v1', isKnown, jsonOnly, express.json({ limit: '64kb' }), noStore, apiRoutes(app));
  if (rendererFolder) http.use(rendererFiles(rendererFolder));
  http.use(notFound, onError(log));
  return http;
}

/** A load balancer asks for the health by address: with a public name, that alone is answered by any. */
function ownNameOnly({ guard, publicUrl }: ApiAppOptions): RequestHandler {
  return (request, response, next) => {
    const isHealthCheck = publicUrl !== null && ['GET', 'HEAD'].includes(request.method) && request.url === '/health';
    if (isHealthCheck || (guard.targetOf(request) && guard.isOwnOrigin(request))) next();
    else sendFailure(response, forbidden(publicUrl).failure);
  };
}

function tokenOnly({ identify, underWay, connections, refusals, pace, addressOf }: ApiAppOptions): RequestHandler {
  return (request, response, next) => {
    const holder = identify(bearerOf(request));
    if (holder) {
      underWay.begin(response, holder);
      connections.vouch(request.socket, trustOf(holder));
      const seconds = holder.holder === null ? 0 : pace.wait(holder.holder);
      return seconds === 0 ? next() : sendFailure(response.set('Retry-After', String(seconds)), tooFast().failure);
    }
    const address = addressOf(request);
    if (!refusals.add(address)) return sendFailure(response, unauthorized().failure);
    response.set('Retry-After', String(refusals.retryAfter(address)));
    return sendFailure(response, tooManyRefusals().failure);
  };
}

/** For clients that only wait until the host is up. It says nothing about the account; `GET /v1/health` does. */
const health: RequestHandler = (_request, response) =>
  void response.set('Cache-Control', 'no-store').json({ status: 'ok', role: 'active' });

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};
