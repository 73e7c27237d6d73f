import type { WebSocket } from 'ws';
import type { App } from '../core/app.ts';

/** `WS /v1/events`: what happens, as it happens; the state once at the start. */
export function serveEvents(socket: WebSocket, app: App): void {
  const send = (event: object) => socket.send(JSON.stringify(event));
  const ends = [
    app.on('state', (state) => send({ type: 'state', state })),
    app.on('lease', (lease) => send({ type: 'lease', lease })),
    app.on('message', (message) => send({ type: 'message', message })),
  ];
  socket.on('close', () => ends.forEach((end) => end()));
  send({ type: 'state', state: app.state() });
}
