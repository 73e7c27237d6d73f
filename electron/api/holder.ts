import { timingSafeEqual } from 'node:crypto';
import type { Response } from 'express';
import type { Trust } from '../adapters/connections.ts';
import { digest } from '../adapters/secretToken.ts';
import type { App } from '../core/app.ts';
import { sendFailure, unauthorized } from './routes/respond.ts';

/** Who holds a token: its name, or null for the host's own user. */
export interface Holder {
  holder: string | null;
}

/** Whose token this is; null when nobody's. */
export type Identify = (given: string | null) => Holder | null;

/**
 * Recognises the host's own token and the named ones. Always compares with all of them in constant time; hashing makes
 * the lengths equal.
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

/** How far a connection with this token is trusted. */
export function trustOf({ holder }: Holder): Trust {
  return holder === null ? 'trusted' : 'guest';
}

/** Who sent this request; only for requests that were let in. */
export function holderOf({ locals }: Response): string | null {
  return locals['holder'] as string | null;
}

/** Remembers who sent each request, and cuts off a token's running requests when it is removed. */
export class RequestsUnderWay {
  readonly #responses = new Map<string, Set<Response>>();
  /** Stops listening. */
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
