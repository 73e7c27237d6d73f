import { randomUUID } from 'node:crypto';
import { Router, type Request, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { extendSchema, leaseSchema, messagesSchema, requestIdSchema, searchSchema } from '../../contract/api.ts';
import { appError } from '../../contract/errors.ts';
import type { App } from '../../core/app.ts';
import { parseInput } from '../../core/dispatch.ts';
import { sendFailure } from './respond.ts';

const codeQuerySchema = z.object({
  timeoutSeconds: z.coerce.number().min(0).max(600).default(30),
  after: z.iso.datetime({ offset: true, error: 'A time such as 2026-01-31T12:00:00Z.' }).optional(),
});

/** The automation API, without its doors (see apiApp.ts). */
export function apiRoutes(app: App): Router {
  const router = Router();
  router.get(
    '/health',
    answer(200, () => health(app)),
  );
  router.get(
    '/numbers/available',
    answer(200, ({ query }) => app.searchNumbers(parseInput(searchSchema, withoutEmpty(query)))),
  );
  router.get(
    '/numbers',
    answer(200, async () => ({ numbers: await app.ownedNumbers() })),
  );
  router.post('/leases', (request, response) => takeLease(app, request, response));
  router.get(
    '/leases',
    answer(200, () => ({ leases: app.listLeases() })),
  );
  router.get(
    '/leases/:id',
    answer(200, ({ params }) => app.lease(params.id)),
  );
  router.post(
    '/leases/:id/extend',
    answer(200, ({ params, body }) => app.leases.extend(params.id, parseInput(extendSchema, body ?? {}).seconds)),
  );
  router.delete(
    '/leases/:id',
    answer(202, ({ params }) => app.leases.end(params.id)),
  );
  router.get('/leases/:id/code', (request, response) => waitForCode(app, request.params.id, request, response));
  router.get(
    '/messages',
    answer(200, ({ query }) => app.listMessages(parseInput(messagesSchema, withoutEmpty(query)))),
  );
  return router;
}

/** Answers with JSON; what is thrown goes to the error handler. */
function answer(
  status: number,
  work: (request: Request<{ id: string }>) => object | Promise<object>,
): RequestHandler<{ id: string }> {
  return async (request, response) => void response.status(status).json(await work(request));
}

function health(app: App): object {
  const { version, account, tunnel, demo } = app.state();
  const { kind, state, url } = tunnel;
  return { status: 'ok', version, account, tunnel: { kind, state, url }, emulator: demo };
}

async function takeLease(app: App, request: Request, response: Response): Promise<void> {
  const key = request.get('idempotency-key');
  const requestId = key === undefined ? randomUUID() : `key:${parseInput(requestIdSchema, key)}`;
  const lease = await app.leases.start({ ...parseInput(leaseSchema, request.body ?? {}), requestId });
  response.status(201).location(`/v1/leases/${lease.id}`).json(lease);
}

async function waitForCode(app: App, leaseId: string, request: Request, response: Response): Promise<void> {
  const { timeoutSeconds, after } = parseInput(codeQuerySchema, withoutEmpty(request.query));
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const outcome = await app.waitForCode({
    leaseId,
    timeoutMs: timeoutSeconds * 1000,
    after: after ? new Date(after).toISOString() : null,
    signal: gone.signal,
  });
  if (outcome.kind === 'code') response.json({ code: outcome.code, message: outcome.message });
  else if (outcome.kind === 'timeout') response.status(204).end();
  else
    sendFailure(
      response,
      appError(
        'LEASE_ENDED',
        'The lease ended and no code came.',
        'Take a new number; a longer ttlSeconds gives slow senders more time.',
      ).failure,
    );
}

/** `?contains=` means nothing, as in a form that was left empty. */
function withoutEmpty(query: Request['query']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
}
