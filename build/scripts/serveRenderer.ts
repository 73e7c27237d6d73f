import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The page's policy, as the hosts send it. */
function contentSecurityPolicy(host: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ws://${host}`,
  ].join('; ');
}

export interface RendererServer {
  /** For example http://127.0.0.1:34567. */
  origin: string;
  close(): Promise<void>;
}

/** Serves a built renderer to a browser, with no host behind it: the caller provides the bridge. */
export async function serveRenderer(folder: string): Promise<RendererServer> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    void answer(folder, path).then(({ status, type, body }) => {
      const policy = contentSecurityPolicy(request.headers.host ?? '');
      return response.writeHead(status, { 'content-type': type, 'content-security-policy': policy }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, close: () => close(server) };
}

async function answer(folder: string, path: string): Promise<{ status: number; type: string; body: Buffer | string }> {
  const file = normalize(join(folder, path === '/' ? 'index.html' : decodeURIComponent(path)));
  if (!file.startsWith(folder + sep)) return { status: 403, type: 'text/plain', body: '' };
  try {
    return { status: 200, type: types[extname(file)] ?? 'application/octet-stream', body: await readFile(file) };
  } catch {
    return { status: 404, type: 'text/plain', body: '' };
  }
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
