import { Router } from 'express';
import { messageFilterSchema, messageSidSchema, messagesSchema } from '../../contract/messages.ts';
import { appError } from '../../contract/errors.ts';
import type { App } from '../../core/app.ts';
import { parseInput } from '../../core/dispatch.ts';
import { answer, withoutEmpty } from './answer.ts';

/** `/v1/messages` */
export function messageRoutes(app: App): Router {
  const router = Router();
  router.get(
    '/',
    answer(200, ({ query }) => app.listMessages(parseInput(messagesSchema, withoutEmpty(query)))),
  );
  router.get(
    '/count',
    answer(200, ({ query }) => app.countMessages(parseInput(messageFilterSchema, withoutEmpty(query)))),
  );
  router.get(
    '/facets',
    answer(200, () => app.messageFacets()),
  );
  router.delete(
    '/:sid',
    answer<{ sid: string }>(200, async ({ params }) => {
      const { sid } = parseInput(messageSidSchema, params);
      if ((await app.deleteMessages([sid])) > 0) return { sid, state: 'deleted' };
      throw appError('NOT_FOUND', `There is no message ${sid}.`, 'GET /v1/messages lists what there is.');
    }),
  );
  return router;
}
