/** What is asked for, taken apart: what the full text index can find, and the words that are too short for it. */
export interface Terms {
  /** An expression of FTS5, every part of which is quoted; null when there is no word that is long enough. */
  match: string | null;
  short: string[];
}

/** The index knows groups of three characters. */
const shortest = 3;

/** Digits of a number that somebody wrote out, with the zero that only its own country dials. */
const shortestNumber = 8;

/** Further words are left out. */
const mostWords = 20;

/** The columns of the index that a filter names, and what has to stand there. */
export type Columns = Partial<Record<'recipient' | 'service', string | undefined>>;

/** Each word has to occur somewhere, in any order and whatever its case. A number may be written as people write it. */
export function termsOf(search: string, columns: Columns = {}): Terms {
  const words = wordsOf(search);
  const long = words.filter(isLong);
  const all = long.map(quoted).join(' AND ');
  const texts = [all, ...numbersIn(search).map(quoted)].filter((text) => text !== '');
  if (texts.length === 0) return { match: null, short: words };
  const named = Object.entries(columns).flatMap(([column, text]) =>
    text !== undefined && isLong(text) ? [`${column} : ${quoted(text)}`] : [],
  );
  const short = words.filter((word) => !isLong(word));
  // A number is found whole, so that its short groups need not occur by themselves.
  const isNumber = texts.length > (all === '' ? 0 : 1);
  return { match: [`(${texts.join(' OR ')})`, ...named].join(' AND '), short: isNumber ? [] : short };
}

function wordsOf(search: string): string[] {
  const words = search.replace(/[\p{Cc}\p{Cs}]/gu, ' ').split(/\s+/u);
  return words.filter((word) => word !== '').slice(0, mostWords);
}

function isLong(word: string): boolean {
  return [...word].length >= shortest;
}

/** In double quotes nothing is syntax but the double quote. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** "(415) 555-0123", "07700 900123": its digits alone, and without the zeros that stand for the country. */
function numbersIn(search: string): string[] {
  if (!/^[\s\d+().\-/]+$/.test(search)) return [];
  const digits = search.replace(/\D/g, '');
  const isWhole = digits.length >= shortestNumber;
  return [...new Set([digits, ...(isWhole ? [digits.replace(/^0+/, '')] : [])])].filter(
    (text) => isLong(text) && text !== search.trim(),
  );
}

/** Patterns of LIKE, by which a word is found in the letter cases that SQLite does not know to be the same. */
export function patternsOf(word: string): string[] {
  const cases = [word, word.toLowerCase(), word.toUpperCase()];
  return [...new Set(cases)].map((text) => `%${text.replace(/[\\%_]/g, '\\$&')}%`);
}
