import { z } from 'zod';
import { newTokenSchema, tokenNameSchema } from '../../contract/sharing.ts';
import { namedToken, newNamedToken } from '../shapes.ts';
import { operation, type Operation } from './operation.ts';

/** `/v1/tokens` */
export const tokenOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/tokens',
    id: 'listTokens',
    access: 'host',
    summary: 'The tokens with names, their limits, and what they use',
    answer: [
      200,
      'The oldest first; the tokens themselves are not known any more',
      z.object({ tokens: z.array(namedToken) }),
    ],
    run: (app) => ({ tokens: app.sharing.list() }),
  }),
  operation({
    method: 'post',
    path: '/tokens',
    id: 'addToken',
    access: 'host',
    summary: 'Make a token for somebody who shares this host',
    body: newTokenSchema,
    answer: [201, 'With the token, which is told this once', newNamedToken],
    run: (app, { body }) => app.sharing.make(body),
  }),
  operation({
    method: 'delete',
    path: '/tokens/{name}',
    id: 'removeToken',
    access: 'host',
    summary:
      'Refuse a token from now on; its running leases end by their policies, and its waiting requests are refused',
    params: z.object({ name: tokenNameSchema }),
    answer: [200, 'It is removed', namedToken],
    run: (app, { params: { name } }) => app.sharing.remove(name),
  }),
];
