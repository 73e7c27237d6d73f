import { once } from 'node:events';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { ledgerSchema, searchSchema } from '../../contract/api.ts';
import type { App } from '../../core/app.ts';
import { parseInput } from '../../core/dispatch.ts';
import { ledgerCsv } from '../../contract/ledgerCsv.ts';
import { ledgerPage, moneySummary, policyCosts } from '../shapes.ts';
import { freeOperation, operation, type Operation } from './operation.ts';

const policiesSchema = searchSchema.pick({ country: true, type: true });
const formatSchema = z.object({
  format: z.enum(['json', 'csv']).optional().meta({ description: 'Goes before the Accept header.' }),
});
/** CSV has the whole ledger, unless a limit is given. */
const csvSchema = ledgerSchema.extend({ limit: ledgerSchema.shape.limit.unwrap().optional() });
/** For JSON or CSV; the request decides which. */
const querySchema = csvSchema.extend(formatSchema.shape);

/** `/v1/money` and `/v1/ledger` */
export const moneyOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/money',
    id: 'moneySummary',
    access: 'host',
    summary: 'What was spent, the limits, and the next bill',
    answer: [200, 'By the ledger, and by Twilio', moneySummary],
    run: (app) => app.requests['money.summary'](undefined),
  }),
  operation({
    method: 'get',
    path: '/money/policies',
    id: 'policyCosts',
    access: 'host',
    summary: 'What each policy would have cost',
    query: policiesSchema,
    answer: [200, 'For the leases of the last days; without any, for 100 tests, one after the other', policyCosts],
    run: (app, { query }) => app.requests['money.policies'](query),
  }),
  freeOperation({
    method: 'get',
    path: '/ledger',
    id: 'listLedger',
    access: 'host',
    summary: 'What happened to the numbers, newest first',
    query: querySchema,
    answers: {
      200: {
        description: 'A page of 100 entries unless "limit" says otherwise; as CSV all of them',
        body: ledgerPage,
        also: { 'text/csv': z.string() },
      },
    },
    respond: (app, { query }, request, response) => sendLedger(app, query, request, response),
  }),
];

type LedgerQuery = z.output<typeof querySchema>;

async function sendLedger(
  app: App,
  { format, ...query }: LedgerQuery,
  request: Request,
  response: Response,
): Promise<void> {
  response.vary('Accept');
  // Clients that accept both get JSON.
  if ((format ?? request.accepts(['json', 'csv'])) === 'csv') return sendCsv(app, query, response);
  response.json(await app.requests['ledger.list'](parseInput(ledgerSchema, query)));
}

async function sendCsv(app: App, query: z.output<typeof csvSchema>, response: Response): Promise<void> {
  for await (const piece of ledgerCsv((page) => app.requests['ledger.list'](page), query)) {
    if (!response.headersSent) response.attachment('otp-dock-ledger.csv');
    if (!response.write(piece)) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    if (response.destroyed) return;
  }
  response.end();
}
