import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** What a connection has shown: nothing, the token of somebody who shares the host, or that it is Twilio's or the owner's. */
export type Trust = 'stranger' | 'guest' | 'trusted';

export interface ConnectionLimits {
  /** Above it the one with the least claim is closed. */
  most: number;
  /** What shows nothing is closed when it is so old; of the others, the next answer is the last. Milliseconds. */
  longestLifeMs: number;
}

/** One open connection. Times are milliseconds of a clock that is never set. */
export interface Place {
  trust: Trust;
  /** Requests that are not answered yet. */
  underWay: number;
  /** When it was opened, or answered last. */
  restingSince: number;
}

/** Who has just come, or was just answered, may be about to ask. */
const restMs = 1_000;

/**
 * The one to be closed for another; null when all are trusted and at work. `places`: the oldest first. Age decides before
 * work does, where nothing was shown: who sends a byte now and then would otherwise outlast whoever comes next.
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
  socket: Duplex;
  isOld: boolean;
}

/** Gives the places of a server to those who have a claim to them, so that no crowd keeps Twilio or the owner out. */
export class Connections {
  readonly #limits: ConnectionLimits;
  readonly #onCrowded: () => void;
  readonly #places = new Map<Duplex, Held>();

  /** `onCrowded`: one was closed for another, or refused; it is not known whose it was. */
  constructor(limits: ConnectionLimits, onCrowded: () => void = () => undefined) {
    this.#limits = limits;
    this.#onCrowded = onCrowded;
  }

  watch(server: Server): void {
    server.on('connection', (socket) => this.#enter(socket));
    // Before whatever answers at once.
    server.prependListener('request', (request, response) => this.#begin(request, response));
  }

  /** It has shown who it is. */
  vouch(socket: Duplex, trust: Trust): void {
    const place = this.#places.get(socket);
    if (place && place.trust !== 'trusted') place.trust = trust;
  }

  /** It is at work until it is closed, as a WebSocket. */
  hold(socket: Duplex): void {
    const place = this.#places.get(socket);
    if (place) place.underWay += 1;
  }

  #enter(socket: Duplex): void {
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
    // It is gone at once; the event comes later.
    this.#places.delete(least.socket);
    least.socket.destroy();
    return true;
  }

  #begin({ socket }: IncomingMessage, response: ServerResponse): void {
    const place = this.#places.get(socket);
    if (!place) return;
    place.underWay += 1;
    if (place.isOld) response.shouldKeepAlive = false;
    response.once('close', () => {
      place.underWay -= 1;
      place.restingSince = performance.now();
      if (place.isOld && place.trust === 'stranger') socket.end();
    });
  }

  // The second time also when a request is under way: whoever asks has had a whole life for it.
  #grownOld(place: Held): void {
    if (place.trust === 'stranger' && (place.isOld || place.underWay === 0)) place.socket.destroy();
    place.isOld = true;
  }
}
