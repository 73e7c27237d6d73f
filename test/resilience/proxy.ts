import { Agent, createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

/** What a request is about. */
export type Errand = 'purchase' | 'release' | 'other';

/** Where it stands: `answered` is before the answer goes on to the one who asked, `delivered` after it. */
export type Phase = 'arrived' | 'forwarded' | 'answered' | 'delivered';

/** A request on its way. */
export interface Passing {
  errand: Errand;
  /** What the account answered; null before that. */
  status: number | null;
  /** Cuts the connection to the one who asked; the request goes on. */
  abandon(): void;
}

/** Called at each phase of each request, which waits for it; when it throws, the request ends there. */
type Watcher = (phase: Phase, passing: Passing) => Promise<void> | void;

/** What stands between the app and the account: it changes nothing, but it sees and counts. */
export interface Proxy {
  url: string;
  /** Requests that are under way now, and not abandoned. */
  inFlight(): number;
  /** Requests that have come so far. */
  passed(): number;
  /** The most purchases that were under way at a time. */
  mostPurchases(): number;
  /** In place of the watcher before; null for none. */
  watch(watcher: Watcher | null): void;
}

/** A proxy on loopback that is gone when the test is over. A request goes on even if its asker dies. */
export async function proxyFor(target: string): Promise<Proxy> {
  const counts = { inFlight: 0, passed: 0, purchases: 0, mostPurchases: 0 };
  const agent = new Agent({ keepAlive: false });
  let watcher: Watcher | null = null;

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const errand = errandOf(request);
    let ended = false;
    const end = () => {
      if (!ended) counts.inFlight -= 1;
      ended = true;
    };
    const passing: Passing = { errand, status: null, abandon: () => (response.destroy(), end()) };
    counts.passed += 1;
    counts.inFlight += 1;
    if (errand === 'purchase') counts.mostPurchases = Math.max(counts.mostPurchases, (counts.purchases += 1));
    try {
      await relay(request, response, agent, target, async (phase: Phase, status: number | null = null) => {
        passing.status = status;
        await watcher?.(phase, passing);
      });
    } catch {
      response.destroy();
    } finally {
      end();
      if (errand === 'purchase') counts.purchases -= 1;
    }
  }

  const server = createServer((request, response) => void pass(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    inFlight: () => counts.inFlight,
    passed: () => counts.passed,
    mostPurchases: () => counts.mostPurchases,
    watch: (next) => void (watcher = next),
  };
}

async function relay(
  request: IncomingMessage,
  response: ServerResponse,
  agent: Agent,
  target: string,
  reach: (phase: Phase, status?: number) => Promise<void>,
): Promise<void> {
  const body = await buffer(request);
  await reach('arrived');
  const { method = 'GET', url = '/', headers } = request;
  const onward = send(target + url, { method, headers, agent });
  const answered = once(onward, 'response') as Promise<[IncomingMessage]>;
  onward.end(body);
  const [[answer]] = await Promise.all([answered, reach('forwarded')]);
  const content = await buffer(answer);
  const status = answer.statusCode ?? 502;
  await reach('answered', status);
  response.writeHead(status, answer.headers);
  response.end(content);
  await reach('delivered', status);
}

function errandOf({ method, url = '' }: IncomingMessage): Errand {
  if (method === 'DELETE') return 'release';
  return method === 'POST' && url.endsWith('/IncomingPhoneNumbers.json') ? 'purchase' : 'other';
}
