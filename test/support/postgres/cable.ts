import { createServer, connect, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** The network between a host and its database, which a test can interrupt. */
export class Cable {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  #isDead = false;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** `database`: its URL. `start`: what becomes of the first that a connection sends. */
  static async to(database: string, start = (sent: Buffer) => sent): Promise<Cable> {
    const { hostname, port } = new URL(database);
    const server = createServer();
    const cable = new Cable(server);
    server.on('connection', (near) => {
      const far = connect(Number(port), hostname);
      cable.#join(near, far, start);
      cable.#join(far, near);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => {
      cable.cut();
      server.close();
    });
    return cable;
  }

  /** The database's URL through this cable. */
  through(database: string): string {
    const url = new URL(database);
    url.hostname = '127.0.0.1';
    url.port = String((this.#server.address() as AddressInfo).port);
    return url.href;
  }

  /** From now on nothing gets through, and nobody is told. */
  freeze(): void {
    this.#isDead = true;
    for (const socket of this.#sockets) socket.pause();
  }

  /** What comes anew gets through again; what was there is gone. */
  mend(): void {
    this.#isDead = false;
    this.cut();
  }

  /** Ends what is connected. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  #join(from: Socket, to: Socket, start = (sent: Buffer) => sent): void {
    this.#sockets.add(from);
    let isFirst = true;
    from.on('data', (data) => {
      if (!this.#isDead) to.write(isFirst ? start(data) : data);
      isFirst = false;
    });
    from.on('error', () => undefined);
    from.on('close', () => {
      this.#sockets.delete(from);
      // While nothing gets through, the end does not either.
      if (!this.#isDead) to.destroy();
    });
  }
}

/** The start of a connection as a pooler passes it on: with user and database alone (PostgreSQL's StartupMessage). */
export function asPooled(sent: Buffer): Buffer {
  const texts = sent.subarray(8).toString().split('\0');
  const kept = texts.flatMap((name, at) =>
    at % 2 === 0 && ['user', 'database'].includes(name) ? [name, texts[at + 1] ?? ''] : [],
  );
  const passed = Buffer.from(`\0\0\0\0${sent.toString('latin1', 4, 8)}${kept.map((text) => `${text}\0`).join('')}\0`);
  passed.writeInt32BE(passed.length);
  return passed;
}
