import { randomUUID } from 'node:crypto';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { extendSchema, leaseSchema, pinSchema, requestIdSchema } from '../../contract/api.ts';
import { policySchema } from '../../contract/settings.ts';
import { parseInput } from '../../core/dispatch.ts';
import type { HolderView } from '../holderView.ts';
import { lease } from '../shapes.ts';
import { freeOperation, operation, type Operation } from './operation.ts';

const params = z.object({ id: z.string() });
const leases = z.object({ leases: z.array(lease) });

const policyPatchSchema = z.object({ policy: policySchema });
const takeHeaders = z.object({
  'Idempotency-Key': requestIdSchema.optional().meta({
    description: 'The same key never buys twice; with another body it is refused with CONFLICT.',
  }),
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
