import { appError, type AppError } from '../../contract/errors.ts';
import type { Phrase } from '../../contract/words/phrase.ts';
import { phrases } from '../../contract/words/phrases.ts';

const say = phrases.sharing;

/** A lease that is open or about to be, by its request. */
export interface Place {
  key: string;
  holder: string | null;
}

/** The places taken, and how many each holder has. */
export interface TakenPlaces {
  keys: ReadonlySet<string>;
  byHolder: ReadonlyMap<string | null, number>;
}

/** How many leases there may be at once; null: no limit. */
export interface PlaceLimits {
  /** Of all holders together. */
  all: number | null;
  of(holder: string): number | null;
}

/** A request counts once, even if it is starting and has its lease already. */
export function countPlaces(places: Iterable<Place>): TakenPlaces {
  const keys = new Set<string>();
  const byHolder = new Map<string | null, number>();
  for (const { key, holder } of places) {
    if (keys.has(key)) continue;
    keys.add(key);
    byHolder.set(holder, (byHolder.get(holder) ?? 0) + 1);
  }
  return { keys, byHolder };
}

/**
 * Why there is no place for one more lease (TOO_MANY_LEASES), or null. The request's own lease does not count: asking
 * again is not asking for a second one.
 */
export function noPlaceFor({ key, holder }: Place, taken: TakenPlaces, limits: PlaceLimits): AppError | null {
  const itsOwn = taken.keys.has(key) ? 1 : 0;
  const limit = holder === null ? null : limits.of(holder);
  if (holder !== null && limit !== null && (taken.byHolder.get(holder) ?? 0) - itsOwn >= limit)
    return tooMany(say.tokenLeases({ holder, count: limit }), say.tokenLeasesHint);
  if (limits.all !== null && taken.keys.size - itsOwn >= limits.all)
    return tooMany(say.hostLeases({ count: limits.all }), say.hostLeasesHint);
  return null;
}

function tooMany(message: Phrase, hint: Phrase): AppError {
  return appError('TOO_MANY_LEASES', message, hint, { retryable: true });
}
