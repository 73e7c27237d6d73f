import { z } from 'zod';
import { messageFilterSchema, messageSidSchema, messagesSchema } from '../../contract/messages.ts';
import { plainError } from '../../contract/errors.ts';
import { messageCount, messageFacets, messagePage } from '../shapes.ts';
import { operation, type Operation } from './operation.ts';

/** `/v1/messages` */
export const messageOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/messages',
    id: 'listMessages',
    access: 'own',
    summary: 'Messages, newest first',
    query: messagesSchema,
    answer: [200, 'A page of them', messagePage],
    run: (app, { query }) => app.listMessages(query),
  }),
  operation({
    method: 'get',
    path: '/messages/count',
    id: 'countMessages',
    access: 'own',
    summary: 'How many messages there are',
    query: messageFilterSchema,
    answer: [200, 'The number; "more": at least one more', messageCount],
    run: (app, { query }) => app.countMessages(query),
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
