import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import type { SocketReply } from '../contract/socket.ts';
import type { App } from '../core/app.ts';
import { forwardEvents } from '../core/events.ts';
import { tell } from './peer.ts';

const requestSchema = z.object({ id: z.number(), name: z.unknown(), input: z.unknown().optional() });

/** The contract over a WebSocket: requests with ids, and pushed events. */
export function serveUi(socket: WebSocket, app: Pick<App, 'on' | 'handle'>): void {
  const send = (reply: SocketReply) => void tell(socket, JSON.stringify(reply));
  socket.on('close', forwardEvents(app, send));
  socket.on('message', (data) => {
    // Whoever was signed out might never answer the farewell, and go on asking.
    if (socket.readyState !== socket.OPEN) return;
    void answer(data, app, send, () => socket.close(1003, 'That is not a request.'));
  });
}

async function answer(
  data: RawData,
  app: Pick<App, 'handle'>,
  send: (reply: SocketReply) => void,
  refuse: () => void,
): Promise<void> {
  const parsed = requestSchema.safeParse(parseJson(String(data)));
  if (!parsed.success) return refuse();
  const { id, name, input } = parsed.data;
  return send({ id, result: await app.handle(name, input) });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
