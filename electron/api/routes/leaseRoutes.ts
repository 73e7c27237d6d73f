import { randomUUID } from 'node:crypto';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { extendSchema, leaseSchema, pinSchema, requestIdSchema } from '../../contract/api.ts';
import { appError } from '../../contract/errors.ts';
import { policySchema } from '../../contract/settings.ts';
import type { App } from '../../core/app.ts';
import type { CodeAfter } from '../../core/messageHistory.ts';
import { parseInput } from '../../core/dispatch.ts';
import { receptionPaused } from '../../core/receptionPaused.ts';
import { answer, withoutEmpty } from './answer.ts';
import { sendFailure } from './respond.ts';

const policyPatchSchema = z.strictObject({ policy: policySchema });

const codeQuerySchema = z.object({
  timeoutSeconds: z.coerce.number().min(0).max(600).default(30),
  after: z
    .union([z.iso.datetime({ offset: true }), z.string().regex(/^[0-9A-Za-z]{34}$/)], {
      error: 'A time such as 2026-01-31T12:00:00Z, or the SID of a message.',
    })
    .optional(),
});

type OfLease = { id: string };

/** `/v1/leases` */
export function leaseRoutes(app: App): Router {
  const router = Router();
  router.post('/', (request, response) => takeLease(app, request, response));
  router.get(
    '/',
    answer(200, () => ({ leases: app.listLeases() })),
  );
  router.delete(
    '/',
    answer(202, async () => ({ leases: await app.leases.endAll() })),
  );
  router.get(
    '/:id',
    answer<OfLease>(200, ({ params }) => app.lease(params.id)),
  );
  router.patch(
    '/:id',
    answer<OfLease>(200, ({ params, body }) =>
      app.leases.setPolicy(params.id, parseInput(policyPatchSchema, body ?? {}).policy),
    ),
  );
  router.delete(
    '/:id',
    answer<OfLease>(202, ({ params }) => app.leases.end(params.id)),
  );
  router.post(
    '/:id/extend',
    answer<OfLease>(200, ({ params, body }) =>
      app.leases.extend(params.id, parseInput(extendSchema, body ?? {}).seconds),
    ),
  );
  router.post(
    '/:id/pin',
    answer<OfLease>(200, ({ params, body }) => app.leases.pin(params.id, parseInput(pinSchema, body ?? {}).pinned)),
  );
  router.get('/:id/code', (request, response) => waitForCode(app, request.params.id, request, response));
  return router;
}

async function takeLease(app: App, request: Request, response: Response): Promise<void> {
  const key = request.get('idempotency-key');
  const requestId = key === undefined ? randomUUID() : `key:${parseInput(requestIdSchema, key)}`;
  const lease = await app.leases.start({ ...parseInput(leaseSchema, request.body ?? {}), requestId });
  response.status(201).location(`/v1/leases/${lease.id}`).json(lease);
}

function afterOf(given: string): CodeAfter {
  return /^[0-9A-Za-z]{34}$/.test(given) ? { sid: given } : { at: new Date(given).toISOString() };
}

async function waitForCode(app: App, leaseId: string, request: Request, response: Response): Promise<void> {
  const { timeoutSeconds, after } = parseInput(codeQuerySchema, withoutEmpty(request.query));
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const outcome = await app.waitForCode({
    leaseId,
    timeoutMs: timeoutSeconds * 1000,
    after: after ? afterOf(after) : null,
    signal: gone.signal,
  });
  if (outcome.kind === 'code') response.json({ code: outcome.code, message: outcome.message });
  else if (outcome.kind === 'timeout') response.status(204).end();
  else if (outcome.kind === 'paused') sendFailure(response, receptionPaused().failure);
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
