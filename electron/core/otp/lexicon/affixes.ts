/**
 * Tells whether a word starts with one of many beginnings, followed by at most `longestRest` letters. A beginning has
 * two letters or more.
 */
export function beginsWithAny(beginnings: string[], longestRest = Infinity): (word: string) => boolean {
  const byFirst = Map.groupBy(beginnings, firstTwo);
  return (word) => {
    const tried = byFirst.get(firstTwo(word));
    if (tried === undefined) return false;
    for (const each of tried) if (word.length - each.length <= longestRest && word.startsWith(each)) return true;
    return false;
  };
}

/** The first two letters as one number: they tell most words apart, and no string is cut. */
function firstTwo(word: string): number {
  return (word.charCodeAt(0) << 16) | word.charCodeAt(1);
}

/** Finds one of many words (letters only) anywhere in a text. */
export function anyOf(words: string[]): RegExp {
  return new RegExp(words.join('|'), 'u');
}

/** The longest of many endings that fits a word, or null. */
export function longestEndingOf(endings: string[]): (word: string) => string | null {
  return firstEndingOf(endings.toSorted((a, b) => b.length - a.length));
}

/** The first of many endings that fits a word, or null. */
export function firstEndingOf(endings: string[]): (word: string) => string | null {
  const byLast = Map.groupBy(endings, (each) => each.charCodeAt(each.length - 1));
  return (word) => byLast.get(word.charCodeAt(word.length - 1))?.find((each) => word.endsWith(each)) ?? null;
}

/** A word in a text. */
export interface Place {
  at: number;
  word: string;
}

const nowhere: readonly Place[] = [];

/** Every place in a run of letters where one of many words begins, in order. */
export function findAnyIn(words: string[]): (run: string) => readonly Place[] {
  const wordAt = anyAt(words);
  return (run) => {
    let found: Place[] | null = null;
    for (let at = 0; at < run.length; at += 1) {
      const word = wordAt(run, at);
      if (word !== undefined) (found ??= []).push({ at, word });
    }
    return found ?? nowhere;
  };
}

/** The first place in a text where one of many words stands that fits there, or null. */
export function firstOf(
  words: string[],
  fits: (text: string, at: number) => boolean = () => true,
): (text: string) => Place | null {
  const wordAt = anyAt(words);
  return (text) => {
    for (let at = 0; at < text.length; at += 1) {
      const word = wordAt(text, at);
      if (word !== undefined && fits(text, at)) return { at, word };
    }
    return null;
  };
}

/** Tells whether one of many words stands anywhere in a text. For texts beyond ASCII: there, an expression is slow. */
export function containsAny(words: string[]): (text: string) => boolean {
  const find = firstOf(words);
  return (text) => find(text) !== null;
}

/** Tells which of many words begins at a place in a text: the first of those that do, and one of one letter last. */
export function anyAt(words: string[]): (text: string, at: number) => string | undefined {
  const byFirst = Map.groupBy(words, firstTwo);
  // Most letters begin none of the words, and this is the fastest test.
  const begins = new Uint8Array(0x10000);
  const isWord = new Uint8Array(0x10000);
  for (const each of words) {
    if (each.length === 1) isWord[each.charCodeAt(0)] = 1;
    else begins[pair(each.charCodeAt(0), each.charCodeAt(1))] = 1;
  }
  return (text, at) => {
    const first = text.charCodeAt(at);
    const second = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
    if (begins[pair(first, second)] === 0) return isWord[first] === 1 ? text[at] : undefined;
    const found = byFirst.get((first << 16) | second)?.find((each) => text.startsWith(each, at));
    return found ?? (isWord[first] === 1 ? text[at] : undefined);
  };
}

/** Two letters, as an index: few pairs share one. */
function pair(first: number, second: number): number {
  return ((first << 8) ^ second) & 0xffff;
}
