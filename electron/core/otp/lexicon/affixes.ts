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
  const longestFirst = endings.toSorted((a, b) => b.length - a.length);
  const byLast = Map.groupBy(longestFirst, (each) => each.charCodeAt(each.length - 1));
  return (word) => byLast.get(word.charCodeAt(word.length - 1))?.find((each) => word.endsWith(each)) ?? null;
}

interface Place {
  at: number;
  word: string;
}

const nowhere: readonly Place[] = [];

/** Every place in a run of letters where one of many words begins, in order. */
export function findAnyIn(words: string[]): (run: string) => readonly Place[] {
  const byFirst = Map.groupBy(words, (each) => each.charCodeAt(0));
  // Most letters begin none of the words, and this is the fastest test.
  const begins = new Uint8Array(0x10000);
  for (const first of byFirst.keys()) begins[first] = 1;
  return (run) => {
    let found: Place[] | null = null;
    for (let at = 0; at < run.length; at += 1) {
      if (begins[run.charCodeAt(at)] === 0) continue;
      const word = byFirst.get(run.charCodeAt(at))?.find((each) => run.startsWith(each, at));
      if (word !== undefined) (found ??= []).push({ at, word });
    }
    return found ?? nowhere;
  };
}
