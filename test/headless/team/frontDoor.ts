import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** How often the hosts are asked for their health. Milliseconds. */
const checkMs = 50;

/** A proxy in front of several hosts, as a team has one: it sends everything to the first that says it is well. */
export class FrontDoor {
  readonly #hosts: readonly string[];
  #well: string | null = null;
  #timer: NodeJS.Timeout | null = null;
  #url = '';

  private constructor(hosts: readonly string[]) {
    this.#hosts = hosts;
  }

  static async open(hosts: readonly string[]): Promise<FrontDoor> {
    const door = new FrontDoor(hosts);
    const server = createServer((incoming, response) => door.#pass(incoming, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    door.#url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    void door.#check();
    onTestFinished(() => {
      if (door.#timer) clearTimeout(door.#timer);
      door.#timer = null;
      server.closeAllConnections();
      server.close();
    });
    return door;
  }

  get url(): string {
    return this.#url;
  }

  async #check(): Promise<void> {
    const answers = await Promise.all(this.#hosts.map(async (host) => ((await isWell(host)) ? host : null)));
    this.#well = answers.find((host) => host !== null) ?? null;
    this.#timer = setTimeout(() => void this.#check(), checkMs);
  }

  #pass(incoming: IncomingMessage, response: ServerResponse): void {
    if (this.#well === null) return void response.writeHead(503).end();
    const { hostname, port } = new URL(this.#well);
    const { method, url, headers } = incoming;
    const outgoing = request({ hostname, port, method, path: url, headers: { ...headers, host: `127.0.0.1:${port}` } });
    outgoing.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
      answer.on('error', () => response.destroy());
    });
    outgoing.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end()));
    incoming.pipe(outgoing);
  }
}

export async function isWell(host: string): Promise<boolean> {
  try {
    return (await fetch(`${host}/health`, { signal: AbortSignal.timeout(1_000) })).ok;
  } catch {
    return false;
  }
}
