import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import { appHost, appScheme } from './origin.ts';

/** Allows only what it names. The component library sets inline styles on elements. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * Gives app: what https: has and file: has not: fetch, a secure context, relative URLs, and compiled code that is kept
 * from one start to the next. Before `ready` only.
 */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the files of one folder at app://otp-dock/. After `ready` only. */
export function serveAppScheme(folder: string): void {
  protocol.handle(appScheme, (request) => answer(folder, request));
}

/** The file of `folder` that is asked for, else 404; 405 for other methods than GET and HEAD. */
export async function answer(folder: string, request: Pick<Request, 'url' | 'method'>): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  const url = new URL(request.url);
  const file = url.host === appHost ? containedFile(folder, url.pathname) : null;
  const type = file === null ? undefined : types[path.extname(file)];
  if (file === null || type === undefined) return refusal(404);
  const body = await readFile(file).catch(() => null);
  return body === null ? refusal(404) : new Response(new Uint8Array(body), { headers: headers(type) });
}

/**
 * The file inside `folder` that a URL's path names; null when it names none. It uses `path.relative`, because by prefix
 * /out/renderer-evil would lie in /out/renderer.
 */
export function containedFile(
  folder: string,
  pathname: string,
  flavour: Pick<path.PlatformPath, 'resolve' | 'relative' | 'isAbsolute' | 'sep'> = path,
): string | null {
  const decoded = decode(pathname);
  if (decoded === null || decoded.includes('\0')) return null;
  const file = flavour.resolve(folder, `.${decoded.endsWith('/') ? `${decoded}index.html` : decoded}`);
  const inside = flavour.relative(folder, file);
  const leaves =
    inside === '' || inside === '..' || inside.startsWith(`..${flavour.sep}`) || flavour.isAbsolute(inside);
  return leaves ? null : file;
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status, headers: headers('text/plain; charset=utf-8') });
}

function headers(type: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': contentSecurityPolicy,
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-cache',
  };
}
