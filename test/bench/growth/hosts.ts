import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { socketPath, socketProtocol, tokenProtocolPrefix } from '../../../electron/contract/socket.ts';
import { cpuMsOf } from '../processes.ts';
import { callApi, openCrowd, type Crowd, type CrowdSize } from '../screen/crowd.ts';

const messagesARound = 100;
const leasesARound = 15;
/** Longer than it takes until the search index of what came is written. */
const restMs = 1_000;

/** A host of its own with so much in it, and a page that follows it. */
export interface FullHost {
  /** Milliseconds of the host's processor time for a signed webhook, until it is stored, shown and can be found. */
  intake(): Promise<number>;
  /** The same for a lease that is taken and ended. */
  lease(): Promise<number>;
  close(): Promise<void>;
}

export async function openFullHost(size: CrowdSize): Promise<FullHost> {
  const crowd = await openCrowd(size);
  const { ready, token } = crowd.host;
  const page = new WebSocket(`${ready.api.replace('http', 'ws')}${socketPath}`, [
    socketProtocol,
    tokenProtocolPrefix + token,
  ]);
  await once(page, 'open');
  return {
    intake: () => costOf(crowd, messagesARound, () => crowd.send()),
    lease: () => costOf(crowd, leasesARound, () => takeAndEnd(crowd)),
    close: async () => {
      page.terminate();
      await crowd.close();
    },
  };
}

async function costOf({ host }: Crowd, times: number, work: () => Promise<unknown>): Promise<number> {
  const before = cpuMsOf(host.pid);
  for (let index = 0; index < times; index += 1) await work();
  await delay(restMs);
  return (cpuMsOf(host.pid) - before) / times;
}

async function takeAndEnd({ host }: Crowd): Promise<void> {
  const wanted = { country: 'US', type: 'local', ttlSeconds: 600, policy: 'release' };
  const { id } = (await callApi(host, 'POST', '/leases', wanted)) as { id: string };
  await callApi(host, 'DELETE', `/leases/${id}`);
}
