import type { RequestName } from './api.ts';
import { eventNames, type EventName, type Events } from './events.ts';
import { appError, type Result } from './errors.ts';
import { refusedCodes, type SocketReply, type SocketRequest } from './socket.ts';
import { phrases } from './words/phrases.ts';
import type { ConnectionStatus, HostBridge, PageSession } from './hostBridge.ts';

const { general: say } = phrases;
/** The failure of any request while the host cannot be reached. */
export const connectionLost = appError('INTERNAL', say.connectionLost, say.connectionLostHint, {
  retryable: true,
}).failure;

const isRefusal = (code: number) => Object.values<number>(refusedCodes).includes(code);

/** The browser's own, for a connection that ended without a word. */
const lostCode = 1006;

/** The part of a WebSocket that we use. */
export type SocketLike = Pick<WebSocket, 'onopen' | 'onmessage' | 'onclose' | 'send' | 'close'>;

/** How often the host is asked whether it is still there; it answers until the next time. Milliseconds. */
const betweenAsking = 30_000;

export interface SocketPort {
  /** null when there is nothing to sign in with. */
  connect(): SocketLike | null;
  wait(ms: number, call: () => void): void;
}

type Listeners = { [E in EventName]: Set<(payload: Events[E]) => void> };

/** Milliseconds before attempt number `attempt` (0 is the first after a loss): 0.5 s, doubling, at most 8 s. */
export function backoff(attempt: number): number {
  return Math.min(8000, 500 * 2 ** attempt);
}

/** The contract over a WebSocket that reconnects by itself. Requests still open when the connection breaks fail. */
export class SocketBridge implements HostBridge {
  session: PageSession | undefined;
  readonly #port: SocketPort;
  readonly #pending = new Map<number, (result: Result<unknown>) => void>();
  readonly #listeners = Object.fromEntries(eventNames.map((name) => [name, new Set()])) as Listeners;
  readonly #statusListeners = new Set<() => void>();
  #status: ConnectionStatus = 'connecting';
  #socket: SocketLike | null = null;
  /** Counts the times that it was connected anew by hand: what waited before then is void. */
  #round = 0;
  #attempt = 0;
  #lastId = 0;
  /** Whether the host has said something since it was asked. */
  #isHeard = false;

  constructor(port: SocketPort) {
    this.#port = port;
    this.#open();
  }

  status(): ConnectionStatus {
    return this.#status;
  }

  onStatus(listener: () => void): () => void {
    this.#statusListeners.add(listener);
    return () => void this.#statusListeners.delete(listener);
  }

  subscribe<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void {
    this.#listeners[event].add(listener);
    return () => void this.#listeners[event].delete(listener);
  }

  request(name: RequestName, input: unknown): Promise<Result<unknown>> {
    const socket = this.#socket;
    if (socket === null || this.#status !== 'open') return Promise.resolve({ ok: false, error: connectionLost });
    const request: SocketRequest = { id: ++this.#lastId, name, input };
    return new Promise((resolve) => {
      this.#pending.set(request.id, resolve);
      socket.send(JSON.stringify(request));
    });
  }

  /** Connects anew: a person has signed in or out, or the computer slept. */
  restart(): void {
    this.close();
    this.#become('connecting');
    this.#open();
  }

  /** Lets go of the host. Nobody is told. */
  close(): void {
    const socket = this.#socket;
    this.#socket = null;
    if (socket !== null) letGo(socket);
    this.#round += 1;
    this.#failPending();
  }

  #open(): void {
    const socket = this.#port.connect();
    this.#socket = socket;
    if (socket === null) return this.#become('refused');
    socket.onopen = () => {
      this.#isHeard = true;
      this.#become('open');
      this.#keepAsking(socket);
    };
    socket.onmessage = ({ data }) => {
      const reply = replyIn(data);
      if (reply !== null) return this.#receive(reply);
      letGo(socket);
      this.#closed(lostCode);
    };
    socket.onclose = (event) => this.#closed(event.code);
  }

  /** A connection that was lost while the computer slept looks as before, until something is sent. */
  #keepAsking(socket: SocketLike): void {
    this.#port.wait(betweenAsking, () => {
      if (socket !== this.#socket) return;
      if (!this.#isHeard) {
        letGo(socket);
        return this.#closed(lostCode);
      }
      this.#isHeard = false;
      void this.request('window.ready', undefined);
      return this.#keepAsking(socket);
    });
  }

  #closed(code: number): void {
    this.#socket = null;
    this.#become(isRefusal(code) ? 'refused' : 'lost');
    this.#failPending();
    if (!isRefusal(code)) {
      const round = this.#round;
      this.#port.wait(backoff(this.#attempt++), () => void (round === this.#round && this.#open()));
    }
  }

  #failPending(): void {
    for (const resolve of this.#pending.values()) resolve({ ok: false, error: connectionLost });
    this.#pending.clear();
  }

  #receive(reply: SocketReply): void {
    this.#isHeard = true;
    // Not in onopen, so as not to hammer a host that accepts the connection and drops it at once.
    this.#attempt = 0;
    if ('event' in reply) return this.#emit(reply.event, reply.payload);
    this.#pending.get(reply.id)?.(reply.result);
    this.#pending.delete(reply.id);
  }

  #emit<E extends EventName>(event: E, payload: Events[E]): void {
    // One that this version does not know concerns nobody here.
    for (const listener of this.#listeners[event] ?? []) listener(payload);
  }

  #become(status: ConnectionStatus): void {
    this.#status = status;
    for (const listener of this.#statusListeners) listener();
  }
}

/** null: whoever answers there is no host. */
function replyIn(data: unknown): SocketReply | null {
  try {
    const reply: unknown = JSON.parse(String(data));
    return typeof reply === 'object' ? (reply as SocketReply) : null;
  } catch {
    return null;
  }
}

/** Whatever it still says is not heard. */
function letGo(socket: SocketLike): void {
  socket.onopen = socket.onmessage = socket.onclose = null;
  socket.close();
}
