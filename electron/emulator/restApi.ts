import express, { type Request, type Response, type Router } from 'express';
import { setTimeout as delay } from 'node:timers/promises';
import { authenticate, requireOwnAccount } from './auth.ts';
import { settleBills } from './billing.ts';
import { asTwilioError, unsupportedMediaType, type TwilioError } from './errors.ts';
import { takeOne } from './faults.ts';
import type { Context, Reply, RestRequest } from './rest.ts';
import { handlerOf, isKnown, matchPath } from './routes.ts';
import { newSid } from './sids.ts';
import type { RequestLogEntry } from './state.ts';
import { nextFate, refusalOf } from './storm.ts';
import { remember } from './world.ts';

export interface RestApiOptions extends Context {
  origin: () => string;
  /** Aborted when the emulator closes. */
  closing: AbortSignal;
}

/** Far larger than any form the API accepts. */
const bodyLimit = '64kb';

/** Both REST APIs: everything on the server that is not the control interface. */
export function restApi(options: RestApiOptions): Router {
  const router = express.Router();
  const load = { concurrent: 0 };
  const readBody = express.raw({ type: () => true, limit: bodyLimit });
  router.use((req: Request, res: Response) => {
    load.concurrent += 1;
    res.on('close', () => (load.concurrent -= 1));
    res.set({
      Date: new Date(options.world.now()).toUTCString(),
      'Twilio-Request-Id': newSid('RQ'),
      'Twilio-Concurrent-Requests': String(load.concurrent),
    });
    readBody(req, res, (bodyError: unknown) => void answer(options, req, res, bodyError));
  });
  return router;
}

async function answer(options: RestApiOptions, req: Request, res: Response, bodyError: unknown): Promise<void> {
  const { world } = options;
  const request = parseRequest(req, options.origin());
  const entry = logEntry(request);
  remember(world.requests, entry);
  await delay(world.faults.latencyMs, undefined, { signal: options.closing }).catch(() => undefined);
  settleBills(world);
  const fate = nextFate(world);
  if (fate === 'drop') return drop(options, req, entry);
  const refusal = refusalOf(fate);
  if (refusal === null && isPurchase(request) && takeOne(world.faults, 'lateCommits')) {
    drop(options, req, entry);
    return commitLate(options, entry, () => respond(options, req, request, bodyError));
  }
  const reply = refusal ? errorReply(refusal) : await respond(options, req, request, bodyError);
  entry.status = reply.status;
  if (isCommitted(request, reply) && (takeOne(world.faults, 'dropAfterCommit') || fate === 'loseAnswer')) {
    return drop(options, req, entry);
  }
  options.log(
    `${request.method} ${request.path} ${reply.status}${isKnown(request.path) ? '' : ': the emulator does not have this'}`,
  );
  send(res, reply);
}

/** Carries out a purchase whose client is gone, unless the emulator was closed or reset in the meantime. */
async function commitLate(
  options: RestApiOptions,
  entry: RequestLogEntry,
  respond: () => Promise<Reply>,
): Promise<void> {
  const { world, closing, log } = options;
  const { generation } = world;
  await delay(world.faults.commitDelayMs, undefined, { signal: closing }).catch(() => undefined);
  if (closing.aborted || world.generation !== generation) return;
  settleBills(world);
  entry.status = (await respond()).status;
  log(`${entry.method} ${entry.path} ${entry.status} after the connection was dropped`);
}

function isPurchase({ method, path }: RestRequest): boolean {
  return method === 'POST' && path.endsWith('/IncomingPhoneNumbers.json');
}

function isCommitted({ method }: RestRequest, { status }: Reply): boolean {
  return status < 300 && method !== 'GET';
}

async function respond(
  options: RestApiOptions,
  req: Request,
  request: RestRequest,
  bodyError: unknown,
): Promise<Reply> {
  try {
    return await handle(options, req, request, bodyError);
  } catch (thrown) {
    const error = asTwilioError(thrown);
    if (error.status === 500) options.log(`${request.method} ${request.path} failed: ${String(thrown)}`);
    return errorReply(error);
  }
}

function errorReply({ status, body, headers }: TwilioError): Reply {
  return { status, body, headers };
}

/** The order of the checks is Twilio's: credentials, resource, method, body, then the resource itself. Load comes before all of them. */
function handle(
  options: RestApiOptions,
  req: Request,
  request: RestRequest,
  bodyError: unknown,
): Reply | Promise<Reply> {
  const { world } = options;
  authenticate(world, req.get('authorization'), request.path);
  const match = matchPath(request.path);
  requireOwnAccount(world, match.params['AccountSid']);
  const handler = handlerOf(match, request.method);
  if (bodyError) throw asTwilioError(bodyError);
  if (request.method === 'POST') requireForm(req);
  return handler(options, { ...request, params: match.params });
}

function requireForm(req: Request): void {
  const hasBody = Buffer.isBuffer(req.body) && req.body.length > 0;
  const type = req.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded' || (type === undefined && !hasBody)) return;
  throw unsupportedMediaType();
}

function parseRequest(req: Request, origin: string): RestRequest {
  const [path = '/', ...query] = req.originalUrl.split('?');
  const form = Buffer.isBuffer(req.body) ? req.body.toString('utf8') : '';
  return {
    method: req.method,
    path,
    origin,
    params: {},
    query: new URLSearchParams(query.join('?')),
    form: new URLSearchParams(form),
  };
}

function logEntry({ method, path, query, form }: RestRequest): RequestLogEntry {
  return { method, path, query: plain(query), form: plain(form), status: null, dropped: false };
}

/** A repeated name has a list of values. */
function plain(params: URLSearchParams): Record<string, string | string[]> {
  const names = [...new Set(params.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = params.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? '') : values];
    }),
  );
}

function drop(options: RestApiOptions, req: Request, entry: RequestLogEntry): void {
  entry.dropped = true;
  options.log(`${entry.method} ${entry.path} connection dropped`);
  req.socket.destroy();
}

function send(res: Response, { status, body, headers }: Reply): void {
  res.status(status).set({ ...headers });
  if (body === undefined) res.end();
  else res.json(body);
}
