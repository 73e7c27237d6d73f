import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

export interface Flood {
  end(): Promise<void>;
}

/** Floods a webhook from a thread of its own; resolves when the first requests have been refused. */
export async function beginFlood(port: number): Promise<Flood> {
  const worker = new Worker(new URL('./flooder.ts', import.meta.url), { workerData: port });
  await once(worker, 'message');
  return { end: async () => void (await worker.terminate()) };
}
