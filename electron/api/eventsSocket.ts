import type { WebSocket } from 'ws';
import type { App } from '../core/app.ts';
import { viewFor } from '../core/sharing/holderView.ts';
import type { EventLog, Happening } from './eventLog.ts';

export interface EventsOptions {
  /** The cursor of the last event that was seen. */
  after: string | null;
  /** The name of the token whose events these are; null: all. */
  holder: string | null;
}

/**
 * `WS /v1/events`: what happens, as it happens. First comes the state; with `after`, then what was missed since, and
 * `complete` says whether that is all of it. A token with a name is told of its own leases.
 */
export function serveEvents(socket: WebSocket, app: App, log: EventLog, { after, holder }: EventsOptions): void {
  const view = viewFor(app, holder);
  const send = (event: object) => socket.send(JSON.stringify(event));
  const sendOwn = (happening: Happening) => {
    if (holder === null || holderOf(app, happening) === holder) send(happening);
  };
  const sendState = (more: object = {}) => send({ type: 'state', cursor: log.cursor(), state: view.state(), ...more });
  const missed = after === null ? [] : log.since(after);
  sendState({ complete: missed !== null });
  missed?.forEach(sendOwn);
  const ends = [app.on('state', () => sendState()), log.on(sendOwn)];
  socket.on('close', () => ends.forEach((end) => end()));
}

/** Whose lease it was; null also for a message that came for none. */
function holderOf(app: App, happening: Happening): string | null {
  if (happening.type === 'lease') return happening.lease.holder;
  const { leaseId } = happening.message;
  return leaseId === null ? null : app.holderOf(leaseId);
}
