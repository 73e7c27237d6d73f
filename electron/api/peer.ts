import type { WebSocket } from 'ws';
import type { Clock } from '../core/ports.ts';

/** How often a peer is asked whether it is still there; one that has not answered by the next time is gone. Milliseconds. */
const betweenPings = 30_000;

/** How much may wait for a peer to read it: several times the largest list that a page asks for. Bytes. */
const mostUnread = 8 * 1024 * 1024;

/** Close code for a peer that reads more slowly than things happen. It may come back at once, with its cursor. */
const tooSlow = 4408;

/** Ends the connection of a peer that is gone without a word, as behind a router that forgot it. */
export function keepAlive(socket: WebSocket, clock: Pick<Clock, 'after'>): void {
  let isHeard = true;
  const ping = () => {
    // A farewell would wait for an answer.
    if (!isHeard) return socket.terminate();
    isHeard = false;
    socket.ping();
    cancel = clock.after(betweenPings, ping);
  };
  let cancel = clock.after(betweenPings, ping);
  socket.on('pong', () => (isHeard = true));
  socket.on('close', () => cancel());
}

/**
 * Sends what a peer may be told, unless its connection is closing. A peer that does not read is not told any more.
 * Resolves when it is on its way.
 */
export async function tell(socket: WebSocket, what: string): Promise<void> {
  if (socket.readyState !== socket.OPEN) return;
  if (socket.bufferedAmount <= mostUnread) await new Promise((resolve) => socket.send(what, resolve));
  else socket.close(tooSlow, 'Too much is unread. Connect again.');
}
