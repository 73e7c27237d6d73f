import type { Response } from 'express';
import { z } from 'zod';
import type { Channel } from '../../contract/addresses.ts';
import { plainError } from '../../contract/errors.ts';
import { receptionPaused } from '../../core/diagnosis.ts';
import type { MessageAfter } from '../../core/messageHistory.ts';
import type { Wait } from '../../core/waits.ts';
import type { HolderView } from '../holderView.ts';
import { message } from '../shapes.ts';
import { freeOperation, type Operation } from './operation.ts';
import { sendFailure } from './respond.ts';

const params = z.object({ id: z.string() });

/** In a URL, a plus sign turns into a space. */
export const plusAgain = (text: string) => text.replace(/(?<=^|:) (?=\d)/, '+').trim();

const messageSid = /^[0-9A-Za-z]{34}$/;
const after = z.union([z.iso.datetime({ offset: true }), z.string().regex(messageSid)], {
  error: 'A time such as 2026-01-31T12:00:00Z, or the SID of a message.',
});
const afterMeans = 'Only what came later than this time or message (SID): the newest code, or the first message.';

const leaseWait = z.object({
  timeoutSeconds: z.coerce.number().min(0).max(600).default(30),
  after: after.optional().meta({ description: `${afterMeans} Without it, the newest of the lease.` }),
  from: z.string().max(100).transform(plusAgain).optional().meta({
    description:
      'Only of this sender: E.164, a short code or a name, in upper or lower case; by whatever channel, unless it is named: whatsapp:+12025550147.',
  }),
  contains: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'Only with this text in the body, in upper or lower case.' }),
  service: z.string().trim().max(200).optional().meta({
    description: 'Only of this service: the name that the message tells, or name or SID of the one it was sent by.',
  }),
});
type WaitQuery = z.output<typeof leaseWait>;

const address = /^(?:(?<channel>whatsapp|rcs):)?(?<number>\+[1-9]\d{6,14})$/i;
const numberWait = z.object({
  to: z
    .string()
    .max(100)
    .transform(plusAgain)
    .pipe(z.string().regex(address, 'A number in E.164, such as +14155550123.'))
    .meta({
      description:
        'The number that the message is for, leased or not: E.164; by whatever channel, unless it is named: whatsapp:+14155550123.',
    }),
  ...leaseWait.shape,
  after: after.optional().meta({
    description: `${afterMeans} Without it, the newest of the last ten minutes; where a lease of the number runs, of that lease. A test that uses a number again should say since when.`,
  }),
});

const code = z.object({ code: z.string(), message });
const timeUp = { description: 'The time is up', body: null };
const codeAnswers = { 200: { description: 'The code, as soon as it is there', body: code }, 204: timeUp };
const messageAnswers = {
  200: { description: 'The message, as soon as it is there', body: z.object({ message }) },
  204: timeUp,
};

/** Waiting for a code or a message, of a lease or to a number. */
export const waitOperations: Operation[] = [
  freeOperation({
    method: 'get',
    path: '/leases/{id}/code',
    id: 'waitForCode',
    access: 'own',
    summary: 'Wait for the code of a lease',
    params,
    query: leaseWait,
    answers: codeAnswers,
    respond: (app, { params: { id }, query }, _request, response) => waitByLease(app, id, 'code', query, response),
  }),
  freeOperation({
    method: 'get',
    path: '/leases/{id}/message',
    id: 'waitForMessage',
    access: 'own',
    summary: 'Wait for the next message of a lease, with or without a code',
    params,
    query: leaseWait,
    answers: messageAnswers,
    respond: (app, { params: { id }, query }, _request, response) => waitByLease(app, id, 'message', query, response),
  }),
  freeOperation({
    method: 'get',
    path: '/code',
    id: 'waitForCodeTo',
    access: 'own',
    summary: 'Wait for the code that comes to a number',
    query: numberWait,
    answers: codeAnswers,
    respond: (app, { query }, _request, response) => waitByNumber(app, 'code', query, response),
  }),
  freeOperation({
    method: 'get',
    path: '/message',
    id: 'waitForMessageTo',
    access: 'own',
    summary: 'Wait for the next message to a number, with or without a code',
    query: numberWait,
    answers: messageAnswers,
    respond: (app, { query }, _request, response) => waitByNumber(app, 'message', query, response),
  }),
];

type Awaited = Wait['awaited'];

async function waitByLease(
  app: HolderView,
  leaseId: string,
  awaited: Awaited,
  query: WaitQuery,
  response: Response,
): Promise<void> {
  const letGo = app.heartbeats.hold(leaseId);
  await answer(app, waitOf({ leaseId }, awaited, query), response).finally(letGo);
}

async function waitByNumber(
  app: HolderView,
  awaited: Awaited,
  { to, ...query }: z.output<typeof numberWait>,
  response: Response,
): Promise<void> {
  const { channel, number = '' } = address.exec(to)?.groups ?? {};
  const { wanted, ...wait } = waitOf({ number }, awaited, query);
  await answer(
    app,
    { ...wait, wanted: { ...wanted, channel: channel?.toLowerCase() as Channel | undefined } },
    response,
  );
}

function waitOf(target: Wait['target'], awaited: Awaited, { timeoutSeconds, after, ...wanted }: WaitQuery): Wait {
  return { target, awaited, timeoutMs: timeoutSeconds * 1000, after: after ? afterOf(after) : null, wanted };
}

function afterOf(given: string): MessageAfter {
  return messageSid.test(given) ? { sid: given } : { at: new Date(given).toISOString() };
}

async function answer(app: HolderView, wait: Wait, response: Response): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const outcome = await app.waitFor({ ...wait, signal: gone.signal });
  if (response.writableEnded) return;
  if (outcome.kind === 'timeout') return void response.status(204).end();
  if (outcome.kind === 'paused') return sendFailure(response, receptionPaused().failure);
  if (outcome.kind === 'ended') return sendFailure(response, leaseEnded(wait.awaited).failure);
  const { message } = outcome;
  response.json(wait.awaited === 'code' ? { code: message.code, message } : { message });
}

function leaseEnded(awaited: Awaited) {
  return plainError(
    'LEASE_ENDED',
    `The lease ended and no ${awaited} came.`,
    'Take a new number; a longer ttlSeconds gives slow senders more time.',
  );
}
