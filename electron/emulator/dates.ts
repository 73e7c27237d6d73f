/** Days are GMT's. */
export const dayMs = 86_400_000;

/** Date format in the 2010-04-01 API: `Thu, 30 Jul 2015 20:00:00 +0000`. */
export function rfc2822(ms: number): string {
  return new Date(ms).toUTCString().replace('GMT', '+0000');
}

/** Date format in the newer APIs (v2): `2015-07-30T20:00:00Z`. */
export function iso8601(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19) + 'Z';
}

/** The first instants of a GMT day (`YYYY-MM-DD`) and of the next one. Milliseconds since the epoch. */
export function dayBounds(day: string): { start: number; end: number } {
  const start = Date.parse(day);
  return { start, end: start + dayMs };
}

/** The GMT day of an instant, as `YYYY-MM-DD`. */
export function gmtDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/**
 * The GMT day named by a date filter. Twilio documents `YYYY-MM-DD`; its SDKs send a full ISO 8601 instant and its own
 * examples show other forms with a time, so those are accepted too.
 * @returns null when it is not a date.
 */
export function parseGmtDay(text: string): string | null {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:$|[T ])/.exec(text);
  if (iso && !isRealDay(iso[1] ?? '')) return null;
  if (iso && !text.includes('T')) return iso[1] ?? null;
  const ms = Date.parse(text);
  return Number.isNaN(ms) || !/\d{4}/.test(text) ? null : gmtDay(ms);
}

/** Like {@link parseGmtDay} for usage records, which also allow offsets from today such as `-30days`. */
export function parseUsageDay(text: string, now: number): string | null {
  const offset = /^([+-]\d{1,4})days$/.exec(text);
  if (offset) return gmtDay(now + Number(offset[1]) * dayMs);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseGmtDay(text) : null;
}

/**
 * The instant named by a filter of the monitor API, in milliseconds: `YYYY-MM-DD` (the start of that day, GMT) or
 * `YYYY-MM-DDThh:mm:ssZ`. @returns null when it is neither.
 */
export function parseInstant(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}:\d{2}Z)?$/.exec(text);
  const ms = match && isRealDay(match[1] ?? '') ? Date.parse(text) : NaN;
  return Number.isNaN(ms) ? null : ms;
}

/** An ISO 8601 instant with a time zone, in milliseconds. @returns null when it is none. */
export function parseIsoInstant(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/.exec(text);
  const ms = match && isRealDay(match[1] ?? '') ? Date.parse(text) : NaN;
  return Number.isNaN(ms) ? null : ms;
}

/** `Date.parse` turns 31 February into a day in March; in a filter, that is a mistake. */
function isRealDay(day: string): boolean {
  const ms = Date.parse(day);
  return !Number.isNaN(ms) && gmtDay(ms) === day;
}
