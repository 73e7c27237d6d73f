/** Milliseconds until `expiresAt` (ISO 8601), never below zero. `now` is milliseconds since the epoch. */
export function remainingMs(expiresAt: string, now: number): number {
  return Math.max(0, Date.parse(expiresAt) - now);
}

/** The share of a lease that is left, 1 (just begun) to 0 (over). */
export function remainingShare(startedAt: string, expiresAt: string, now: number): number {
  const whole = Date.parse(expiresAt) - Date.parse(startedAt);
  return whole <= 0 ? 0 : Math.min(1, remainingMs(expiresAt, now) / whole);
}

/** `0:59`, `12:05`, `1:00:00`: rounded up, so that the last second reads 0:01 and 0:00 means over. */
export function countdown(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const tail = String(s).padStart(2, '0');
  return h > 0 ? `${h}:${String(m).padStart(2, '0')}:${tail}` : `${m}:${tail}`;
}

/** After this long without a message, a code counts as late; carriers usually take a few seconds. */
export const lateAfterMs = 30_000;

/** For sorting: the earlier of two instants, as `iso` writes them, comes first. */
export function byTime(a: string, b: string): number {
  // Not localeCompare: it is slow at its first use and knows nothing about times.
  return a < b ? -1 : a > b ? 1 : 0;
}

/** ISO 8601 in UTC for milliseconds since the epoch. */
export function iso(ms: number): string {
  return new Date(ms).toISOString();
}

/**
 * Rounds an instant down to its second, both in milliseconds since the epoch. Twilio's list gives whole seconds: what
 * comes in the same second in which something begins would otherwise count as older.
 */
export function secondOf(ms: number): number {
  return ms - (ms % 1000);
}
