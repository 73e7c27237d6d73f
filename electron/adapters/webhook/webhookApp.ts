import createDebug from 'debug';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import { rateLimit } from 'express-rate-limit';
import { toFailure } from '../../contract/errors.ts';
import type { RefusalReason } from '../../contract/reception.ts';
import type { Logger, WebhookGate } from '../../core/ports.ts';
import { unpackingProblem } from '../packedBody.ts';
import { readMessage } from './message.ts';
import { english } from '../../contract/words/english.ts';

const debug = createDebug('twilio:webhook');

/** Twilio sends a few kB at most: 1,600 characters and ten media URLs. */
const bodyLimit = 64 * 1024;
const formType = 'application/x-www-form-urlencoded';

/** How many unsigned requests a minute get an answer; the rest get 429. Signed ones are never counted. */
const unsignedPerMinute = 120;

export interface WebhookAppDeps {
  gate: WebhookGate;
  log: Logger;
  now(): number;
  isSigned(authToken: string, signature: string, url: string, parameters: Record<string, unknown>): boolean;
  /** The request is from Twilio: its connection must not be closed to make room. */
  vouch(request: Request): void;
}

/**
 * What the tunnel exposes: `POST /webhook`, `GET /health`, and nothing else. A message gets 200 only once it is on
 * disk, so that Twilio resends it if we cannot store it.
 */
export function createWebhookApp(deps: WebhookAppDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  // Nobody requests the same answer twice.
  app.disable('etag');
  app.enable('strict routing');
  app.enable('case sensitive routing');
  app.use(pathOnly(deps.gate));
  app.get('/health', health(deps.gate));
  app.post(
    '/webhook',
    noteArrival,
    formOnly(deps.gate),
    shortOnly(deps.gate),
    express.urlencoded({ extended: false, limit: bodyLimit }),
    signedOnly(deps),
    store(deps),
  );
  app.use((_request, response) => refuse(deps.gate, response, 404));
  app.use(onError(deps));
  return app;
}

/** Why a request was refused, by response status. */
const reasons: Readonly<Partial<Record<number, RefusalReason>>> = {
  400: 'malformed',
  403: 'signature',
  404: 'wrongPath',
  413: 'tooLarge',
  415: 'wrongType',
  429: 'tooMany',
  503: 'notStored',
};

function refuse(gate: WebhookGate, response: Response, status: number, text = '', reason = reasons[status]): void {
  gate.refused(reason ?? 'malformed');
  debug('refused: %d', status);
  response.status(status).type('text').send(text);
}

/** `instance` shows whether the public URL leads to this very run; caches must not answer for it. */
function health(gate: WebhookGate): RequestHandler {
  return (_request, response) =>
    void response.set('Cache-Control', 'no-store').json({ status: 'ok', role: 'active', instance: gate.instance() });
}

/** A request with a full URL asks a proxy for someone else's page. */
function pathOnly(gate: WebhookGate): RequestHandler {
  return (request, response, next) => {
    if (request.url.startsWith('/')) next();
    else refuse(gate, response, 404);
  };
}

const noteArrival: RequestHandler = (_request, { locals }, next) => {
  locals['arrivedAt'] = performance.now();
  next();
};

function formOnly(gate: WebhookGate): RequestHandler {
  return (request, response, next) => {
    if (request.is(formType)) next();
    else refuse(gate, response, 415, `Only ${formType} is accepted.`);
  };
}

// Refuses by the header or, without a length, as soon as the body is too large: the parser would read all of it first.
// A little more is still read, so that the sender gets the answer.
function shortOnly(gate: WebhookGate): RequestHandler {
  return (request, response, next) => {
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > bodyLimit && !response.headersSent) refuse(gate, response, 413);
      if (size > 2 * bodyLimit) request.destroy();
    });
    if (Number(request.get('content-length') ?? 0) <= bodyLimit) next();
    else refuse(gate, response, 413);
  };
}

function signedOnly({ gate, isSigned, vouch }: WebhookAppDeps): RequestHandler {
  const limitRefusals = rateLimit({
    windowMs: 60_000,
    limit: unsignedPerMinute,
    standardHeaders: true,
    legacyHeaders: false,
    keyGenerator: () => 'unsigned',
    validate: false,
    handler: (_request, response) => refuse(gate, response, 429, 'Too many requests without a valid signature.'),
  });
  return (request, response, next) => {
    if (carriesSignature(request, gate, isSigned)) {
      vouch(request);
      return next();
    }
    // Behind a tunnel all requests come from one address, so refused ones share one count.
    return void limitRefusals(request, response, () =>
      refuse(gate, response, 403, 'The signature is missing or not valid.'),
    );
  };
}

function carriesSignature(request: Request, gate: WebhookGate, isSigned: WebhookAppDeps['isSigned']): boolean {
  const signature = request.get('x-twilio-signature');
  const authToken = gate.authToken();
  if (!signature || !authToken) return false;
  // Proxies change scheme, host and port: use the URL given to Twilio, not the one seen here.
  return gate.publicUrls().some((url) => isSigned(authToken, signature, url, request.body as Record<string, unknown>));
}

function store({ gate, log, now }: WebhookAppDeps): RequestHandler {
  return async (request, response) => {
    const sms = readMessage(request.body, now());
    if (!sms || sms.accountSid !== gate.accountSid())
      return refuse(gate, response, 400, 'This is not a message for the connected account.');
    try {
      const outcome = await gate.receive(sms);
      debug('%s %s', sms.sid, outcome);
      acknowledge(response);
      gate.answered(performance.now() - (response.locals['arrivedAt'] as number));
    } catch (thrown) {
      const { code, message } = toFailure(thrown);
      if (code === 'RECEPTION_PAUSED') return refuse(gate, response, 503, english(message), 'paused');
      log.error(`A message could not be stored (${english(message)}); Twilio was asked to send it again.`);
      refuse(gate, response.set('Retry-After', '5'), 503);
    }
  };
}

function acknowledge(response: Response): void {
  response.status(200).type('text/xml').send('<Response/>');
}

function onError({ gate, log }: WebhookAppDeps): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    // Refused while its body was still arriving.
    if (response.headersSent) return;
    const status = statusOf(error);
    if (status < 500) return refuse(gate, response, status, unpackingProblem(error, request) ?? '');
    log.error('The webhook listener met an unexpected problem.', error);
    return void response.status(status).end();
  };
}

// body-parser signals errors by status: 413 too long, 400 cut off or garbled, 415 unknown encoding.
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 600 ? status : 500;
}
