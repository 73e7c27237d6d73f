import { Router, type Request } from 'express';
import { z } from 'zod';
import { numberSchema, searchSchema } from '../../contract/api.ts';
import { policySchema } from '../../contract/settings.ts';
import type { App } from '../../core/app.ts';
import { parseInput } from '../../core/dispatch.ts';
import { answer, withoutEmpty } from './answer.ts';

type OfNumber = { sid: string };

// A name that does not exist is refused: what was meant by it would silently not be done.
const takeOverSchema = z.strictObject({ replaceWebhook: z.boolean().default(false) });
const policyPatchSchema = z.strictObject({ policy: policySchema });

/** `/v1/numbers`. What is done to a number is answered without asking Twilio again: it is done, whatever that gave. */
export function numberRoutes(app: App): Router {
  const router = Router();
  router.get(
    '/available',
    answer(200, ({ query }) => app.searchNumbers(parseInput(searchSchema, withoutEmpty(query)))),
  );
  router.get(
    '/',
    answer(200, async () => ({ numbers: await app.ownedNumbers() })),
  );
  router.delete(
    '/:sid',
    answer<OfNumber>(202, async (request) => {
      const sid = sidOf(request);
      await app.custody.release(sid);
      return { sid, state: 'releasing' };
    }),
  );
  router.patch(
    '/:sid',
    answer<OfNumber>(200, async (request) => {
      const sid = sidOf(request);
      const { policy } = parseInput(policyPatchSchema, request.body ?? {});
      await app.custody.setPolicy(sid, policy);
      return { sid, policy };
    }),
  );
  router.post(
    '/:sid/take-over',
    answer<OfNumber>(200, async (request) => {
      const sid = sidOf(request);
      await app.custody.takeOver(sid, parseInput(takeOverSchema, request.body ?? {}).replaceWebhook);
      return { sid, state: 'idle', policy: 'keep' };
    }),
  );
  router.post(
    '/:sid/let-go',
    answer<OfNumber>(200, async (request) => {
      const sid = sidOf(request);
      await app.custody.letGo(sid);
      return { sid, state: 'foreign' };
    }),
  );
  return router;
}

function sidOf({ params }: Request<OfNumber>): string {
  return parseInput(numberSchema, params).sid;
}
