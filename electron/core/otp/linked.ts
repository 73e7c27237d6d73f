import { isPurpose } from './instructions.ts';
import { isCodeWord } from './introducers.ts';

/** Longer than this, nothing in an address is a code. */
const longest = 14;

/** The codes that addresses which sign in carry, in small letters, without hyphens: `app://verify/4829-1377`. */
export function linkedCodes(lower: string, addresses: { start: number; end: number }[]): Set<string> {
  const codes = new Set<string>();
  for (const { start, end } of addresses) {
    const parts = lower.slice(start, end).split(/[/?&=#:]+/);
    if (!parts.some((part) => part.split(/[^\p{L}]+/u).some((word) => isCodeWord(word) || isPurpose(word)))) continue;
    for (const part of parts) {
      const code = part.length <= longest ? part.replaceAll(/[-.]/g, '') : '';
      if (code.length >= 4 && /\d/.test(code)) codes.add(code);
    }
  }
  return codes;
}
