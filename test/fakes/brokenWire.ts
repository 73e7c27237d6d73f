import { request, type IncomingMessage, type RequestListener } from 'node:http';
import { serverForTest } from '../adapters/harness.ts';

/** `cut`: the request never arrives. `lose the answer`: it is carried out, but the answer never arrives. */
export type Fate = 'pass' | 'cut' | 'lose the answer';

/** A wire to a server. The test decides each request's fate; `count` counts the requests of its method from 1. */
export async function brokenWire(
  to: string,
  fateOf: (request: IncomingMessage, count: number) => Fate,
): Promise<{ url: string }> {
  const counts = new Map<string, number>();
  const handler: RequestListener = (incoming, outgoing) => {
    const method = incoming.method ?? '';
    const count = (counts.get(method) ?? 0) + 1;
    counts.set(method, count);
    const fate = fateOf(incoming, count);
    if (fate === 'cut') return incoming.socket.destroy();
    const passed = request(to + incoming.url, { method, headers: incoming.headers }, (answer) => {
      if (fate === 'lose the answer') return incoming.socket.destroy();
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      return answer.pipe(outgoing);
    });
    passed.on('error', () => incoming.socket.destroy());
    return incoming.pipe(passed);
  };
  return { url: await serverForTest(handler) };
}
