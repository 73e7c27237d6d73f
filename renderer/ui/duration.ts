import { strings } from './strings.ts';

const text = strings.durations;

const units = [
  { seconds: 86_400, name: 'days' },
  { seconds: 3600, name: 'hours' },
  { seconds: 60, name: 'minutes' },
  { seconds: 1, name: 'seconds' },
] as const;

/** How people write the units, on English keyboards whatever the page's language. */
const spellings: readonly [seconds: number, spelled: RegExp][] = [
  [604_800, /^(w|weeks?|हफ़्ते|हफ़्ता|सप्ताह)$/],
  [86_400, /^(d|days?|दिन)$/],
  [3600, /^(h|hrs?|hours?|घंटा|घंटे)$/],
  [60, /^(m|mins?|minutes?|मिनट)$/],
  [1, /^(s|secs?|seconds?|सेकंड)$/],
];

const part = String.raw`(\d+(?:[.,]\d+)?)\s*([\p{L}\p{M}]+)\.?`;
const parts = new RegExp(part, 'gu');
const onlyParts = new RegExp(String.raw`^(?:${part}\s*)+$`, 'u');

/** "5 min" as 300; "1 h 30 min", "1.5h" and "90" (seconds), too. null when it is no whole number of seconds. */
export function parseDuration(typed: string): number | null {
  const written = typed
    .trim()
    .toLowerCase()
    .normalize('NFC')
    .replaceAll(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x0966));
  if (/^\d+$/.test(written)) return Number(written);
  if (!onlyParts.test(written)) return null;
  const seconds = [...written.matchAll(parts)].reduce((sum, [, count = '', unit = '']) => {
    const found = spellings.find(([, spelled]) => spelled.test(unit.normalize('NFC')));
    return sum + Number(count.replace(',', '.')) * (found?.[0] ?? NaN);
  }, 0);
  return Number.isInteger(seconds) ? seconds : null;
}

/** "5 min", "1 h 30 min", "7 days". */
export function formatDuration(seconds: number): string {
  let left = seconds;
  const written = units.flatMap(({ seconds: size, name }) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count > 0 ? [text[name]({ count })] : [];
  });
  return written.length > 0 ? written.join(' ') : text.seconds({ count: 0 });
}

/** The shortest and the longest that will do, in seconds. */
export interface DurationRange {
  min: number;
  max: number;
}

/** For a number: less than this is over before anybody could use it. A week at most, as the contract says. */
export const leaseRange: DurationRange = { min: 10, max: 604_800 };

/** What is wrong with a typed duration; null when nothing is. */
export function durationError(typed: string, { min, max }: DurationRange): string | null {
  const seconds = parseDuration(typed);
  if (seconds !== null && seconds >= min && seconds <= max) return null;
  return text.range({ min: formatDuration(min), max: formatDuration(max) });
}

/** How a typed duration is understood, where it is not written that way already. */
export function understood(typed: string): string | null {
  const seconds = parseDuration(typed);
  if (seconds === null) return null;
  const written = formatDuration(seconds);
  return written === typed.trim() ? null : text.equals({ written });
}
