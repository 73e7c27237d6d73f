import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below the ports that systems give out by themselves: one of those could be taken while the app is dead. */
const [lowest, count] = [15_000, 15_000];

/** A port on loopback that stays the app's own while it starts anew again and again. */
export async function portAside(): Promise<number> {
  const port = lowest + Math.floor(Math.random() * count);
  const server = createServer().listen(port, '127.0.0.1');
  const isFree = await once(server, 'listening').then(
    () => true,
    () => false,
  );
  if (!isFree) return portAside();
  server.close();
  await once(server, 'close');
  return port;
}
