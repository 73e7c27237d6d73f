import type { WebSocket } from 'ws';
import type { Feed } from './feeds.ts';
import { inEnglish } from '../contract/words/english.ts';

/** The parameters of `WS /v1/events`. */
export const eventsQuery = ['token', 'after'];

/** Minimum time between two states, as each is sent whole; events are sent at once anyway. Milliseconds. */
const betweenStates = 200;

/**
 * `WS /v1/events`: events as they happen. Sends the state first and again when it changes, at most five times a second.
 * With `after`, the cursor of the last event seen, it then sends the missed events; `complete` says whether that is all
 * of them.
 */
export function serveEvents(socket: WebSocket, feed: Feed, after: string | null): void {
  const { log } = feed;
  const send = (event: object) => socket.send(JSON.stringify(event, inEnglish));
  const sendState = (more: object = {}) => send({ type: 'state', cursor: log.cursor(), state: feed.state(), ...more });
  const missed = after === null ? [] : log.since(after);
  sendState({ complete: missed !== null });
  missed?.forEach(send);
  const changed = spaced(sendState, betweenStates);
  const ends = [feed.onState(changed.call), changed.stop, log.on(send)];
  socket.on('close', () => ends.forEach((end) => end()));
}

/** Combines calls in quick succession into one later call. */
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
