import { flushCompileCache } from 'node:module';
import { json } from 'node:stream/consumers';
import { createLogger } from '../../electron/adapters/log/logger.ts';
import type { Runtime } from '../../electron/adapters/runtime.ts';
import type { Clock } from '../../electron/core/ports.ts';
import { fastClock, type Pace } from './fastClock.ts';
import { startApp, type AppOptions } from './harness.ts';

/** What a program that runs the app is told, as JSON on its standard input. */
export interface AppOrders extends Omit<AppOptions, 'clock' | 'log'> {
  pace: Pace;
}

/** Starts the app as the orders say; the program may be killed at any moment. */
export async function startOrdered<Orders extends AppOrders>(): Promise<Runtime & { orders: Orders; clock: Clock }> {
  // At its end it would be written by itself.
  flushCompileCache();
  const orders = (await json(process.stdin)) as Orders;
  const clock = fastClock(orders.pace);
  return { ...(await startApp({ ...orders, clock, log: createLogger(() => undefined) })), orders, clock };
}
