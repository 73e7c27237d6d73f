import { keptNumbersFor, type LeaseTerms } from '../numbers/allocate.ts';
import type { NumberRecord } from '../numbers/number.ts';

interface Seeker {
  terms: LeaseTerms;
  /** Stamps of numbers that turned out not to fit; see `stampOf`. */
  tried: ReadonlySet<string>;
}

/** The idle number that would serve such a lease next. `meant`: numbers that others are about to take. */
export function freeNumberFor(
  { terms, tried }: Seeker,
  numbers: NumberRecord[],
  meant: ReadonlySet<string>,
): NumberRecord | null {
  const fitting = keptNumbersFor(terms, numbers).filter((number) => isIdle(number) && !meant.has(number.id));
  return fitting.find((number) => !tried.has(stampOf(number))) ?? null;
}

/** Whether a fitting kept number is in use, or free and not tried: otherwise waiting is pointless. */
export function mayBecomeFree({ terms, tried }: Seeker, numbers: NumberRecord[]): boolean {
  return keptNumbersFor(terms, numbers).some((number) => !isIdle(number) || !tried.has(stampOf(number)));
}

/** Stamps of the numbers that such a lease may take now: for `tried`, in case it gets none. */
export function idleNumbers(
  terms: LeaseTerms,
  numbers: NumberRecord[],
  meant: ReadonlySet<string>,
): ReadonlySet<string> {
  const fitting = keptNumbersFor(terms, numbers).filter((number) => isIdle(number) && !meant.has(number.id));
  return new Set(fitting.map(stampOf));
}

function isIdle({ life }: NumberRecord): boolean {
  return life.state === 'idle';
}

/** Changes once it was leased again: it may fit then. */
function stampOf({ id, life }: NumberRecord): string {
  return `${id} ${life.state === 'idle' ? life.since : ''}`;
}
