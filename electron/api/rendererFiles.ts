import express, { type RequestHandler, Router } from 'express';
import helmet from 'helmet';

/** Nothing but our own files, no frames, no forms elsewhere. Mantine sets styles at run time, hence unsafe-inline there. */
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

/** Headers of everything that is answered to a browser. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: false,
  });
}

/** The user interface: static files without a secret in them, so they need no token. */
export function rendererFiles(folder: string): Router {
  const router = Router();
  router.use('/assets', express.static(`${folder}/assets`, { immutable: true, maxAge: '1y', index: false }));
  router.use(
    express.static(folder, {
      cacheControl: false,
      setHeaders: (response) => void response.setHeader('Cache-Control', 'no-cache'),
    }),
  );
  return router;
}
