import type { IncomingMessage } from 'node:http';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

type Asked = Pick<IncomingMessage, 'url' | 'headers'>;
type Sent = Pick<IncomingMessage, 'headers' | 'method'>;

/** Tells the requests that are meant for this host, and come from where they may. */
export interface Guard {
  /**
   * The URL a request asks for; null unless it names this host, both in the Host header and in a full URL as sent to a
   * proxy.
   */
  targetOf(request: Asked): URL | null;
  /**
   * Whether a request comes from our own page, from no page (a script, the command line), or from a person who follows a
   * link to the user interface. Pages on other ports of this machine are same-site, but not ours.
   */
  isOwnOrigin(request: Sent): boolean;
  /** Whether a browser says that our own page sent it. A cookie counts only then: browsers send it with any request. */
  isFromOwnPage(request: Sent): boolean;
}

/** For a host with this public https origin, by that name alone; null: for names of this machine. */
export function guardOf(publicUrl: string | null): Guard {
  const isOwnName = publicUrl === null ? isLoopbackName : isNameOf(new URL(publicUrl).host);
  const isOwnPage = ({ origin, host }: IncomingMessage['headers']) =>
    publicUrl === null ? origin === `http://${host?.toLowerCase()}` : origin === publicUrl;
  return {
    targetOf: ({ url = '', headers }) => {
      if (!isOwnName(headers.host)) return null;
      if (url.startsWith('/')) return URL.parse(`http://localhost${url}`);
      const [, authority] = /^https?:\/\/([^/?#]*)/i.exec(url) ?? [];
      return isOwnName(authority) ? URL.parse(url) : null;
    },
    isOwnOrigin: ({ headers, method }) => {
      if (headers.origin !== undefined) return isOwnPage(headers);
      const isLink =
        method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
      return isLink || ['same-origin', 'none', undefined].includes(headers['sec-fetch-site']);
    },
    isFromOwnPage: ({ headers }) =>
      headers.origin === undefined ? headers['sec-fetch-site'] === 'same-origin' : isOwnPage(headers),
  };
}

/** Not for a page whose own name was made to point here (DNS rebinding). */
function isLoopbackName(authority: string | undefined): boolean {
  const parsed = authority === undefined ? null : URL.parse(`http://${authority}`);
  const isCanonical = parsed?.host === authority?.toLowerCase().replace(/:80$/, '');
  return parsed !== null && isCanonical && loopback.has(parsed.hostname);
}

function isNameOf(host: string): (authority: string | undefined) => boolean {
  return (authority) => authority?.toLowerCase().replace(/:443$/, '') === host;
}

/** The token in the Authorization header, or null. */
export function bearerOf({ headers }: Pick<IncomingMessage, 'headers'>): string | null {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}
