import { keptNumbersFor, type LeaseTerms } from '../numbers/allocate.ts';
import { isFree, restsUntil, type NumberRecord } from '../numbers/number.ts';

interface Seeker {
  terms: LeaseTerms;
  /** Stamps of numbers that turned out not to fit; see `stampOf`. */
  tried: ReadonlySet<string>;
}

/** The kept numbers at one time (milliseconds since the epoch). */
export interface Kept {
  numbers: NumberRecord[];
  now: number;
}

/** The free number that would serve such a lease next. `meant`: numbers that others are about to take. */
export function freeNumberFor(
  { terms, tried }: Seeker,
  { numbers, now }: Kept,
  meant: ReadonlySet<string>,
): NumberRecord | null {
  const fitting = keptNumbersFor(terms, numbers).filter((number) => isFree(number, now) && !meant.has(number.id));
  return fitting.find((number) => !tried.has(stampOf(number))) ?? null;
}

/** Whether a fitting kept number is in use, rests, or is free and not tried: otherwise waiting is pointless. */
export function mayBecomeFree({ terms, tried }: Seeker, { numbers, now }: Kept): boolean {
  return keptNumbersFor(terms, numbers).some((number) => !isFree(number, now) || !tried.has(stampOf(number)));
}

/** Stamps of the numbers that such a lease may take now: for `tried`, in case it gets none. */
export function freeNumbers(
  terms: LeaseTerms,
  { numbers, now }: Kept,
  meant: ReadonlySet<string>,
): ReadonlySet<string> {
  const fitting = keptNumbersFor(terms, numbers).filter((number) => isFree(number, now) && !meant.has(number.id));
  return new Set(fitting.map(stampOf));
}

/** A number that would serve such a lease once it has rested. */
export interface Resting {
  id: string;
  until: number;
}

/** The one that has rested first; null: none fits. `meant`: those that others wait for. */
export function restingNumberFor(
  { terms }: Pick<Seeker, 'terms'>,
  { numbers, now }: Kept,
  meant: ReadonlySet<string>,
): Resting | null {
  const fitting = keptNumbersFor(terms, numbers).flatMap((number) => {
    const until = restsUntil(number, now);
    return until === null || meant.has(number.id) ? [] : [{ id: number.id, until }];
  });
  return fitting.toSorted((a, b) => a.until - b.until)[0] ?? null;
}

/** Which resting number each of these waits for: one each, in their order. */
export function restingNumbersOf<S extends Seeker>(seekers: readonly S[], kept: Kept): ReadonlyMap<S, Resting> {
  const awaited = new Map<S, Resting>();
  if (firstRested(kept) === null) return awaited;
  const meant = new Set<string>();
  for (const seeker of seekers) {
    const resting = restingNumberFor(seeker, kept, meant);
    if (!resting) continue;
    awaited.set(seeker, resting);
    meant.add(resting.id);
  }
  return awaited;
}

/** When the next number has rested (milliseconds since the epoch); null: none rests. */
export function firstRested({ numbers, now }: Kept): number | null {
  const ends = numbers.flatMap((number) => restsUntil(number, now) ?? []);
  return ends.length === 0 ? null : Math.min(...ends);
}

/** Changes once it was leased again: it may fit then. */
function stampOf({ id, life }: NumberRecord): string {
  return `${id} ${life.state === 'idle' ? life.since : ''}`;
}
