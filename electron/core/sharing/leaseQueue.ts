import { AppError, appError, toFailure, type ErrorCode } from '../../contract/errors.ts';
import { inOneLine, phrases } from '../../contract/words/phrases.ts';
import type { WaitingRequest } from '../../contract/sharing.ts';
import { ttlWithin } from '../numbers/leaseLimit.ts';
import type { Lease } from '../../contract/state.ts';
import type { Events } from '../events.ts';
import { interrupted } from '../interrupted.ts';
import { termsOf } from '../numbers/allocate.ts';
import { askedOf, isSameAsked, keyOfAnother } from '../numbers/asked.ts';
import { isOpen } from '../numbers/lease.ts';
import type { Leases, StartInput } from '../numbers/leases.ts';
import type { Ledger } from '../numbers/ledger.ts';
import type { CorePorts } from '../ports.ts';
import type { Preferences } from '../preferences.ts';
import { Ask } from './ask.ts';
import { emptyQueue, joined, nextOf, served, withdrawn } from './fairQueue.ts';
import { freeNumberFor, idleNumbers, mayBecomeFree } from './keptNumbers.ts';
import { countPlaces, noPlaceFor, type TakenPlaces } from './places.ts';
import type { Tokens } from './tokens.ts';

const say = phrases.sharing;

/** Nothing can be bought now, but a kept number that is in use may become free. */
const nothingToBuy: ReadonlySet<ErrorCode> = new Set([
  'NO_NUMBERS_AVAILABLE',
  'SPEND_LIMIT',
  'TRIAL_LIMIT',
  'INSUFFICIENT_FUNDS',
]);

/** Whoever ran out of time and asks again this soon gets the old place back. Milliseconds. */
const placeKeptMs = 5_000;

/** How long to trust that nothing can be bought. Milliseconds. */
const trustedMs = 30_000;

export interface LeaseQueueDeps {
  ports: CorePorts;
  preferences: Preferences;
  tokens: Pick<Tokens, 'limitsOf'>;
  ledger: Ledger;
  leases: Pick<Leases, 'start' | 'known' | 'end'>;
  events: Events;
}

/** Where leases are requested: hands them out within the limits, and queues those who have time to wait. */
export class LeaseQueue {
  readonly #deps: LeaseQueueDeps;
  readonly #asks = new Map<string, Ask>();
  /** Requests being served, each with the idle number meant for it. */
  readonly #starting = new Map<Ask, string | null>();
  /** Requests whose time ran out a moment ago. */
  readonly #left = new Map<string, Pick<Ask, 'seq' | 'since'>>();
  #queue = emptyQueue<Ask>();
  #seq = 0;
  #shown: WaitingRequest[] = [];
  #limits: string;

  constructor(deps: LeaseQueueDeps) {
    this.#deps = deps;
    this.#limits = this.#whatLimitsPurchases();
  }

  /**
   * Takes a number like Leases.start, or waits for one to become free. Rejects with its errors, TOO_MANY_LEASES, and
   * NO_FREE_NUMBER when the time is up. A caller who goes away while waiting gets none.
   */
  async take(input: StartInput, { signal }: { signal?: AbortSignal } = {}): Promise<Lease> {
    // Nobody should wait for a number only to be refused.
    if (input.waitSeconds) ttlWithin(this.#deps.preferences.leaseLimit(), input.ttlSeconds, 0);
    const ask = this.#asks.get(input.requestId) ?? this.#begin(input);
    if (!isSameAsked(ask.asked, askedOf(input, this.#deps.preferences.current()))) throw keyOfAnother();
    const answer = ask.add(this.#deps.ports.clock, {
      waitMs: (input.waitSeconds ?? 0) * 1000,
      signal,
      onTimeUp: () => (this.#serve(), this.#refuse(ask)),
      onGone: () => this.#gone(ask),
    });
    this.#learn(ask);
    this.#serve();
    if (this.#isWaiting(ask)) void this.#lookUp(ask);
    return answer;
  }

  /** Call when numbers or leases changed. */
  changed(): void {
    for (const ask of this.#starting.keys()) if (ask.isForsaken) this.#giveUp(ask);
    if (this.#queue.waiting.length > 0) this.#serve();
  }

  /** With new limits, what could not be bought may be. */
  settingsChanged(): void {
    const limits = this.#whatLimitsPurchases();
    if (limits !== this.#limits) for (const ask of this.#queue.waiting) ask.refusal = null;
    this.#limits = limits;
    this.changed();
  }

  /** Refuses waiting requests: all when leaving the account, or those of a holder whose token was removed. */
  clear(holder?: string): void {
    for (const ask of [...this.#asks.values()]) {
      if (holder !== undefined && ask.holder !== holder) continue;
      if (this.#isWaiting(ask)) this.#close(ask);
      if (holder !== undefined || !this.#starting.has(ask)) ask.reject(interrupted());
    }
    this.changed();
    this.#show();
  }

  /** Who waits, in the order of arrival; the same list until it changes. */
  waiting(): WaitingRequest[] {
    return this.#shown;
  }

  #whatLimitsPurchases(): string {
    const { limitPerDay, limitPerMonth, papers } = this.#deps.preferences.current();
    return JSON.stringify([limitPerDay, limitPerMonth, papers]);
  }

  #begin(input: StartInput): Ask {
    const { preferences } = this.#deps;
    const { clock } = this.#deps.ports;
    const place = this.#left.get(input.requestId) ?? { seq: (this.#seq += 1), since: clock.now() };
    const ask = new Ask({
      input,
      terms: termsOf(input, preferences.current()),
      asked: askedOf(input, preferences.current()),
      ...place,
    });
    this.#asks.set(ask.key, ask);
    this.#queue = joined(this.#queue, ask);
    return ask;
  }

  #serve(): void {
    for (let next = this.#next(); next; next = this.#next()) {
      this.#queue = served(this.#queue, next);
      void this.#start(next);
    }
    const numbers = this.#deps.ledger.numbers();
    for (const ask of this.#queue.waiting) {
      if (!ask.refusal || mayBecomeFree(ask, numbers)) continue;
      this.#close(ask);
      ask.reject(ask.refusal);
    }
    this.#show();
  }

  #next(): Ask | null {
    if (this.#queue.waiting.length === 0) return null;
    const taken = this.#taken();
    return nextOf(this.#queue, (ask) => this.#obstacleTo(ask, taken) === null);
  }

  /** Why the request cannot be served now; null: it can. */
  #obstacleTo(ask: Ask, taken = this.#taken()): AppError | null {
    const { ledger, preferences, tokens } = this.#deps;
    const limits = {
      all: preferences.current().leasesAtOnce,
      of: (holder: string) => tokens.limitsOf(holder)?.leases ?? null,
    };
    const noPlace = noPlaceFor(ask, taken, limits);
    if (noPlace) return noPlace;
    if (freeNumberFor(ask, ledger.numbers(), this.#meantForOthers(ask))) return null;
    return ask.refusal ?? (this.#isTriedForAnother(ask) ? sameIsTried() : null);
  }

  /** Of all who want the same and have time, one tries whether anything can be bought. */
  #isTriedForAnother(ask: Ask): boolean {
    if (!ask.isWaiter || !mayBecomeFree(ask, this.#deps.ledger.numbers())) return false;
    return [...this.#starting].some(([other, numberId]) => numberId === null && other.isLike(ask));
  }

  /** If the same could not be bought a moment ago, waits instead of trying again. */
  #learn(ask: Ask): void {
    if (!ask.isWaiter || ask.refusal || this.#starting.has(ask)) return;
    const now = this.#deps.ports.clock.now();
    const like = this.#queue.waiting.find((other) => other.isLike(ask) && now - other.triedAt < trustedMs);
    if (like?.refusal) ask.learn(like);
  }

  #taken(): TakenPlaces {
    const open = this.#deps.ledger.leases().filter(({ life }) => isOpen(life));
    return countPlaces([
      ...open.map(({ requestId, holder }) => ({ key: requestId, holder })),
      ...this.#starting.keys(),
    ]);
  }

  #meantForOthers(ask: Ask): ReadonlySet<string> {
    const others = [...this.#starting].filter(([other]) => other !== ask);
    return new Set(others.flatMap(([, numberId]) => numberId ?? []));
  }

  async #start(ask: Ask): Promise<void> {
    const { leases, ledger } = this.#deps;
    const [numbers, meant] = [ledger.numbers(), this.#meantForOthers(ask)];
    this.#starting.set(ask, freeNumberFor(ask, numbers, meant)?.id ?? null);
    ask.tried = idleNumbers(ask.terms, numbers, meant);
    ask.triedAt = this.#deps.ports.clock.now();
    const mayTake = (numberId: string) => !this.#meantForOthers(ask).has(numberId);
    try {
      const lease = await leases.start({ ...ask.input, mayTake });
      this.#started(ask, lease);
    } catch (thrown) {
      this.#failed(ask, thrown);
    }
    this.#serve();
  }

  #started(ask: Ask, lease: Lease): void {
    this.#close(ask);
    if (ask.isForsaken) this.#giveUp(ask);
    ask.resolve(lease);
  }

  #failed(ask: Ask, thrown: unknown): void {
    this.#close(ask);
    const failure = toFailure(thrown);
    if (!nothingToBuy.has(failure.code) || !ask.isPatient) return ask.reject(thrown);
    ask.refusal = new AppError(failure);
    this.#asks.set(ask.key, ask);
    this.#queue = joined(this.#queue, ask);
    for (const other of this.#queue.waiting)
      if (!other.refusal && other.isWaiter && other.isLike(ask)) other.learn(ask);
    return this.#refuse(ask);
  }

  /** The request may have been served before, and its lease may be over. */
  async #lookUp(ask: Ask): Promise<void> {
    const known = await this.#deps.leases.known(ask.input).catch((thrown: unknown) => conflictIn(thrown));
    if (!this.#isWaiting(ask)) return;
    if (!known) return this.#refuse(ask);
    this.#close(ask);
    if (known instanceof AppError) ask.reject(known);
    else ask.resolve(known);
    this.#show();
  }

  /** Refuses those who have no time left. */
  #refuse(ask: Ask): void {
    const obstacle = this.#isWaiting(ask) ? this.#obstacleTo(ask) : null;
    if (!obstacle) return;
    const waitedMs = this.#deps.ports.clock.now() - ask.since;
    ask.refuseImpatient((waitMs) => (waitMs === 0 ? obstacle : noFreeNumber(waitedMs / 1000, obstacle)));
    if (ask.isForsaken) {
      this.#left.set(ask.key, ask);
      this.#deps.ports.clock.after(placeKeptMs, () => this.#left.delete(ask.key));
      this.#close(ask);
    }
    this.#show();
  }

  #gone(ask: Ask): void {
    if (!ask.isForsaken) return;
    if (this.#starting.has(ask)) this.#giveUp(ask);
    else this.#close(ask);
    this.#show();
  }

  /** Ends a lease that nobody waits for. */
  #giveUp({ key }: Ask): void {
    const { leases, ledger } = this.#deps;
    const { log } = this.#deps.ports;
    const lease = ledger.leases().find(({ requestId, life }) => requestId === key && isOpen(life));
    if (!lease || (lease.life.state === 'buying' && lease.life.endWanted)) return;
    leases.end(lease.id).catch((thrown: unknown) => log.error('A lease that nobody has could not be ended.', thrown));
  }

  #isWaiting(ask: Ask): boolean {
    return this.#asks.get(ask.key) === ask && !this.#starting.has(ask);
  }

  #close(ask: Ask): void {
    this.#starting.delete(ask);
    if (this.#asks.get(ask.key) === ask) this.#asks.delete(ask.key);
    this.#queue = withdrawn(this.#queue, ask.key);
  }

  #show(): void {
    const patient = this.#queue.waiting.filter((ask) => ask.isPatient).map(({ shown }) => shown);
    if (patient.length === this.#shown.length && patient.every((one, index) => one === this.#shown[index])) return;
    this.#shown = patient;
    this.#deps.events.emit('waitingChanged');
  }
}

/** The error if its key is another's; other errors are reported when its turn comes. */
function conflictIn(thrown: unknown): AppError | null {
  return thrown instanceof AppError && thrown.failure.code === 'CONFLICT' ? thrown : null;
}

function sameIsTried(): AppError {
  return appError('NO_FREE_NUMBER', say.sameIsTried, say.sameIsTriedHint, { retryable: true });
}

function noFreeNumber(seconds: number, { failure }: AppError): AppError {
  const message = say.noFreeNumber({ count: Math.round(seconds) });
  return appError('NO_FREE_NUMBER', message, inOneLine(failure.message, failure.hint), { retryable: true });
}
