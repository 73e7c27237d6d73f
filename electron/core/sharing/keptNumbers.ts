import { keptNumbersFor, type LeaseTerms } from '../numbers/allocate.ts';
import type { NumberRecord } from '../numbers/number.ts';

interface Seeker {
  terms: LeaseTerms;
  /** Numbers that turned out not to do, each as it was idle then. */
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

/** Whether a kept number fits that is in use, or free and not tried: else it is waited for in vain. */
export function mayBecomeFree({ terms, tried }: Seeker, numbers: NumberRecord[]): boolean {
  return keptNumbersFor(terms, numbers).some((number) => !isIdle(number) || !tried.has(stampOf(number)));
}

/** Those that may be taken for such a lease now, each as it is idle: for `tried`, should it come to nothing. */
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

/** Leased and idle again, it has served something else: it may do then. */
function stampOf({ id, life }: NumberRecord): string {
  return `${id} ${life.state === 'idle' ? life.since : ''}`;
}
