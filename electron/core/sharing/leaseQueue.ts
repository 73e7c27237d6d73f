import { AppError, toFailure, type ErrorCode } from '../../contract/errors.ts';
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
import type { Cancel, CorePorts } from '../ports.ts';
import type { Preferences } from '../preferences.ts';
import { Ask } from './ask.ts';
import { emptyQueue, joined, nextOf, served, withdrawn } from './fairQueue.ts';
import { firstRested, freeNumberFor, freeNumbers, mayBecomeFree, type Kept } from './keptNumbers.ts';
import { noneBecameFree } from './noNumber.ts';
import { meantForOthersThan, Obstacles, type Standing } from './obstacles.ts';
import type { Tokens } from './tokens.ts';

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

/**
 * Where leases are requested: hands them out within the limits, and queues those who have time to wait.
 *
 * A kept number that only rests (`quarantineSeconds`) is not replaced by a purchase: it is paid for and will be free in
 * a moment, and a rest must not cost a month of another number without anybody knowing. Who has time waits for it, one
 * request for each such number, and the others buy as if it were leased. Who has no time gets NO_FREE_NUMBER, which says
 * for how long it rests, and may ask for a fresh number: that buys one.
 */
export class LeaseQueue {
  readonly #deps: LeaseQueueDeps;
  readonly #obstacles: Obstacles;
  readonly #asks = new Map<string, Ask>();
  /** Requests being served, each with the idle number meant for it. */
  readonly #starting = new Map<Ask, string | null>();
  /** Requests whose time ran out a moment ago. */
  readonly #left = new Map<string, Pick<Ask, 'seq' | 'since'>>();
  #queue = emptyQueue<Ask>();
  #seq = 0;
  #shown: WaitingRequest[] = [];
  #forgetRest: Cancel = () => undefined;
  #limits: string;

  constructor(deps: LeaseQueueDeps) {
    this.#deps = deps;
    this.#obstacles = new Obstacles({ ...deps, clock: deps.ports.clock });
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
    this.#forgetRest();
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
    const kept = this.#obstacles.kept();
    for (const ask of this.#queue.waiting) {
      if (!ask.refusal || mayBecomeFree(ask, kept)) continue;
      this.#close(ask);
      ask.reject(ask.refusal);
    }
    this.#serveRested(kept);
    this.#show();
  }

  /** Serves again once the next number has rested. */
  #serveRested(kept: Kept): void {
    this.#forgetRest();
    const next = firstRested(kept);
    if (next === null || this.#queue.waiting.length === 0) return;
    this.#forgetRest = this.#deps.ports.clock.after(next - kept.now, () => this.changed());
  }

  #next(): Ask | null {
    if (this.#queue.waiting.length === 0) return null;
    const standing = this.#standing();
    const scene = this.#obstacles.scene(standing);
    return nextOf(this.#queue, (ask) => this.#obstacles.to(ask, standing, scene) === null);
  }

  #standing(): Standing {
    return { waiting: this.#queue.waiting, starting: this.#starting };
  }

  /** If the same could not be bought a moment ago, waits instead of trying again. */
  #learn(ask: Ask): void {
    if (!ask.isWaiter || ask.refusal || this.#starting.has(ask)) return;
    const now = this.#deps.ports.clock.now();
    const like = this.#queue.waiting.find((other) => other.isLike(ask) && now - other.triedAt < trustedMs);
    if (like?.refusal) ask.learn(like);
  }

  async #start(ask: Ask): Promise<void> {
    const meantForOthers = () => meantForOthersThan(ask, this.#starting);
    const [kept, meant] = [this.#obstacles.kept(), meantForOthers()];
    this.#starting.set(ask, freeNumberFor(ask, kept, meant)?.id ?? null);
    ask.tried = freeNumbers(ask.terms, kept, meant);
    ask.triedAt = kept.now;
    const mayTake = (numberId: string) => !meantForOthers().has(numberId);
    const whyNotBuy = () => this.#obstacles.restOf(ask, this.#obstacles.scene(this.#standing()));
    try {
      const lease = await this.#deps.leases.start({ ...ask.input, mayTake, whyNotBuy });
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
    const isRest = failure.code === 'NO_FREE_NUMBER';
    if (!(isRest || nothingToBuy.has(failure.code)) || !ask.isPatient) return ask.reject(thrown);
    this.#asks.set(ask.key, ask);
    this.#queue = joined(this.#queue, ask);
    if (!isRest) this.#nothingToBuy(ask, new AppError(failure));
    return this.#refuse(ask);
  }

  #nothingToBuy(ask: Ask, refusal: AppError): void {
    ask.refusal = refusal;
    for (const other of this.#queue.waiting)
      if (!other.refusal && other.isWaiter && other.isLike(ask)) other.learn(ask);
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
    const obstacle = this.#isWaiting(ask) ? this.#obstacles.to(ask, this.#standing()) : null;
    if (!obstacle) return;
    const waitedMs = this.#deps.ports.clock.now() - ask.since;
    ask.refuseImpatient((waitMs) => (waitMs === 0 ? obstacle : noneBecameFree(waitedMs, obstacle)));
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
