import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { extendSchema, leaseSchema, pinSchema, requestIdSchema } from '../../contract/api.ts';
import { plainError } from '../../contract/errors.ts';
import { policySchema } from '../../contract/settings.ts';
import { parseInput } from '../../core/dispatch.ts';
import type { CodeAfter } from '../../core/messageHistory.ts';
import { receptionPaused } from '../../core/diagnosis.ts';
import type { HolderView } from '../holderView.ts';
import { lease, message } from '../shapes.ts';
import { freeOperation, operation, type Operation } from './operation.ts';
import { sendFailure } from './respond.ts';

const params = z.object({ id: z.string() });
const leases = z.object({ leases: z.array(lease) });

const policyPatchSchema = z.object({ policy: policySchema });
const takeHeaders = z.object({
  'Idempotency-Key': requestIdSchema.optional().meta({
    description: 'The same key never buys twice; with another body it is refused with CONFLICT.',
  }),
});

const messageSid = /^[0-9A-Za-z]{34}$/;
const codeQuerySchema = z.object({
  timeoutSeconds: z.coerce.number().min(0).max(600).default(30),
  after: z
    .union([z.iso.datetime({ offset: true }), z.string().regex(messageSid)], {
      error: 'A time such as 2026-01-31T12:00:00Z, or the SID of a message.',
    })
    .optional(),
  // In a URL, a plus sign turns into a space: put it back.
  from: z
    .string()
    .max(100)
    .transform((text) => text.replace(/(?<=^|:) (?=\d)/, '+').trim())
    .optional()
    .meta({
      description:
        'Only of this sender: E.164, a short code or a name, in upper or lower case; by whatever channel, unless it is named: whatsapp:+12025550147.',
    }),
  contains: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Only with this text in the body, in upper or lower case.' }),
  service: z.string().trim().max(200).optional().meta({ description: 'Only of the service that is named so.' }),
});

/** `/v1/leases` */
export const leaseOperations: Operation[] = [
  freeOperation({
    method: 'post',
    path: '/leases',
    id: 'takeLease',
    access: 'own',
    summary: 'Take a number; answers when it is there',
    body: leaseSchema,
    headers: takeHeaders,
    answers: { 201: { description: 'The lease; the same one for the same key', body: lease } },
    respond: (app, { body }, request, response) => takeLease(app, body, request, response),
  }),
  operation({
    method: 'get',
    path: '/leases',
    id: 'listLeases',
    access: 'own',
    summary: 'Leases, newest first',
    answer: [200, 'Those in view', leases],
    run: (app) => ({ leases: app.listLeases() }),
  }),
  operation({
    method: 'delete',
    path: '/leases',
    id: 'endAllLeases',
    access: 'own',
    summary: 'End every running lease by its policy',
    answer: [202, 'Those that were running', leases],
    run: async (app) => ({ leases: await app.leases.endAll() }),
  }),
  operation({
    method: 'get',
    path: '/leases/{id}',
    id: 'getLease',
    access: 'own',
    summary: 'A lease',
    params,
    answer: [200, 'The lease', lease],
    run: (app, { params: { id } }) => {
      app.heartbeats.heard(id);
      return app.lease(id);
    },
  }),
  operation({
    method: 'patch',
    path: '/leases/{id}',
    id: 'changeLease',
    access: 'own',
    summary:
      'Change what happens to the number when the lease ends; a token with a name may not for one that was there before',
    params,
    body: policyPatchSchema,
    answer: [200, 'The lease', lease],
    run: (app, { params: { id }, body }) => app.leases.setPolicy(id, body.policy),
  }),
  operation({
    method: 'delete',
    path: '/leases/{id}',
    id: 'endLease',
    access: 'own',
    summary: 'End a lease by its policy',
    params,
    answer: [202, 'The lease, ending; one that is over as it is', lease],
    run: (app, { params: { id } }) => app.leases.end(id),
  }),
  operation({
    method: 'post',
    path: '/leases/{id}/extend',
    id: 'extendLease',
    access: 'own',
    summary: 'Add to the time that is left',
    params,
    body: extendSchema,
    answer: [200, 'The lease', lease],
    run: (app, { params: { id }, body }) => {
      app.heartbeats.heard(id);
      return app.leases.extend(id, body.seconds);
    },
  }),
  operation({
    method: 'post',
    path: '/leases/{id}/heartbeat',
    id: 'beat',
    access: 'own',
    summary: 'Say that the client of a lease is still there',
    params,
    answer: [200, 'The lease', lease],
    run: (app, { params: { id } }) => app.heartbeats.beat(id),
  }),
  operation({
    method: 'post',
    path: '/leases/{id}/pin',
    id: 'pinLease',
    access: 'own',
    summary: 'Keep a lease from running out, or let it go on',
    params,
    body: pinSchema,
    answer: [200, 'The lease', lease],
    run: (app, { params: { id }, body }) => app.leases.pin(id, body.pinned),
  }),
  freeOperation({
    method: 'get',
    path: '/leases/{id}/code',
    id: 'waitForCode',
    access: 'own',
    summary: 'Wait for the code',
    params,
    query: codeQuerySchema,
    answers: {
      200: { description: 'The newest code, as soon as it is there', body: z.object({ code: z.string(), message }) },
      204: { description: 'The time is up', body: null },
    },
    respond: (app, { params: { id }, query }, _request, response) => waitForCode(app, id, query, response),
  }),
];

async function takeLease(
  app: HolderView,
  wanted: z.output<typeof leaseSchema>,
  request: Request,
  response: Response,
): Promise<void> {
  const key = request.get('idempotency-key');
  const requestId = key === undefined ? randomUUID() : `key:${parseInput(requestIdSchema, key)}`;
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const taken = await app.leases.start({ ...wanted, requestId }, { signal: gone.signal });
  app.heartbeats.heard(taken.id);
  if (!response.writableEnded) response.status(201).location(`/v1/leases/${taken.id}`).json(taken);
}

function afterOf(given: string): CodeAfter {
  return messageSid.test(given) ? { sid: given } : { at: new Date(given).toISOString() };
}

async function waitForCode(
  app: HolderView,
  leaseId: string,
  { timeoutSeconds, after, ...wanted }: z.output<typeof codeQuerySchema>,
  response: Response,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const letGo = app.heartbeats.hold(leaseId);
  const timeoutMs = timeoutSeconds * 1000;
  const outcome = await app
    .waitForCode({ leaseId, timeoutMs, after: after ? afterOf(after) : null, wanted, signal: gone.signal })
    .finally(letGo);
  if (response.writableEnded) return;
  if (outcome.kind === 'code') response.json({ code: outcome.code, message: outcome.message });
  else if (outcome.kind === 'timeout') response.status(204).end();
  else if (outcome.kind === 'paused') sendFailure(response, receptionPaused().failure);
  else
    sendFailure(
      response,
      plainError(
        'LEASE_ENDED',
        'The lease ended and no code came.',
        'Take a new number; a longer ttlSeconds gives slow senders more time.',
      ).failure,
    );
}
