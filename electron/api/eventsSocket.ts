import type { WebSocket } from 'ws';
import type { Feed } from './feeds.ts';
import { inEnglish } from '../contract/words/english.ts';

/** The parameters of `WS /v1/events`. */
export const eventsQuery = ['token', 'after'];

/** Milliseconds between two states: each is the whole of it, and what happened is told at once in any case. */
const betweenStates = 200;

/**
 * `WS /v1/events`: what happens, as it happens. First comes the state, and again with its changes, five times a second
 * at most; with `after`, the cursor of the last event that was seen, then what was missed since, and `complete` says
 * whether that is all of it.
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
