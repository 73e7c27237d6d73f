import { year, type Shape } from '../shapes/shape.ts';
import { isUnspeakable } from '../shapes/words.ts';

/** The least tie of what a colon or "is" joins to its word. */
export const joined = 6.5;

/** What the shape alone says. */
export function plausibility({ kind, code }: Shape, tie: number): number {
  const { length } = code;
  switch (kind) {
    case 'digits':
      return digitPlausibility(code, tie);
    case 'grouped':
      return length === 6 || length === 8 ? 0.3 : length >= 9 ? -1.5 : -0.6;
    case 'prefixed':
      return 0.5;
    case 'mixed':
      return mixedPlausibility(code, tie);
    case 'letters':
      return tie >= (isUnspeakable(code) ? 4.2 : 4.9) ? -1.5 + (isUnspeakable(code) ? 0.8 : 0) : -6;
    case 'chained':
      return tie >= 4.2 ? -0.6 : -6;
    case 'long':
      return tie >= 5.9 ? 0.3 : tie >= 3.7 && tie <= 4.5 ? -0.3 : -6;
  }
}

function mixedPlausibility(code: string, tie: number): number {
  const isRandom = (code.match(/\d+|\D+/g) ?? []).length > 2;
  // Arabic in Latin letters has digits for sounds: `bta3ak`.
  if (/^[a-z]*[2357][a-z]+$/.test(code)) return tie >= joined ? -0.7 : -4;
  if (code !== code.toUpperCase()) return tie >= (isRandom && code === code.toLowerCase() ? 4.2 : 5.4) ? -0.7 : -4;
  if (/^[A-Z]{4,}\d{1,2}$/.test(code)) return tie >= (isUnspeakable(code) ? 6 : 6.1) ? -1.5 : -4;
  return tie >= 4 ? -0.3 : -2;
}

function digitPlausibility(code: string, tie: number): number {
  if (year.test(code)) return tie >= 4.3 ? -0.9 : -2.5;
  if (code.length === 3) return tie >= 5 ? -1 : tie >= 4.2 ? -0.9 : -4;
  if (code.length >= 9) return tie >= 4.8 ? -1 : -3;
  return code.length === 6 ? 0.5 : 0.2;
}
