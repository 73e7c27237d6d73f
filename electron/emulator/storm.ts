import { tooManyRequests, unavailable, type TwilioError } from './errors.ts';
import { takeOne, type Faults } from './faults.ts';
import { draw, type RandomSequence } from './random.ts';

/** What the faults do to a request. `loseAnswer`: it is carried out if possible, then the connection is cut. */
export type Fate = 'drop' | 'rateLimit' | 'serverError' | 'loseAnswer' | 'none';

interface Weather {
  faults: Faults;
  random: RandomSequence;
}

/**
 * Decides the fate of the next REST request. Counters go first and are used up. The shares then split a single draw, so
 * that each is the probability of its own fault as long as they add up to at most 1.
 */
export function nextFate(weather: Weather): Fate {
  const { faults } = weather;
  if (takeOne(faults, 'dropConnections')) return 'drop';
  if (takeOne(faults, 'rateLimit')) return 'rateLimit';
  if (takeOne(faults, 'serverErrors')) return 'serverError';
  return drawnFate(weather);
}

/** The error for the fate `rateLimit` or `serverError`; null for the others. */
export function refusalOf(fate: Fate): TwilioError | null {
  if (fate === 'rateLimit') return tooManyRequests();
  if (fate === 'serverError') return unavailable();
  return null;
}

/** Draws nothing without shares, so that requests before a storm do not change the storm. */
function drawnFate({ faults, random }: Weather): Fate {
  const shares: [Fate, number][] = [
    ['drop', faults.dropShare],
    ['rateLimit', faults.rateLimitShare],
    ['serverError', faults.serverErrorShare],
    ['loseAnswer', faults.dropAfterCommitShare],
  ];
  if (shares.every(([, share]) => share === 0)) return 'none';
  let left = draw(random);
  for (const [fate, share] of shares) {
    if (left < share) return fate;
    left -= share;
  }
  return 'none';
}
