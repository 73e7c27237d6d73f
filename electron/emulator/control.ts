import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { z } from 'zod';
import { isE164, isSender, isWhatsApp, onWhatsApp, withoutWhatsApp } from './addresses.ts';
import { rotateToken } from './auth.ts';
import { settleBills } from './billing.ts';
import { parsed } from './controlInput.ts';
import { addPapers } from './controlPapers.ts';
import { asTwilioError, TwilioError } from './errors.ts';
import { maxBodyLength, storeInbound } from './messageStore.ts';
import type { DeliveryAttempt } from './courier.ts';
import type { Context } from './rest.ts';
import { applyFaults, ownedNumber, resetWorld, snapshot, type World } from './world.ts';

/** A United States number reserved for fiction. */
const defaultSender = '+12025550147';
const senderWanted = 'must be an E.164 number, a short code of 3 to 8 digits or a name of 1 to 11 characters';
const receiverWanted =
  'must be a number in E.164 form, such as "+12025550123", or for WhatsApp "whatsapp:+12025550123"';

const sms = z
  .object({
    /** E.164; one of the account's numbers. With `whatsapp:` before it, the message comes by WhatsApp. */
    to: z.string().refine((text) => isE164(text) || isWhatsApp(text), receiverWanted),
    /** At most 1600 UTF-16 code units; may be empty. */
    body: z.string().max(maxBodyLength),
    /** E.164, a short code or an alphanumeric sender; for WhatsApp a number with `whatsapp:` before it. */
    from: z
      .string()
      .refine((text) => isSender(text) || isWhatsApp(text), senderWanted)
      .optional(),
    /** Number of attached pictures, 0 to 10. */
    numMedia: z.int().min(0).max(10).default(0),
  })
  .transform(({ from, numMedia, ...rest }) => ({
    ...rest,
    from: from ?? defaultSenderTo(rest.to),
    media: Array.from({ length: numMedia }, () => ({ url: null, contentType: 'image/jpeg' })),
  }))
  .refine(({ to, from }) => isWhatsApp(to) === isWhatsApp(from), 'to and from must be of the same channel');

function defaultSenderTo(to: string): string {
  return isWhatsApp(to) ? onWhatsApp(defaultSender) : defaultSender;
}

/** A message from outside to one of the account's numbers. */
export type IncomingSms = z.input<typeof sms>;

/** Ten years, including leap days. */
const longestS = 3_653 * 86_400;
const advance = z.strictObject({ advanceSeconds: z.int().min(0).max(longestS) });

export interface SmsReceipt {
  sid: string;
  /** All webhook requests, in order; empty when the number has no SmsUrl or a fault dropped the webhook. */
  delivered: DeliveryAttempt[];
}

const bodyLimit = '64kb';
const loopbackHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Makes a message arrive; resolves once its webhooks have been called.
 * @throws TwilioError 404/20404 when the account does not have the number, 400/21614 when the number takes no SMS,
 * 400/20001 for invalid input.
 */
export async function receiveSms({ world, courier }: Context, input: unknown): Promise<SmsReceipt> {
  settleBills(world);
  const draft = parsed(sms, input);
  const number = ownedNumber(world, withoutWhatsApp(draft.to));
  if (!number) throw new TwilioError(404, 20404, `${draft.to} is not a number of this account`);
  if (!number.listing.capabilities.sms) throw new TwilioError(400, 21614, `${draft.to} is not a number that takes SMS`);
  const message = storeInbound(world, number, draft);
  return { sid: message.sid, delivered: await courier.deliver(number, message) };
}

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
    advanceClock(world, req.body);
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
 * `POST /_emulator/clock`: moves the clock forward.
 * @throws TwilioError 400/20001 unless it is a whole number of seconds from 0 to ten years.
 */
export function advanceClock(world: World, input: unknown): void {
  world.clockOffsetMs += parsed(advance, input).advanceSeconds * 1_000;
}

/** A web page could reach a loopback port through its own name (DNS rebinding) or across origins. */
function requireLocalCaller(req: Request, _res: Response, next: NextFunction): void {
  const origin = req.get('origin');
  const hosts = [`http://${req.get('host') ?? ''}`, ...(origin === undefined ? [] : [origin])];
  const local = hosts.every((url) => URL.canParse(url) && loopbackHosts.has(new URL(url).hostname));
  if (!local) throw new TwilioError(403, 20403, 'The control interface answers requests to and from loopback only');
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
