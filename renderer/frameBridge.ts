import { eventNames, type EventName, type Events } from '../electron/contract/events.ts';
import type { RequestName } from '../electron/contract/api.ts';
import type { Result } from '../electron/contract/errors.ts';
import type { HostBridge } from '../electron/contract/hostBridge.ts';

type Listeners = { [E in EventName]: Set<(payload: Events[E]) => void> };

/** In a burst, events are passed on only after a pause this long: to draw more often would take all of the processor. */
const burstMs = 100;

/** Runs this in the next frame that comes after so many milliseconds. */
type NextFrame = (run: () => void, afterMs: number) => void;

/**
 * Passes the first event of a frame on at once, and all that follow it together in the next frame, or in a burst after a
 * pause: a hundred messages a second must not be drawn one by one. An answer never overtakes the events before it.
 */
export class FrameBridge implements HostBridge {
  readonly #bridge: HostBridge;
  readonly #nextFrame: NextFrame;
  readonly #listeners = Object.fromEntries(eventNames.map((name) => [name, new Set()])) as Listeners;
  /** What waits for the next frame; null when nothing came in this one. */
  #waiting: (() => void)[] | null = null;
  readonly session: HostBridge['session'];
  readonly status: HostBridge['status'];
  readonly onStatus: HostBridge['onStatus'];

  constructor(bridge: HostBridge, nextFrame: NextFrame) {
    this.#bridge = bridge;
    this.#nextFrame = nextFrame;
    this.session = bridge.session;
    this.status = () => bridge.status();
    this.onStatus = (listener) => bridge.onStatus(listener);
    for (const name of eventNames) this.#follow(name);
  }

  async request(name: RequestName, input: unknown): Promise<Result<unknown>> {
    const result = await this.#bridge.request(name, input);
    this.#passOn();
    return result;
  }

  subscribe<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void {
    this.#listeners[event].add(listener);
    return () => void this.#listeners[event].delete(listener);
  }

  #follow<E extends EventName>(name: E): void {
    this.#bridge.subscribe(name, (payload) => this.#accept(() => this.#emit(name, payload)));
  }

  #accept(tell: () => void): void {
    if (this.#waiting !== null) return void this.#waiting.push(tell);
    this.#waiting = [];
    this.#nextFrame(() => this.#endFrame(), 0);
    tell();
  }

  #endFrame(): void {
    if (this.#waiting?.length === 0) {
      this.#waiting = null;
      return;
    }
    this.#nextFrame(() => this.#endFrame(), burstMs);
    this.#passOn();
  }

  #passOn(): void {
    for (const tell of this.#waiting?.splice(0) ?? []) tell();
  }

  #emit<E extends EventName>(event: E, payload: Events[E]): void {
    for (const listener of this.#listeners[event]) listener(payload);
  }
}

/** Milliseconds after which a page without frames, because it is out of sight, goes on. */
const withoutFrameMs = 100;

/** Runs this in the page's next frame after so many milliseconds. */
export function inNextFrame(run: () => void, afterMs: number): void {
  if (afterMs > 0) return void setTimeout(inNextFrame, afterMs, run, 0);
  const timer = setTimeout(() => begin(), withoutFrameMs);
  const frame = requestAnimationFrame(() => begin());
  const begin = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    run();
  };
}
