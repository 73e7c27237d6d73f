/** Tells whether a word begins with one of many beginnings, without trying them all. */
export function beginsWithAny(beginnings: string[]): (word: string) => boolean {
  const byFirst = groupBy(beginnings, (each) => each[0]);
  return (word) => byFirst.get(word[0])?.some((each) => word.startsWith(each)) ?? false;
}

/** The longest of many endings that a word has, or null. */
export function longestEndingOf(endings: string[]): (word: string) => string | null {
  const longestFirst = endings.toSorted((a, b) => b.length - a.length);
  const byLast = groupBy(longestFirst, (each) => each.at(-1));
  return (word) => byLast.get(word.at(-1))?.find((each) => word.endsWith(each)) ?? null;
}

/** Every place in a run of letters where one of many words begins, in their order. */
export function findAnyIn(words: string[]): (run: string) => { at: number; word: string }[] {
  const byFirst = groupBy(words, (each) => each[0]);
  return (run) => {
    const found: { at: number; word: string }[] = [];
    for (let at = 0; at < run.length; at += 1) {
      const word = byFirst.get(run[at])?.find((each) => run.startsWith(each, at));
      if (word !== undefined) found.push({ at, word });
    }
    return found;
  };
}

function groupBy(words: string[], key: (word: string) => string | undefined): Map<string | undefined, string[]> {
  return Map.groupBy(words, key);
}
