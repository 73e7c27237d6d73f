import { Router } from 'express';
import { z } from 'zod';
import type { App } from '../../core/app.ts';
import type { HolderView } from '../holderView.ts';
import { describeApi } from '../description.ts';
import { health, type Health } from '../shapes.ts';
import { captureOperations } from './captureRoutes.ts';
import { leaseOperations } from './leaseRoutes.ts';
import { messageOperations } from './messageRoutes.ts';
import { moneyOperations } from './moneyRoutes.ts';
import { numberOperations } from './numberRoutes.ts';
import { operation, type Operation } from './operation.ts';
import { tokenOperations } from './tokenRoutes.ts';
import { waitOperations } from './waitRoutes.ts';

const healthOperation = operation({
  method: 'get',
  path: '/health',
  id: 'health',
  access: 'all',
  summary: 'Whether the host runs, and how it is connected',
  answer: [200, 'How it is', health],
  run: healthOf,
});

const descriptionOperation: Operation = operation({
  method: 'get',
  path: '/openapi.json',
  id: 'describeApi',
  access: 'all',
  summary: 'This description',
  answer: [200, 'OpenAPI 3.1', z.record(z.string(), z.unknown())],
  run: (app) => describeApi(operations(), app.state().version),
});

/** Every operation of the automation API. */
export function operations(): Operation[] {
  return [
    healthOperation,
    ...leaseOperations,
    ...waitOperations,
    ...numberOperations,
    ...messageOperations,
    ...captureOperations,
    ...moneyOperations,
    ...tokenOperations,
    descriptionOperation,
  ];
}

/** The automation API without its access checks (see apiApp.ts). */
export function apiRoutes(app: App): Router {
  const router = Router();
  for (const { method, path, handler } of operations())
    router[method](path.replaceAll(/\{(\w+)\}/g, ':$1'), handler(app));
  return router;
}

function healthOf(app: HolderView): Health {
  const { version, account, tunnel, pausedSince, demo, notices } = app.state();
  const told = notices.map(({ id, message, hint }) => ({ id, message, hint }));
  return { status: 'ok', version, account, tunnel, paused: pausedSince !== null, emulator: demo, notices: told };
}
