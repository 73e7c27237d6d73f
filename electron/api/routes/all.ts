import { Router } from 'express';
import type { App } from '../../core/app.ts';
import { answer } from './answer.ts';
import { leaseRoutes } from './leaseRoutes.ts';
import { messageRoutes } from './messageRoutes.ts';
import { moneyRoutes } from './moneyRoutes.ts';
import { numberRoutes } from './numberRoutes.ts';

/** The automation API, without its doors (see apiApp.ts). */
export function apiRoutes(app: App): Router {
  const router = Router();
  router.get(
    '/health',
    answer(200, () => health(app)),
  );
  router.use('/leases', leaseRoutes(app));
  router.use('/numbers', numberRoutes(app));
  router.use('/messages', messageRoutes(app));
  router.use(moneyRoutes(app));
  return router;
}

function health(app: App): object {
  const { version, account, tunnel, pausedSince, demo } = app.state();
  const { kind, state, url } = tunnel;
  return { status: 'ok', version, account, tunnel: { kind, state, url }, paused: pausedSince !== null, emulator: demo };
}
