import { Router, type RequestHandler } from 'express';
import { plainError, type AppError } from '../../contract/errors.ts';
import { sessionKept } from '../../contract/socket.ts';
import { holderOf } from '../holder.ts';
import type { Sessions } from '../sessions.ts';
import { sendFailure, unauthorized } from './respond.ts';

export interface SessionRoutesOptions {
  sessions: Sessions;
  /** Lets in whoever has a token. */
  tokenOnly: RequestHandler;
  /** Whether browsers get cookies: only by https, since on loopback the pages of all ports would get them, too. */
  hasCookies: boolean;
}

/**
 * `/v1/session`: how the user interface signs in. POST takes the owner's token in the Authorization header, GET renews
 * the session, DELETE ends it. None of them says more about the host.
 */
export function sessionRoutes({ sessions, tokenOnly, hasCookies }: SessionRoutesOptions): Router {
  const router = Router();
  router.post('/', tokenOnly, (_request, response) => {
    if (holderOf(response) !== null) return sendFailure(response, ownersOnly().failure);
    if (!hasCookies) return void response.json({ kept: sessionKept.page });
    return void response.set('Set-Cookie', sessions.cookieFor(sessions.begin())).json({ kept: sessionKept.cookie });
  });
  router.get('/', (request, response) => {
    const session = sessions.of(request);
    if (session === null) return sendFailure(response, unauthorized().failure);
    return void response
      .set('Set-Cookie', sessions.cookieFor(sessions.renewed(session)))
      .status(204)
      .end();
  });
  router.delete('/', (request, response, next) => {
    sessions.end(sessions.of(request)).then((cookie) => response.set('Set-Cookie', cookie).status(204).end(), next);
  });
  return router;
}

function ownersOnly(): AppError {
  return plainError(
    'FORBIDDEN',
    'The user interface is for the owner of this host: a token with a name does not open it.',
    'Sign in with the host’s own token; one with a name is for the automation API.',
  );
}
