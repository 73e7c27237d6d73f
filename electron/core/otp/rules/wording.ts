/** A place in a text: UTF-16 indexes, the end exclusive. */
export interface Span {
  start: number;
  end: number;
}

/** How much of the wording around a code is taken. */
export interface Reach {
  /** The most words on each side. */
  words: number;
  /** Whether to go on past the ends of the line. */
  acrossLines: boolean;
}

export interface Wording {
  before: string;
  after: string;
}

/** Scripts without spaces write a sentence as one run of letters: this many characters count as a word. */
const longestWord = 16;

/** The wording next to a code, without white space at its far ends. */
export function wordingAround(text: string, { start, end }: Span, reach: Reach): Wording {
  const before = within(text.slice(0, start), reach, -1);
  const after = within(text.slice(end), reach, 0);
  const left = Array.from(before);
  const right = Array.from(after);
  return {
    before: left.slice(left.length - nearest(left.toReversed(), reach.words)).join(''),
    after: right.slice(0, nearest(right, reach.words)).join(''),
  };
}

function within(text: string, { acrossLines }: Reach, line: 0 | -1): string {
  return acrossLines ? text : (text.split(/[\n\r\u2028\u2029]/).at(line) ?? '');
}

/** How many of the characters, going away from the code, make up that many words. */
function nearest(characters: string[], words: number): number {
  let count = 0;
  let length = 0;
  let taken = 0;
  for (const [index, character] of characters.entries()) {
    const blank = /\s/.test(character);
    if (!blank && length % longestWord === 0) count += 1;
    if (count > words) break;
    length = blank ? 0 : length + 1;
    if (!blank) taken = index + 1;
  }
  return taken;
}
