import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { notationsOf, searchFor } from '../../state/search.ts';

/** Something that the palette can do. */
export interface PaletteAction {
  id: string;
  label: string;
  /** Under the label: what it applies to. */
  description?: string | undefined;
  /** The keys that do the same. */
  keys?: string | undefined;
  /** Other words that people type for it. */
  keywords: string;
  /** The E.164 number that it is about. */
  number?: string | null;
  run: () => void;
}

/** More are not looked through. */
const mostShown = 50;

/**
 * The actions for what was typed, the best first: those whose label has all the words before those that are only
 * meant. Each word is the beginning of one of theirs, in any order; numbers may be typed as people write them.
 */
export function matching(actions: readonly PaletteAction[], query: string): PaletteAction[] {
  const words = wordsOf(query);
  const inLabel = actions.filter(({ label }) => hasAll(wordsOf(label), words));
  const known = new Set(inLabel);
  const meant = actions.filter((action) => !known.has(action) && isMeant(action, words, query));
  return [...inLabel, ...meant].slice(0, mostShown);
}

/** The E.164 number that was typed, with its country's code; null where it is anything else. */
export function numberIn(query: string): string | null {
  const number = parsePhoneNumberFromString(query, { extract: false });
  return number?.isPossible() === true ? number.number : null;
}

function isMeant(
  { label, description = '', keywords, number }: PaletteAction,
  words: string[],
  query: string,
): boolean {
  if (hasAll(wordsOf(`${label} ${description} ${keywords}`), words)) return true;
  return number != null && searchFor(query)('', notationsOf(number));
}

function hasAll(words: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((beginning) => words.some((word) => word.startsWith(beginning)));
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
}
