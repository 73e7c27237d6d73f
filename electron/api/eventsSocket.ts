import type { WebSocket } from 'ws';
import { inEnglish } from '../contract/words/english.ts';
import type { App } from '../core/app.ts';
import type { Change } from '../core/changes.ts';
import type { Cancel, Clock } from '../core/ports.ts';
import type { EventLog, Told } from './eventLog.ts';
import type { Feed } from './feeds.ts';
import { tell } from './peer.ts';

/** The parameters of `WS /v1/events`. */
export const eventsQuery = ['token', 'after'];

/** Minimum time between two states, as each is sent whole; events are sent at once anyway. Milliseconds. */
const betweenStates = 200;

/** A peer with more than this to read is not sent a state: by the time it reads that, there will be a newer one. Bytes. */
const mostBefore = 64 * 1024;

/** Close code for events that cannot be read at the moment: come back with the last cursor. */
const tryAgain = 1013;

export interface Events {
  changes: Pick<App['changes'], 'here' | 'cursorOf' | 'revisionOf'>;
  log: Pick<EventLog, 'follow'>;
  clock: Pick<Clock, 'after'>;
  feed: Feed;
  /** Who listens: its name, or null for the host's own user. */
  holder: string | null;
}

/**
 * `WS /v1/events`: events as they happen. Sends the state first and again when it changes, at most five times a second.
 * With `after`, the cursor of the last event seen, it then sends the missed events; `complete` says whether they are
 * known.
 */
export function serveEvents(
  socket: WebSocket,
  { changes, log, clock, feed, holder }: Events,
  after: string | null,
): void {
  const known = after === null ? null : changes.revisionOf(after);
  let at = known ?? changes.here();
  let sent: Promise<unknown> = Promise.resolve();
  const send = (event: object) => {
    sent = tell(socket, JSON.stringify(event, inEnglish));
  };
  const cursor = () => changes.cursorOf(at);
  const sendState = (more: object = {}) => send({ type: 'state', cursor: cursor(), state: feed.state(), ...more });
  const tellChange = (change: Told) => {
    if (!mayKnow(holder, change)) return;
    // Its cursor is still the one before: whoever gets no further is told both again.
    if (change.type === 'message' && change.lease) send({ type: 'lease', lease: change.lease, cursor: cursor() });
    at = change.revision ?? at;
    if (change.type === 'message') send({ type: 'message', message: change.message, cursor: cursor() });
    else send({ type: 'lease', lease: change.lease, cursor: cursor() });
  };
  sendState({ complete: after === null || known !== null });
  const changed = spaced(
    sendState,
    (call) => clock.after(betweenStates, call),
    () => socket.bufferedAmount <= mostBefore,
  );
  const follower = {
    tell: tellChange,
    ready: () => (socket.readyState === socket.OPEN ? sent : Promise.reject(new Error('It is closing.'))),
    failed: () => socket.close(tryAgain, 'Come back with the last cursor.'),
  };
  const ends = [feed.onState(changed.call), changed.stop, log.follow(at, follower)];
  socket.on('close', () => ends.forEach((end) => end()));
}

/** A token with a name knows only of its own leases. */
export function mayKnow(holder: string | null, change: Pick<Change, 'holder'>): boolean {
  return holder === null || change.holder === holder;
}

/** Combines calls in quick succession into one later call, at a time when it may be. */
function spaced(
  act: () => void,
  later: (call: () => void) => Cancel,
  mayBe: () => boolean,
): { call(): void; stop(): void } {
  let cancel: Cancel | null = null;
  let wanted = false;
  const next = () => {
    cancel = null;
    if (!wanted) return;
    if (mayBe()) {
      wanted = false;
      act();
    }
    cancel = later(next);
  };
  const call = () => {
    wanted = true;
    if (cancel === null) next();
  };
  return { call, stop: () => cancel?.() };
}
