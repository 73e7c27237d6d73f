import { randomBytes } from 'node:crypto';

/** A new ID in Twilio's form: two capital letters and 32 hex digits. */
export function newSid(prefix: string): string {
  return prefix + randomBytes(16).toString('hex');
}

/** Whether `value` is an ID that starts with one of `prefixes` (Twilio writes hex in either case). */
export function isSid(value: string, ...prefixes: string[]): boolean {
  return prefixes.includes(value.slice(0, 2)) && /^[A-Z]{2}[0-9a-fA-F]{32}$/.test(value);
}
