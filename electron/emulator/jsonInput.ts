import { invalidParameter } from './errors.ts';

/**
 * Reads the JSON object that a control request has to be.
 * @throws TwilioError 400/20001 unless it is an object with no other properties than `known`.
 */
export function jsonObject(input: unknown, what: string, known: readonly string[]): Record<string, unknown> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw invalidParameter(`${what} must be a JSON object {${known.join(', ')}}`);
  }
  const unknown = Object.keys(input).find((name) => !known.includes(name));
  if (unknown !== undefined) throw invalidParameter(`${what}: unknown ${unknown}. Known: ${known.join(', ')}`);
  return input as Record<string, unknown>;
}

/** An optional list. @throws TwilioError 400/20001 */
export function jsonList(value: unknown, what: string): unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw invalidParameter(`${what} must be a list`);
}

/** A text that is there, or else `fallback`. @throws TwilioError 400/20001 */
export function jsonText(value: unknown, what: string, fallback: string): string {
  if (value === undefined) return fallback;
  if (typeof value === 'string' && value.length > 0 && value.length <= 255) return value;
  throw invalidParameter(`${what} must be a text of 1 to 255 characters`);
}
