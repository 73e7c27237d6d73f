import type { Lease } from '../../electron/contract/state.ts';
import type { App } from '../../electron/core/app.ts';
import type { Clock } from '../../electron/core/ports.ts';
import { startOrdered, type AppOrders } from './program.ts';
import { ignoreRefusal, say, Tester, wish } from './tester.ts';
import { until } from './until.ts';

export interface Orders extends AppOrders {
  /** Decides what a tester does from now on; null: nothing any more, the app is to come to rest. */
  seed: number | null;
  /** Wishes that are sent once more. */
  again: string[];
  /** How long it rests, in milliseconds of its clock. */
  restMs: number;
}

async function rest(app: App, clock: Clock, restMs: number): Promise<void> {
  const end = clock.now() + restMs;
  const isOver = ({ state }: Lease) => state === 'released' || state === 'idle' || state === 'failed';
  // Whatever is left after that is for the test to find.
  await until('every lease is over', () => clock.now() > end && app.listLeases().every(isOver)).catch(() => undefined);
  say({ type: 'rested', leases: app.listLeases(), owned: await app.ownedNumbers(), purchases: await purchases(app) });
}

/** The numbers of all purchases in the ledger. */
async function purchases(app: App): Promise<string[]> {
  const sids: string[] = [];
  for (let before: number | undefined; ;) {
    const { entries, next } = await app.requests['ledger.list']({ limit: 500, before });
    sids.push(...entries.flatMap(({ kind, numberSid }) => (kind === 'purchase' && numberSid ? [numberSid] : [])));
    if (next === null) return sids;
    before = next;
  }
}

async function main(): Promise<void> {
  const { app, close, clock, orders } = await startOrdered<Orders>();
  const { seed, again, restMs } = orders;
  const repeated = again.map((requestId) => wish(app, requestId).catch(ignoreRefusal));
  if (seed !== null) return new Tester(app, clock, seed).go();
  await Promise.all(repeated);
  await rest(app, clock, restMs);
  await close();
}

await main();
