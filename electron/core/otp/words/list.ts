import { normalise } from '../text/normalise.ts';

/**
 * Words separated by spaces: to add a word, write it down. Case, accents and order do not matter. The languages are mixed,
 * as they are in messages.
 */
export const list = (words: string): string[] => normalise(words).lower.trim().split(/\s+/);
