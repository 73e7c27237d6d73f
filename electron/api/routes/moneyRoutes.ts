import { once } from 'node:events';
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { ledgerSchema, searchSchema } from '../../contract/api.ts';
import type { App } from '../../core/app.ts';
import { parseInput } from '../../core/dispatch.ts';
import { ledgerCsv } from '../../contract/ledgerCsv.ts';
import { answer, withoutEmpty } from './answer.ts';

const policiesSchema = searchSchema.pick({ country: true, type: true });
const formatSchema = z.object({ format: z.enum(['json', 'csv']).optional() });
/** As CSV the ledger is whole, unless it is asked for less. */
const csvSchema = ledgerSchema.extend({ limit: ledgerSchema.shape.limit.unwrap().optional() });

/** `/v1/money` and `/v1/ledger` */
export function moneyRoutes(app: App): Router {
  const router = Router();
  router.get(
    '/money',
    answer(200, () => app.moneySummary()),
  );
  router.get(
    '/money/policies',
    answer(200, ({ query }) => app.policyCosts(parseInput(policiesSchema, withoutEmpty(query)))),
  );
  router.get('/ledger', (request, response) => sendLedger(app, request, response));
  return router;
}

async function sendLedger(app: App, request: Request, response: Response): Promise<void> {
  const query = withoutEmpty(request.query);
  response.vary('Accept');
  if (wantsCsv(request, query)) return sendCsv(app, parseInput(csvSchema, query), response);
  response.json(await app.listLedger(parseInput(ledgerSchema, query)));
}

/** `?format=` goes before the Accept header; who takes both gets JSON. */
function wantsCsv(request: Request, query: Record<string, unknown>): boolean {
  const { format } = parseInput(formatSchema, query);
  return (format ?? request.accepts(['json', 'csv'])) === 'csv';
}

async function sendCsv(app: App, query: z.output<typeof csvSchema>, response: Response): Promise<void> {
  for await (const piece of ledgerCsv(app.listLedger, query)) {
    if (!response.headersSent) response.attachment('otp-dock-ledger.csv');
    if (!response.write(piece)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    if (response.destroyed) return;
  }
  response.end();
}
