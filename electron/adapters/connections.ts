import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** How far a connection is trusted: not at all, as a guest (a named token), or as Twilio or the owner. */
export type Trust = 'stranger' | 'guest' | 'trusted';

export interface ConnectionLimits {
  /** When there are more, the one with the weakest claim is closed. */
  most: number;
  /** A stranger is closed at this age; any other connection closes after its next answer. Milliseconds. */
  longestLifeMs: number;
}

/** One open connection. Times are milliseconds of a monotonic clock. */
export interface Place {
  trust: Trust;
  /** Requests not answered yet. */
  underWay: number;
  /** When it was opened or last answered. */
  restingSince: number;
}

/** A connection that just opened, or just got an answer, may be about to send a request. */
const restMs = 1_000;

/**
 * Picks the connection to close to make room; null when all are trusted and busy. `places`: oldest first. Among
 * strangers age counts before activity: otherwise one that sends a byte now and then would outlast every newcomer.
 */
export function leastClaim<P extends Place>(places: Iterable<P>, now: number): P | null {
  let [least, claim]: [P | null, number] = [null, Infinity];
  for (const place of places) {
    const own = claimOf(place, now);
    if (own < claim) [least, claim] = [place, own];
    if (claim === 0) break;
  }
  return least;
}

function claimOf({ trust, underWay, restingSince }: Place, now: number): number {
  if (trust === 'stranger') return underWay === 0 && now - restingSince >= restMs ? 0 : 1;
  if (underWay === 0) return trust === 'guest' ? 2 : 3;
  return trust === 'guest' ? 4 : Infinity;
}

interface Held extends Place {
  socket: Socket;
  isOld: boolean;
}

/** Decides who gets a server's connections, so that no crowd keeps Twilio or the owner out. */
export class Connections {
  readonly #limits: ConnectionLimits;
  readonly #onCrowded: () => void;
  readonly #places = new Map<Duplex, Held>();
  /** The connection below each encrypted one. */
  readonly #below = new WeakMap<Duplex, Socket>();

  /** `onCrowded`: a connection was closed to make room, or refused; we don't know whose. */
  constructor(limits: ConnectionLimits, onCrowded: () => void = () => undefined) {
    this.#limits = limits;
    this.#onCrowded = onCrowded;
  }

  watch(server: Server): void {
    server.on('connection', (socket) => this.#enter(socket));
    server.on('secureConnection', (socket: Socket) => this.#encrypted(socket));
    // Must run before any handler that answers at once.
    server.prependListener('request', (request, response) => this.#begin(request, response));
  }

  /** The connection has shown who it is. */
  vouch(socket: Duplex, trust: Trust): void {
    const place = this.#placeOf(socket);
    if (place && place.trust !== 'trusted') place.trust = trust;
  }

  /** Counts it as busy until it closes, e.g. for a WebSocket. */
  hold(socket: Duplex): void {
    const place = this.#placeOf(socket);
    if (place) place.underWay += 1;
  }

  #placeOf(socket: Duplex): Held | undefined {
    return this.#places.get(this.#below.get(socket) ?? socket);
  }

  /** Requests come over a socket of their own then; what tells whose it is are its ends. */
  #encrypted(socket: Socket): void {
    const { remoteAddress, remotePort } = socket;
    for (const { socket: below } of this.#places.values())
      if (below.remotePort === remotePort && below.remoteAddress === remoteAddress) this.#below.set(socket, below);
  }

  #enter(socket: Socket): void {
    if (this.#places.size >= this.#limits.most && !this.#makeRoom()) return void socket.destroy();
    const place: Held = { socket, trust: 'stranger', underWay: 0, restingSince: performance.now(), isOld: false };
    this.#places.set(socket, place);
    const aging = setInterval(() => this.#grownOld(place), this.#limits.longestLifeMs).unref();
    socket.once('close', () => {
      clearInterval(aging);
      this.#places.delete(socket);
    });
  }

  #makeRoom(): boolean {
    this.#onCrowded();
    const least = leastClaim(this.#places.values(), performance.now());
    if (!least) return false;
    // Free the place now: the close event comes later.
    this.#places.delete(least.socket);
    least.socket.destroy();
    return true;
  }

  #begin({ socket }: IncomingMessage, response: ServerResponse): void {
    const place = this.#placeOf(socket);
    if (!place) return;
    place.underWay += 1;
    if (place.isOld) response.shouldKeepAlive = false;
    response.once('close', () => {
      place.underWay -= 1;
      place.restingSince = performance.now();
      if (place.isOld && place.trust === 'stranger') socket.end();
    });
  }

  // The second time, even a request under way is cut: the client has had a whole lifetime for it.
  #grownOld(place: Held): void {
    if (place.trust === 'stranger' && (place.isOld || place.underWay === 0)) place.socket.destroy();
    place.isOld = true;
  }
}
