import type { IncomingMessage } from 'node:http';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a request names this machine: a page whose own name was made to point here (DNS rebinding) does not. */
function isLoopbackHost(host: string | undefined): boolean {
  const parsed = host === undefined ? null : URL.parse(`http://${host}`);
  return parsed !== null && parsed.host === host?.toLowerCase().replace(/:80$/, '') && loopback.has(parsed.hostname);
}

/**
 * The URL a request asks for; null unless it names this machine, both in the Host header and in a full URL as sent to a
 * proxy.
 */
export function targetOf({ url = '', headers }: Pick<IncomingMessage, 'url' | 'headers'>): URL | null {
  if (!isLoopbackHost(headers.host)) return null;
  if (url.startsWith('/')) return URL.parse(`http://localhost${url}`);
  const [, authority] = /^http:\/\/([^/?#]*)/i.exec(url) ?? [];
  return isLoopbackHost(authority) ? URL.parse(url) : null;
}

/**
 * Whether a request comes from our own page, from no page (a script, the command line), or from a person who follows a
 * link to the user interface. Pages on other ports of this machine are same-site, but not ours.
 */
export function isOwnOrigin({ headers, method }: Pick<IncomingMessage, 'headers' | 'method'>): boolean {
  if (headers.origin === undefined) {
    const isLink =
      method === 'GET' && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
    return isLink || ['same-origin', 'none', undefined].includes(headers['sec-fetch-site']);
  }
  const origin = URL.parse(headers.origin);
  return origin !== null && origin.protocol === 'http:' && origin.host === headers.host?.toLowerCase();
}

/** The token in the Authorization header, or null. */
export function bearerOf({ headers }: Pick<IncomingMessage, 'headers'>): string | null {
  return /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? null;
}
