import { z } from 'zod';
import type { Fault } from '../../contract/faults.ts';
import { clearFaultsSchema, faultsSchema } from '../../contract/faultsInput.ts';
import { carrier, faultList } from '../shapes.ts';
import { assertNotEmptyTo, freeOperation, operation, type Operation } from './operation.ts';
import { plusAgain } from './waitRoutes.ts';

const listed = (faults: readonly Fault[]) => ({ faults: [...faults] });
const unlessCapturing = 'CONFLICT unless SMS are captured';

/** `/v1/capture` */
export const captureOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/capture',
    id: 'getCapture',
    access: 'all',
    summary: `What the app under test is started with, so that its SMS are captured; ${unlessCapturing}`,
    answer: [200, 'Where it sends them, and the account that it uses', carrier],
    run: (app) => app.carrier(),
  }),
  operation({
    method: 'get',
    path: '/capture/faults',
    id: 'listFaults',
    access: 'own',
    summary: `What befalls the SMS of the app under test; ${unlessCapturing}`,
    answer: [200, 'In the order in which they were set', faultList],
    run: (app) => listed(app.faults.list()),
  }),
  operation({
    method: 'put',
    path: '/capture/faults',
    id: 'setFaults',
    access: 'own',
    summary: `Replace the faults of one recipient, or those for everybody; the others stay; ${unlessCapturing}`,
    body: faultsSchema,
    answer: [200, 'All that are active', faultList],
    run: (app, { body }) => listed(app.faults.set(body)),
  }),
  freeOperation({
    method: 'delete',
    path: '/capture/faults',
    id: 'clearFaults',
    access: 'own',
    summary: `End the faults of one recipient; without “to”, all; ${unlessCapturing}`,
    query: z.object({ to: z.string().transform(plusAgain).pipe(clearFaultsSchema.shape.to.unwrap()).optional() }),
    answers: { 200: { description: 'Those that are still active', body: faultList } },
    respond: async (app, { query: { to } }, request, response) => {
      assertNotEmptyTo(request);
      response.json(listed(app.faults.clear(to)));
    },
  }),
];
