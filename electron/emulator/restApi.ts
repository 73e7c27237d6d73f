import type { IncomingHttpHeaders, IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { authenticate, requireOwnAccount } from './auth.ts';
import { settleBills } from './billing.ts';
import { asTwilioError, unsupportedMediaType, type TwilioError } from './errors.ts';
import { takeOne } from './faults.ts';
import { bodyOf } from './requestBody.ts';
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

/** A request, with what reading its body led to. */
interface Arrived {
  request: RestRequest;
  headers: IncomingHttpHeaders;
  bodyError: TwilioError | null;
}

/** Both REST APIs: everything on the server that is not the control interface. Express would double its cost. */
export function restApi(options: RestApiOptions): RequestListener {
  const load = { concurrent: 0 };
  return (req, res) => {
    load.concurrent += 1;
    res.on('close', () => (load.concurrent -= 1));
    res.setHeader('Date', new Date(options.world.now()).toUTCString());
    res.setHeader('Twilio-Request-Id', newSid('RQ'));
    res.setHeader('Twilio-Concurrent-Requests', String(load.concurrent));
    bodyOf(req)
      .catch(asTwilioError)
      .then((body) => answer(options, res, arrived(req, body, options.origin())))
      .catch((thrown: unknown) => options.log(`${req.method} ${req.url} failed: ${String(thrown)}`));
  };
}

function arrived(
  { method = '', url = '/', headers }: IncomingMessage,
  body: string | TwilioError,
  origin: string,
): Arrived {
  const [path = '/', ...query] = url.split('?');
  const [text, bodyError] = typeof body === 'string' ? [body, null] : ['', body];
  const form = new URLSearchParams(text);
  return {
    request: { method, path, origin, params: {}, query: new URLSearchParams(query.join('?')), form },
    headers,
    bodyError,
  };
}

async function answer(options: RestApiOptions, res: ServerResponse, arrived: Arrived): Promise<void> {
  const { world, closing, log } = options;
  const { request } = arrived;
  const entry = logEntry(request);
  remember(world.requests, entry);
  const { latencyMs } = world.faults;
  if (latencyMs > 0) await delay(latencyMs, undefined, { signal: closing }).catch(() => undefined);
  settleBills(world);
  const fate = nextFate(world);
  if (fate === 'drop') return drop(options, res, entry);
  const refusal = refusalOf(fate);
  if (refusal === null && isPurchase(request) && takeOne(world.faults, 'lateCommits')) {
    drop(options, res, entry);
    return commitLate(options, entry, arrived);
  }
  const reply = refusal ? errorReply(refusal) : await respond(options, arrived);
  entry.status = reply.status;
  if (isCommitted(request, reply) && (takeOne(world.faults, 'dropAfterCommit') || fate === 'loseAnswer'))
    return drop(options, res, entry);
  const isMissing = reply.status === 404 && !isKnown(request.path);
  log(`${request.method} ${request.path} ${reply.status}${isMissing ? ': the emulator does not have this' : ''}`);
  send(res, reply);
}

/** Carries out a purchase whose client is gone, unless the emulator was closed or reset in the meantime. */
async function commitLate(options: RestApiOptions, entry: RequestLogEntry, arrived: Arrived): Promise<void> {
  const { world, closing, log } = options;
  const { generation } = world;
  await delay(world.faults.commitDelayMs, undefined, { signal: closing }).catch(() => undefined);
  if (closing.aborted || world.generation !== generation) return;
  settleBills(world);
  entry.status = (await respond(options, arrived)).status;
  log(`${entry.method} ${entry.path} ${entry.status} after the connection was dropped`);
}

function isPurchase({ method, path }: RestRequest): boolean {
  return method === 'POST' && path.endsWith('/IncomingPhoneNumbers.json');
}

function isCommitted({ method }: RestRequest, { status }: Reply): boolean {
  return status < 300 && method !== 'GET';
}

async function respond(options: RestApiOptions, arrived: Arrived): Promise<Reply> {
  try {
    return await handle(options, arrived);
  } catch (thrown) {
    const error = asTwilioError(thrown);
    const { method, path } = arrived.request;
    if (error.status === 500) options.log(`${method} ${path} failed: ${String(thrown)}`);
    return errorReply(error);
  }
}

function errorReply({ status, body, headers }: TwilioError): Reply {
  return { status, body, headers };
}

/** The order of the checks is Twilio's: credentials, resource, method, body, then the resource itself. Load comes before all of them. */
function handle(options: RestApiOptions, { request, headers, bodyError }: Arrived): Reply | Promise<Reply> {
  const { world } = options;
  authenticate(world, headers.authorization, request.path);
  const match = matchPath(request.path);
  requireOwnAccount(world, match.params['AccountSid']);
  const handler = handlerOf(match, request.method);
  if (bodyError) throw bodyError;
  if (request.method === 'POST') requireForm(request, headers['content-type']);
  return handler(options, { ...request, params: match.params });
}

function requireForm({ form }: RestRequest, contentType: string | undefined): void {
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded' || (type === undefined && form.size === 0)) return;
  throw unsupportedMediaType();
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

function drop({ log }: RestApiOptions, res: ServerResponse, entry: RequestLogEntry): void {
  entry.dropped = true;
  log(`${entry.method} ${entry.path} connection dropped`);
  res.destroy();
}

function send(res: ServerResponse, { status, body, headers }: Reply): void {
  if (body === undefined) return void res.writeHead(status, { ...headers }).end();
  const text = Buffer.from(JSON.stringify(body));
  const type = 'application/json; charset=utf-8';
  res.writeHead(status, { 'Content-Type': type, 'Content-Length': text.length, ...headers }).end(text);
}
