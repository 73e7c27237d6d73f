import type { WebSocket } from 'ws';
import type { App } from '../core/app.ts';
import type { EventLog } from './eventLog.ts';

/**
 * `WS /v1/events`: what happens, as it happens. First comes the state; with `after`, the cursor of the last event that
 * was seen, then what was missed since, and `complete` says whether that is all of it.
 */
export function serveEvents(socket: WebSocket, app: App, log: EventLog, after: string | null): void {
  const send = (event: object) => socket.send(JSON.stringify(event));
  const sendState = (more: object = {}) => send({ type: 'state', cursor: log.cursor(), state: app.state(), ...more });
  const missed = after === null ? [] : log.since(after);
  sendState({ complete: missed !== null });
  missed?.forEach(send);
  const ends = [app.on('state', () => sendState()), log.on(send)];
  socket.on('close', () => ends.forEach((end) => end()));
}
