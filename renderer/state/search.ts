import { formatNumber } from '../ui/format.ts';

/**
 * Returns a function that tells whether words, or any numbers and codes, contain the text. Numbers and codes may be
 * typed with or without spaces, dashes and brackets; numbers in E.164 or in their national form.
 */
export function searchFor(text: string): (words: string, digits: readonly string[]) => boolean {
  const wanted = text.trim().toLowerCase();
  const typed = /^[\d\s()+.-]+$/.test(wanted) ? digitsOf(wanted) : '';
  return (words, digits) => words.includes(wanted) || (typed !== '' && digits.some((some) => some.includes(typed)));
}

/** The digit sequences by which a number can be found. */
export function notationsOf(number: string): string[] {
  return [digitsOf(number), digitsOf(formatNumber(number))];
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
