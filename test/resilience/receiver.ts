import { startOrdered, type AppOrders } from './program.ts';
import { until } from './until.ts';

export interface Orders extends AppOrders {
  /** For each of them there is a lease when the app is ready. */
  wishes: string[];
  /** Ends by itself once Twilio's list has been read. */
  last: boolean;
  /** Dies as soon as a message that a webhook brought is stored, before it has answered. */
  diesAtMessage?: boolean;
}

/** What the program says, a line of JSON each. */
export interface Line {
  type: 'ready';
  /** Where its webhook listens. */
  webhook: string | null;
}

const ttlSeconds = 3_600;

async function main(): Promise<void> {
  const { app, close, orders } = await startOrdered<Orders>();
  const { wishes, last, diesAtMessage = false } = orders;
  // What the list still has from before may come in at any time.
  if (diesAtMessage) app.on('message', ({ source }) => source === 'webhook' && process.kill(process.pid, 'SIGKILL'));
  await Promise.all(wishes.map((requestId) => app.leases.start({ requestId, ttlSeconds, policy: 'keep' })));
  const ready: Line = { type: 'ready', webhook: app.state().webhook };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
  if (!last) return;
  await until('Twilio’s list has been read', () => app.state().reception.lastListAt);
  await close();
}

await main();
