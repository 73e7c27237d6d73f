import { keptNumbersFor, type Wish } from '../numbers/allocate.ts';
import type { NumberRecord } from '../numbers/number.ts';

interface Seeker {
  wish: Wish;
  /** Numbers that turned out not to do, each as it was idle then. */
  tried: ReadonlySet<string>;
}

/** The idle number that would serve the wish next. `meant`: numbers that others are about to take. */
export function freeNumberFor(
  { wish, tried }: Seeker,
  numbers: NumberRecord[],
  meant: ReadonlySet<string>,
): NumberRecord | null {
  const fitting = keptNumbersFor(wish, numbers).filter((number) => isIdle(number) && !meant.has(number.id));
  return fitting.find((number) => !tried.has(stampOf(number))) ?? null;
}

/** Whether a kept number fits the wish that is in use, or free and not tried: else it is waited for in vain. */
export function mayBecomeFree({ wish, tried }: Seeker, numbers: NumberRecord[]): boolean {
  return keptNumbersFor(wish, numbers).some((number) => !isIdle(number) || !tried.has(stampOf(number)));
}

/** Those that may be taken for the wish now, each as it is idle: for `tried`, should it come to nothing. */
export function idleNumbers(wish: Wish, numbers: NumberRecord[], meant: ReadonlySet<string>): ReadonlySet<string> {
  const fitting = keptNumbersFor(wish, numbers).filter((number) => isIdle(number) && !meant.has(number.id));
  return new Set(fitting.map(stampOf));
}

function isIdle({ life }: NumberRecord): boolean {
  return life.state === 'idle';
}

/** Leased and idle again, it has served something else: it may do then. */
function stampOf({ id, life }: NumberRecord): string {
  return `${id} ${life.state === 'idle' ? life.since : ''}`;
}
