import express, { type Express, type RequestHandler } from 'express';
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
  tooManyRefusals,
  unauthorized,
} from './routes/respond.ts';
import { apiRoutes } from './routes/all.ts';
import { bearerOf, isOwnOrigin, targetOf } from './guard.ts';
import { trustOf, type Identify, type RequestsUnderWay } from './holder.ts';
import type { Refusals } from './refusals.ts';
import { rendererFiles, securityHeaders, type RendererFolder } from './rendererFiles.ts';

export interface ApiAppOptions {
  app: App;
  identify: Identify;
  underWay: RequestsUnderWay;
  connections: Pick<Connections, 'vouch'>;
  refusals: Refusals;
  log: Logger;
  /** The built user interface; null serves only the API. */
  rendererFolder: RendererFolder | null;
}

/** The user interface and automation API on loopback. Checks every request's Host and Origin, and the API's token. */
export function createApiApp(options: ApiAppOptions): Express {
  const { app, log, rendererFolder } = options;
  const http = express();
  http.disable('x-powered-by');
  http.set('json replacer', inEnglish);
  http.use(securityHeaders(), ownMachineOnly);
  http.get('/health', health);
  http.use('/v1', tokenOnly(options), jsonOnly, express.json({ limit: '64kb' }), noStore, apiRoutes(app));
  if (rendererFolder) http.use(rendererFiles(rendererFolder));
  http.use(notFound, onError(log));
  return http;
}

const ownMachineOnly: RequestHandler = (request, response, next) => {
  if (targetOf(request) && isOwnOrigin(request)) next();
  else sendFailure(response, forbidden().failure);
};

function tokenOnly({ identify, underWay, connections, refusals }: ApiAppOptions): RequestHandler {
  return (request, response, next) => {
    const holder = identify(bearerOf(request));
    if (holder) {
      underWay.begin(response, holder);
      connections.vouch(request.socket, trustOf(holder));
      return next();
    }
    if (!refusals.add()) return sendFailure(response, unauthorized().failure);
    return sendFailure(response.set('Retry-After', String(refusals.retryAfter())), tooManyRefusals().failure);
  };
}

/** For clients that only wait until the host is up. It says nothing about the account; `GET /v1/health` does. */
const health: RequestHandler = (_request, response) =>
  void response.set('Cache-Control', 'no-store').json({ status: 'ok', role: 'active' });

const noStore: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};
