import type { Token } from './tokens.ts';
import { offerWords, offerWordsInside } from './words/contexts.ts';

const words = new Set(offerWords);

/** Whether a message advertises: a percentage, or a word for a discount. */
export function isOffer(lower: string, tokens: Token[]): boolean {
  if (/\d\s?[%٪％]|[%٪％]\s?\d/u.test(lower) || tokens.some(({ text }) => words.has(text))) return true;
  return /[^\p{Script=Latin}\P{L}]/u.test(lower) && offerWordsInside.some((word) => lower.includes(word));
}
