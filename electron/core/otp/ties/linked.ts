import { classesOf, is, WordClass } from '../lexicon/lexicon.ts';
import type { Stretch } from '../text/addresses.ts';

/** Longer than this, nothing in an address is a code. */
const longest = 14;

/** The codes that addresses which sign in carry, in small letters, without hyphens: `app://verify/4829-1377`. */
export function linkedCodes(lower: string, addresses: Stretch[]): Set<string> {
  const codes = new Set<string>();
  for (const { start, end } of addresses) {
    const parts = lower.slice(start, end).split(/[/?&=#:]+/);
    if (!parts.some((part) => part.split(/[^\p{L}]+/u).some(signsIn))) continue;
    for (const part of parts) {
      const code = part.length <= longest ? part.replaceAll(/[-.]/g, '') : '';
      if (code.length >= 4 && /\d/.test(code)) codes.add(code);
    }
  }
  return codes;
}

function signsIn(word: string): boolean {
  const token = { classes: classesOf(word) };
  return is(token, WordClass.code) || is(token, WordClass.purpose);
}
