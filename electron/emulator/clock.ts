import { invalidParameter } from './errors.ts';
import { jsonObject } from './jsonInput.ts';

const dayS = 86_400;
/** Ten years, leap days included. */
const longestS = 3_653 * dayS;

/**
 * Reads how far `POST /_emulator/clock` moves the clock.
 * @returns milliseconds.
 * @throws TwilioError 400/20001 unless it is a whole number of seconds from 0 to ten years.
 */
export function parseAdvance(input: unknown): number {
  const { advanceSeconds } = jsonObject(input, 'The clock', ['advanceSeconds']);
  if (typeof advanceSeconds === 'number' && Number.isInteger(advanceSeconds)) {
    if (advanceSeconds >= 0 && advanceSeconds <= longestS) return advanceSeconds * 1_000;
  }
  throw invalidParameter(`advanceSeconds must be an integer from 0 to ${longestS} (ten years)`);
}
