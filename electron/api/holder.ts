import { timingSafeEqual } from 'node:crypto';
import type { Response } from 'express';
import type { Trust } from '../adapters/connections.ts';
import type { App } from '../core/app.ts';
import { sendFailure, unauthorized } from './routes/respond.ts';
import { digest } from './token.ts';

/** Who holds a token: the name of the token, or null for the host's own user. */
export interface Holder {
  holder: string | null;
}

/** Whose token this is; null: nobody's. */
export type Identify = (given: string | null) => Holder | null;

/**
 * Knows the host's own token and those with names. Compares in constant time, and with all of them whichever it is; the
 * hash makes the lengths equal.
 */
export function identifier(own: string, app: Pick<App, 'sharing'>): Identify {
  const ownHash = digest(own);
  return (given) => {
    if (given === null) return null;
    const hash = digest(given);
    const named = app.sharing.hashes().map(({ name, hash }) => ({ holder: name, known: Buffer.from(hash, 'hex') }));
    const [found] = [{ holder: null, known: ownHash }, ...named].filter(({ known }) => timingSafeEqual(known, hash));
    return found ? { holder: found.holder } : null;
  };
}

/** What a connection with this token has shown. */
export function trustOf({ holder }: Holder): Trust {
  return holder === null ? 'trusted' : 'guest';
}

/** Who asks; of a request that came through the door. */
export function holderOf({ locals }: Response): string | null {
  return locals['holder'] as string | null;
}

/** Keeps who asks with the request, and refuses what is under way for a token when it is removed. */
export class RequestsUnderWay {
  readonly #responses = new Map<string, Set<Response>>();
  /** Listens no longer. */
  readonly close: () => void;

  constructor(app: Pick<App, 'on'>) {
    this.close = app.on('tokenRemoved', (name) => {
      for (const response of this.#responses.get(name) ?? []) cutOff(response);
    });
  }

  begin(response: Response, { holder }: Holder): void {
    response.locals['holder'] = holder;
    if (holder === null) return;
    const own = this.#responses.get(holder) ?? new Set();
    this.#responses.set(holder, own.add(response));
    response.on('close', () => {
      own.delete(response);
      if (own.size === 0 && this.#responses.get(holder) === own) this.#responses.delete(holder);
    });
  }
}

function cutOff(response: Response): void {
  if (response.headersSent) response.destroy();
  else sendFailure(response, unauthorized().failure);
}
