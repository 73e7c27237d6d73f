import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { digest } from '../adapters/secretToken.ts';
import type { App } from '../core/app.ts';
import type { Guard } from './guard.ts';

/** The owner, signed in with a browser. Times are seconds since the epoch. */
export interface Session {
  id: string;
  since: number;
  until: number;
}

/** A session ends when its browser was not heard of for half a day, and a week after signing in at the latest. Seconds. */
const [longestIdle, longestLife] = [12 * 3_600, 7 * 86_400];

/** Browsers keep a cookie of such a name to https, this host and no other port’s page by a name of its own. */
const cookieName = '__Host-otp-dock';
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Strict';

/**
 * Sessions of the owner in browsers. The cookie is signed with a key made from the owner's token, so that every host
 * with this token knows it, none has to store it until it is signed out, and a new token ends it. It never counts in
 * place of a token for the automation API: only for the user interface.
 */
export class Sessions {
  readonly #key: Buffer;
  readonly #guard: Pick<Guard, 'isFromOwnPage'>;
  readonly #now: () => number;
  readonly #ended: App['endedSessions'];
  readonly #listeners = new Map<string, Set<() => void>>();

  constructor(
    ownersToken: string,
    guard: Pick<Guard, 'isFromOwnPage'>,
    ended: App['endedSessions'],
    now: () => number = Date.now,
  ) {
    this.#key = Buffer.from(hkdfSync('sha256', ownersToken, '', 'OTP Dock: session of a browser', 32));
    this.#guard = guard;
    this.#ended = ended;
    this.#now = now;
  }

  /** A new one. */
  begin(): Session {
    const since = this.#seconds();
    return { id: randomBytes(16).toString('base64url'), since, until: since + longestIdle };
  }

  /** The session that a request of our own page brings along; null when it has none that counts. */
  of(request: Pick<IncomingMessage, 'headers' | 'method'>): Session | null {
    if (!this.#guard.isFromOwnPage(request)) return null;
    const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
    const given = cookies.find((cookie) => cookie.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1);
    const [, id, since, until, mark] = /^([\w-]{22})\.(\d{1,12})\.(\d{1,12})\.([\w-]{43})$/.exec(given ?? '') ?? [];
    if (id === undefined || mark === undefined) return null;
    const session = { id, since: Number(since), until: Number(until) };
    const isOurs = timingSafeEqual(digest(mark), digest(this.#mark(session)));
    return isOurs && this.#seconds() < session.until && !this.#ended.has(id) ? session : null;
  }

  /** The same one for longer. */
  renewed({ id, since }: Session): Session {
    return { id, since, until: Math.min(this.#seconds() + longestIdle, since + longestLife) };
  }

  /** The value of Set-Cookie. */
  cookieFor(session: Session): string {
    const { id, since, until } = session;
    const value = `${id}.${since}.${until}.${this.#mark(session)}`;
    return `${cookieName}=${value}; Max-Age=${until - this.#seconds()}; ${attributes}`;
  }

  /** Signs out, in all tabs and at all hosts; resolves to the value of Set-Cookie. Rejects with STORAGE_FAILED. */
  async end(session: Session | null): Promise<string> {
    if (session) {
      await this.#ended.add({ id: session.id, until: (session.since + longestLife) * 1_000 }, this.#now());
      for (const listener of this.#listeners.get(session.id) ?? []) listener();
    }
    return `${cookieName}=; Max-Age=0; ${attributes}`;
  }

  /** Calls once when it ends, however often it was renewed meanwhile. Returns the function that stops listening. */
  onEnd({ id, since }: Session, listener: () => void): () => void {
    const own = this.#listeners.get(id) ?? new Set();
    this.#listeners.set(id, own.add(listener));
    const timer = setTimeout(listener, (since + longestLife) * 1_000 - this.#now());
    return () => {
      clearTimeout(timer);
      own.delete(listener);
      if (own.size === 0) this.#listeners.delete(id);
    };
  }

  #mark({ id, since, until }: Session): string {
    return createHmac('sha256', this.#key).update(`${id}.${since}.${until}`).digest('base64url');
  }

  #seconds(): number {
    return Math.floor(this.#now() / 1_000);
  }
}
