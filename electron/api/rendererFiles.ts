import express, { type RequestHandler, Router } from 'express';
import helmet from 'helmet';
import { readdirSync } from 'node:fs';
import { extname } from 'node:path';

/** Only our own files, no frames, no forms elsewhere. Mantine sets styles at run time, hence unsafe-inline there. */
const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

/** Headers of every answer to a browser. */
export function securityHeaders(): RequestHandler[] {
  const headers = helmet({
    contentSecurityPolicy,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: false,
  });
  return [headers, opened];
}

/**
 * A page that somebody opened by its address or a bookmark has no opener to keep out. With Cross-Origin-Opener-Policy,
 * Chromium would give it a new process at each visit, and compile all of its code anew.
 */
const opened: RequestHandler = ({ headers }, response, next) => {
  if (headers['sec-fetch-site'] === 'none') response.removeHeader('Cross-Origin-Opener-Policy');
  next();
};

/** Resolves with the folder of the built user interface; null when it could not be built. */
export type RendererFolder = () => Promise<string | null>;

/**
 * The user interface: static files without secrets, so they need no token. Their folder is looked up at the first
 * request: a script that never asks for them need not wait until they are up to date.
 */
export function rendererFiles(folder: RendererFolder): RequestHandler {
  let files: Promise<Router | null> | undefined;
  return async (request, response, next) => {
    files ??= folder().then((known) => (known === null ? null : filesIn(known)));
    const router = await files;
    if (router === null) next();
    else router(request, response, next);
  };
}

function filesIn(folder: string): Router {
  const router = Router();
  router.use(compressedIn(folder));
  router.use('/assets', express.static(`${folder}/assets`, { immutable: true, maxAge: '1y', index: false }));
  router.use(
    express.static(folder, {
      cacheControl: false,
      setHeaders: (response) => void response.setHeader('Cache-Control', 'no-cache'),
    }),
  );
  return router;
}

/** Takes the Brotli file that the build has written beside another, where the browser asks for that. */
function compressedIn(folder: string): RequestHandler {
  const compressed = new Set(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/')),
  );
  return (request, response, next) => {
    const name = request.path === '/' ? 'index.html' : request.path.slice(1);
    if (compressed.has(`${name}.br`)) {
      response.vary('Accept-Encoding');
      if (request.acceptsEncodings('br')) {
        request.url = `/${name}.br`;
        response.type(extname(name)).set('Content-Encoding', 'br');
      }
    }
    next();
  };
}
