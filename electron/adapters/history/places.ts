import { appError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';

const say = phrases.host;

/** The number of bits that tell messages of the same millisecond apart. */
const turnBits = 20n;
/** How many messages of one millisecond have places. */
export const turns = 1n << turnBits;

/** SQLite's integers. */
export const [lowestPlace, highestPlace] = [-(2n ** 63n), 2n ** 63n - 1n];

/** The place before everything at an instant (milliseconds since the epoch); things without a time come last. */
export function placeAt(ms: number): bigint {
  return BigInt(Number.isNaN(ms) ? 0 : ms) << turnBits;
}

/** The first place after the instant. */
export function placeAfter(ms: number): bigint {
  return placeAt(ms) + turns;
}

/** SQL for what a place adds to its instant: small enough for a number. */
export const turnOf = (place: string): string => `${place} & ${turns - 1n} AS turn`;

/** Where a page ends. */
export function cursorOf(receivedAt: string, turn: number): string {
  return `${receivedAt}~${turn}`;
}

/**
 * Parses one of our cursors, or a time (ISO 8601), which means the place before everything at that instant. Throws
 * INVALID_INPUT for anything else.
 */
export function placeOfCursor(text: string): bigint {
  const [, time = '', turn = '0'] =
    /^(\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?)(?:~(\d{1,7}))?$/.exec(text) ?? [];
  const ms = new Date(time).getTime();
  if (!Number.isNaN(ms)) return placeAt(ms) + BigInt(turn);
  throw appError('INVALID_INPUT', say.notAPlace, say.notAPlaceHint);
}
