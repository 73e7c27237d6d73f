import { z } from 'zod';
import { numberSchema, searchSchema } from '../../contract/api.ts';
import { policySchema } from '../../contract/settings.ts';
import { availableNumbers, ownedNumber, policy } from '../shapes.ts';
import { operation, type Operation } from './operation.ts';

const takeOverSchema = z.object({ replaceWebhook: z.boolean().default(false) });
const policyPatchSchema = z.object({ policy: policySchema });

/** `/v1/numbers`. After a change, Twilio is not asked again: the change is done, whatever that would return. */
export const numberOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/numbers/available',
    id: 'searchNumbers',
    access: 'all',
    summary: 'Numbers that can be bought, and their price',
    query: searchSchema,
    answer: [200, 'Some of them', availableNumbers],
    run: (app, { query }) => app.searchNumbers(query),
  }),
  operation({
    method: 'get',
    path: '/numbers',
    id: 'listNumbers',
    access: 'own',
    summary: 'Every number of the account and of the ledger',
    answer: [200, 'With state and next bill', z.object({ numbers: z.array(ownedNumber) })],
    run: async (app) => ({ numbers: await app.ownedNumbers() }),
  }),
  operation({
    method: 'delete',
    path: '/numbers/{sid}',
    id: 'releaseNumber',
    access: 'host',
    summary: 'Give a number back to Twilio now; a running lease of it ends',
    params: numberSchema,
    answer: [202, 'It goes back', z.object({ sid: z.string(), state: z.literal('releasing') })],
    run: async (app, { params: { sid } }) => {
      await app.ownership.release(sid);
      return { sid, state: 'releasing' as const };
    },
  }),
  operation({
    method: 'patch',
    path: '/numbers/{sid}',
    id: 'changeNumber',
    access: 'host',
    summary: 'Change the policy of a number; with "release" an idle one goes back now',
    params: numberSchema,
    body: policyPatchSchema,
    answer: [200, 'It is changed', z.object({ sid: z.string(), policy })],
    run: async (app, { params: { sid }, body }) => {
      await app.ownership.setPolicy(sid, body.policy);
      return { sid, policy: body.policy };
    },
  }),
  operation({
    method: 'post',
    path: '/numbers/{sid}/take-over',
    id: 'takeOverNumber',
    access: 'host',
    summary: 'Take a number of the account into the pool',
    params: numberSchema,
    body: takeOverSchema,
    answer: [
      200,
      'It is in the pool',
      z.object({ sid: z.string(), state: z.literal('idle'), policy: z.literal('keep') }),
    ],
    run: async (app, { params: { sid }, body }) => {
      await app.ownership.takeOver(sid, body.replaceWebhook);
      return { sid, state: 'idle' as const, policy: 'keep' as const };
    },
  }),
  operation({
    method: 'post',
    path: '/numbers/{sid}/let-go',
    id: 'letNumberGo',
    access: 'host',
    summary: 'Leave a number on the account, as it was before it was taken over',
    params: numberSchema,
    answer: [200, 'It is none of OTP Dock’s any more', z.object({ sid: z.string(), state: z.literal('foreign') })],
    run: async (app, { params: { sid } }) => {
      await app.ownership.letGo(sid);
      return { sid, state: 'foreign' as const };
    },
  }),
];
