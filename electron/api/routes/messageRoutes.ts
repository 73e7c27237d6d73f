import { z } from 'zod';
import { messageFilterSchema, messageSidSchema, messagesSchema } from '../../contract/messages.ts';
import { plainError } from '../../contract/errors.ts';
import { messageCount, messageFacets, messagePage } from '../shapes.ts';
import { assertNotEmptyTo, freeOperation, operation, type Operation } from './operation.ts';

const to = messageFilterSchema.shape.number.meta({
  description: 'The number that they came to, leased or not: E.164.',
});
const byFilter = messageFilterSchema.extend({ to });
const byPage = messagesSchema.extend({ to });

/** `to` is what waits call it, and `number` what the filters do. Throws INVALID_INPUT for two numbers. */
function filterOf<T extends { to?: string | undefined; number?: string | undefined }>({ to, ...filter }: T) {
  const { number = to } = filter;
  if (to === undefined || to === number) return { ...filter, number };
  throw plainError(
    'INVALID_INPUT',
    '“to” and “number” name different numbers.',
    'Give one of them: they mean the same.',
  );
}

/** `/v1/messages` */
export const messageOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/messages',
    id: 'listMessages',
    access: 'own',
    summary: 'Messages, newest first',
    query: byPage,
    answer: [200, 'A page of them', messagePage],
    run: (app, { query }) => app.listMessages(filterOf(query)),
  }),
  operation({
    method: 'get',
    path: '/messages/count',
    id: 'countMessages',
    access: 'own',
    summary: 'How many messages there are',
    query: byFilter,
    answer: [200, 'The number; "more": at least one more', messageCount],
    run: (app, { query }) => app.countMessages(filterOf(query)),
  }),
  operation({
    method: 'get',
    path: '/messages/facets',
    id: 'messageFacets',
    access: 'own',
    summary: 'What messages can be filtered by',
    answer: [200, 'What got a message last comes first', messageFacets],
    run: (app) => app.messageFacets(),
  }),
  freeOperation({
    method: 'delete',
    path: '/messages',
    id: 'deleteAllMessages',
    access: 'host',
    summary: 'Wipe all messages from the disk, also those of running leases, or all to one number',
    query: z.object({ to }),
    answers: { 200: { description: 'They are gone, and are not fetched again', body: z.object({ deleted: z.int() }) } },
    respond: async (app, { query }, request, response) => {
      assertNotEmptyTo(request);
      response.json({ deleted: await app.deleteAllMessages(query.to) });
    },
  }),
  operation({
    method: 'delete',
    path: '/messages/{sid}',
    id: 'deleteMessage',
    access: 'own',
    summary: 'Wipe a message from the disk',
    params: messageSidSchema,
    answer: [200, 'It is gone, and is not fetched again', z.object({ sid: z.string(), state: z.literal('deleted') })],
    run: async (app, { params: { sid } }) => {
      if ((await app.deleteMessages([sid])) > 0) return { sid, state: 'deleted' as const };
      throw plainError('NOT_FOUND', `There is no message ${sid}.`, 'GET /v1/messages lists what there is.');
    },
  }),
];
