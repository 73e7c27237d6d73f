import type { WebSocket } from 'ws';
import { inEnglish } from '../contract/words/english.ts';
import type { Cancel, Clock } from '../core/ports.ts';
import type { Feed } from './feeds.ts';
import { tell } from './peer.ts';

/** The parameters of `WS /v1/events`. */
export const eventsQuery = ['token', 'after'];

/** Minimum time between two states, as each is sent whole; events are sent at once anyway. Milliseconds. */
const betweenStates = 200;

/** A peer with more than this to read is not sent a state: by the time it reads that, there will be a newer one. Bytes. */
const mostBefore = 64 * 1024;

/**
 * `WS /v1/events`: events as they happen. Sends the state first and again when it changes, at most five times a second.
 * With `after`, the cursor of the last event seen, it then sends the missed events; `complete` says whether that is all
 * of them.
 */
export function serveEvents(socket: WebSocket, feed: Feed, after: string | null, clock: Pick<Clock, 'after'>): void {
  const { log } = feed;
  const send = (event: object) => tell(socket, JSON.stringify(event, inEnglish));
  const sendState = (more: object = {}) => send({ type: 'state', cursor: log.cursor(), state: feed.state(), ...more });
  const missed = after === null ? [] : log.since(after);
  sendState({ complete: missed !== null });
  missed?.forEach(send);
  const changed = spaced(
    sendState,
    (call) => clock.after(betweenStates, call),
    () => socket.bufferedAmount <= mostBefore,
  );
  const ends = [feed.onState(changed.call), changed.stop, log.on(send)];
  socket.on('close', () => ends.forEach((end) => end()));
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
