import type { Token } from '../text/tokens.ts';

/** The most letters between two words of an expression, such as a space or `(`. */
const widestGap = 2;
/** The longest ending of its last word: `confirmation numbers`. */
const longestEnding = 5;

/**
 * Finds expressions of several words, such as "kata laluan", at a token: the index of the last token of the longest
 * one that begins there, or -1.
 */
export function expressionsOf(phrases: string[]): (tokens: Token[], index: number) => number {
  const byFirst = Map.groupBy(
    phrases.map(wordsOf).toSorted((a, b) => b.length - a.length),
    ([first = '']) => first,
  );
  return (tokens, index) => {
    const words = byFirst.get(tokens[index]?.text ?? '')?.find((each) => isAt(each, tokens, index));
    return words ? index + words.length - 1 : -1;
  };
}

/** The word that an expression begins with, as a token has it. */
export function firstWord(phrase: string): string {
  return wordsOf(phrase)[0] ?? '';
}

function wordsOf(phrase: string): string[] {
  return phrase.split(/[^\p{L}\p{M}]+/u);
}

function isAt(words: string[], tokens: Token[], index: number): boolean {
  return words.every((word, offset) => {
    const token = tokens[index + offset];
    const before = tokens[index + offset - 1];
    if (!token || (offset > 0 && token.start - before!.end > widestGap)) return false;
    const isLast = offset === words.length - 1;
    return (
      token.text === word ||
      (isLast && word.length >= 5 && token.text.startsWith(word) && token.text.length <= word.length + longestEnding)
    );
  });
}
