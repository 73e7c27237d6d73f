import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { rotateToken } from './auth.ts';
import { settleBills } from './billing.ts';
import { releaseDue } from './carrier/schedule.ts';
import { parsed } from './controlInput.ts';
import { addPapers } from './controlPapers.ts';
import { asTwilioError, TwilioError } from './errors.ts';
import { isLoopback, namesThisMachine } from './reach.ts';
import type { Context } from './rest.ts';
import { receiveSms } from './receiveSms.ts';
import { applyFaults, resetWorld, snapshot } from './world.ts';

/** Ten years, including leap days. */
const longestS = 3_653 * 86_400;
const advance = z.strictObject({ advanceSeconds: z.int().min(0).max(longestS) });

const bodyLimit = '64kb';

/** `/_emulator/...`: how a test or a demo controls the world. No authentication, but only from this machine. */
export function controlApi(context: Context): Router {
  const router = express.Router();
  const { world, courier } = context;
  router.use(requireLocalCaller);
  router.use((_req, _res, next) => {
    settleBills(world);
    next();
  });
  router.get('/state', (_req, res) => {
    res.json(snapshot(world));
  });
  router.post('/reset', (_req, res) => {
    courier.cancel();
    resetWorld(world);
    res.status(204).end();
  });
  router.use(requireJson, express.json({ limit: bodyLimit, strict: false }));
  router.post('/sms', (req, res, next) => {
    receiveSms(context, req.body).then((receipt) => res.status(201).json(receipt), next);
  });
  router.post('/faults', (req, res) => {
    applyFaults(world, req.body);
    res.json(world.faults);
  });
  router.post('/clock', (req, res) => {
    advanceClock(context, req.body);
    res.json({ now: new Date(world.now()).toISOString() });
  });
  router.post('/token', (req, res) => {
    res.json({ authToken: rotateToken(world, req.body) });
  });
  router.post('/papers', (req, res) => {
    res.json(addPapers(world, req.body));
  });
  router.use((req) => {
    throw new TwilioError(404, 20404, `There is no ${req.method} ${req.originalUrl}`);
  });
  router.use(sendError);
  return router;
}

/**
 * `POST /_emulator/clock`: moves the clock forward, and sends what is due.
 * @throws TwilioError 400/20001 unless it is a whole number of seconds from 0 to ten years.
 */
export function advanceClock(context: Context, input: unknown): void {
  context.world.clockOffsetMs += parsed(advance, input).advanceSeconds * 1_000;
  releaseDue(context);
}

/**
 * A web page could get here through its own name or across origins, another machine where it may send messages, and
 * whoever sends them through a StatusCallback that leads here.
 */
function requireLocalCaller(req: Request, _res: Response, next: NextFunction): void {
  const origin = req.get('origin');
  const urls = [`http://${req.get('host') ?? ''}`, ...(origin === undefined ? [] : [origin])];
  const isCallback = req.get('x-twilio-signature') !== undefined;
  if (isCallback || !isLoopback(req.socket.remoteAddress) || !urls.every(namesThisMachine))
    throw new TwilioError(403, 20403, 'The control interface answers requests to and from loopback only');
  next();
}

function requireJson(req: Request, _res: Response, next: NextFunction): void {
  if (req.method === 'POST' && !req.is('application/json'))
    throw new TwilioError(415, 20415, 'Content-Type must be application/json');
  next();
}

function sendError(thrown: unknown, _req: Request, res: Response, _next: NextFunction): void {
  const error = asTwilioError(thrown);
  res.status(error.status).json(error.body);
}
