import { formatNumber } from '../ui/format.ts';

/**
 * Tells in which words, or in which of the numbers and codes, a text occurs. These may be typed with or without spaces,
 * dashes and brackets; a number in E.164 or as people of its country write it.
 */
export function searchFor(text: string): (words: string, digits: readonly string[]) => boolean {
  const wanted = text.trim().toLowerCase();
  const typed = /^[\d\s()+.-]+$/.test(wanted) ? digitsOf(wanted) : '';
  return (words, digits) => words.includes(wanted) || (typed !== '' && digits.some((some) => some.includes(typed)));
}

/** Every row of digits by which a number may be looked for. */
export function notationsOf(number: string): string[] {
  return [digitsOf(number), digitsOf(formatNumber(number))];
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
