import type { WebSocket } from 'ws';
import type { App } from '../core/app.ts';
import { viewFor } from '../core/sharing/holderView.ts';
import type { EventLog, Happening } from './eventLog.ts';

/** The parameters of `WS /v1/events`. */
export const eventsQuery = ['token', 'after'];

export interface EventsOptions {
  /** The cursor of the last event that was seen. */
  after: string | null;
  /** The name of the token whose events these are; null: all. */
  holder: string | null;
}

/** Milliseconds between two states: each is the whole of it, and what happened is told at once in any case. */
const betweenStates = 200;

/**
 * `WS /v1/events`: what happens, as it happens. First comes the state, and again with its changes, five times a second
 * at most; with `after`, then what was missed since, and `complete` says whether that is all of it. A token with a name
 * is told of its own leases.
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
  const changed = spaced(sendState, betweenStates);
  const ends = [app.on('state', changed.call), changed.stop, log.on(sendOwn)];
  socket.on('close', () => ends.forEach((end) => end()));
}

/** Calls that come too close after another are one, later. */
function spaced(act: () => void, ms: number): { call(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  let wanted = false;
  const call = () => {
    wanted = timer !== undefined;
    if (wanted) return;
    act();
    timer = setTimeout(() => {
      timer = undefined;
      if (wanted) call();
    }, ms);
  };
  return { call, stop: () => clearTimeout(timer) };
}

/** Whose lease it was; null also for a message that came for none. */
function holderOf(app: App, happening: Happening): string | null {
  if (happening.type === 'lease') return happening.lease.holder;
  const { leaseId } = happening.message;
  return leaseId === null ? null : app.holderOf(leaseId);
}
