import { randomBytes, randomUUID } from 'node:crypto';

/**
 * A new ID in Twilio's form: two capital letters and 32 hex digits. It begins with the time, so that a database adds it
 * at the end of an index instead of anywhere in it, which would take twice as long.
 */
export function newSid(prefix: string): string {
  return prefix + Date.now().toString(16).padStart(12, '0') + randomUUID().replaceAll('-', '').slice(12);
}

/** Whether `value` is an ID that starts with one of `prefixes` (Twilio writes hex in either case). */
export function isSid(value: string, ...prefixes: string[]): boolean {
  return prefixes.includes(value.slice(0, 2)) && /^[A-Z]{2}[0-9a-fA-F]{32}$/.test(value);
}

/** A new auth token: 32 hex digits. */
export function newToken(): string {
  return randomBytes(16).toString('hex');
}
