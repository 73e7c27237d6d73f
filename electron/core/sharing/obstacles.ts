import type { AppError } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import { isOpen } from '../numbers/lease.ts';
import type { Ledger } from '../numbers/ledger.ts';
import type { Preferences } from '../preferences.ts';
import type { Ask } from './ask.ts';
import {
  freeNumberFor,
  mayBecomeFree,
  restingNumberFor,
  restingNumbersOf,
  type Kept,
  type Resting,
} from './keptNumbers.ts';
import { sameIsTried, stillRests } from './noNumber.ts';
import { countPlaces, noPlaceFor, type TakenPlaces } from './places.ts';
import type { Tokens } from './tokens.ts';

/** Everybody who asks. */
export interface Standing {
  /** In the order of arrival. */
  waiting: readonly Ask[];
  /** Requests being served, each with the free number meant for it. */
  starting: ReadonlyMap<Ask, string | null>;
}

/** What all requests have to share. */
interface Scene {
  taken: TakenPlaces;
  /** The resting number that each patient request waits for. */
  awaited: ReadonlyMap<Ask, Resting>;
}

interface ObstaclesDeps {
  clock: Clock;
  preferences: Preferences;
  tokens: Pick<Tokens, 'limitsOf'>;
  ledger: Ledger;
}

/** Tells why a request cannot be served now. */
export class Obstacles {
  readonly #deps: ObstaclesDeps;

  constructor(deps: ObstaclesDeps) {
    this.#deps = deps;
  }

  kept(): Kept {
    return { numbers: this.#deps.ledger.numbers(), now: this.#deps.clock.now() };
  }

  scene({ waiting, starting }: Standing): Scene {
    const open = this.#deps.ledger.leases().filter(({ life }) => isOpen(life));
    const places = open.map(({ requestId, holder }) => ({ key: requestId, holder }));
    const taken = countPlaces([...places, ...starting.keys()]);
    const patient = waiting.filter((ask) => ask.isPatient && this.#noPlaceFor(ask, taken) === null);
    return { taken, awaited: restingNumbersOf(patient, this.kept()) };
  }

  /** Why the request cannot be served now; null: it can. */
  to(ask: Ask, standing: Standing, scene = this.scene(standing)): AppError | null {
    const noPlace = this.#noPlaceFor(ask, scene.taken);
    if (noPlace) return noPlace;
    if (freeNumberFor(ask, this.kept(), meantForOthersThan(ask, standing.starting))) return null;
    const rest = this.restOf(ask, scene);
    return rest ?? ask.refusal ?? (this.#isTriedForAnother(ask, standing) ? sameIsTried() : null);
  }

  /** The error while a number rests that the request should have instead of buying one; null: there is none. */
  restOf(ask: Ask, { awaited }: Scene): AppError | null {
    const kept = this.kept();
    const meant = new Set([...awaited.values()].map(({ id }) => id));
    const resting = awaited.get(ask) ?? restingNumberFor(ask, kept, meant);
    return resting && stillRests(resting.until - kept.now);
  }

  #noPlaceFor(ask: Ask, taken: TakenPlaces): AppError | null {
    const { ledger, preferences, tokens } = this.#deps;
    if (ledger.isMadeUp) return null;
    const limits = {
      all: preferences.current().leasesAtOnce,
      of: (holder: string) => tokens.limitsOf(holder)?.leases ?? null,
    };
    return noPlaceFor(ask, taken, limits);
  }

  /** Of all who want the same and have time, one tries whether anything can be bought. */
  #isTriedForAnother(ask: Ask, { starting }: Standing): boolean {
    if (!ask.isWaiter || !mayBecomeFree(ask, this.kept())) return false;
    return [...starting].some(([other, numberId]) => numberId === null && other.isLike(ask));
  }
}

/** The free numbers that others are about to take. */
export function meantForOthersThan(ask: Ask, starting: Standing['starting']): ReadonlySet<string> {
  const others = [...starting].filter(([other]) => other !== ask);
  return new Set(others.flatMap(([, numberId]) => numberId ?? []));
}
