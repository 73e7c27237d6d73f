/** A parsed search: what the full text index can find, and the words too short for it. */
export interface Terms {
  /** An FTS5 expression with every part quoted; null when no word is long enough. */
  match: string | null;
  short: string[];
}

/** The index works on groups of three characters. */
const shortest = 3;

/** The fewest digits of a written-out number, including the zero that is dialled only within its country. */
const shortestNumber = 8;

/** Words beyond this many are ignored. */
const mostWords = 20;

/** Which index columns a filter names, and what they must contain. */
export type Columns = Partial<Record<'recipient' | 'service', string | undefined>>;

/** Each word must occur somewhere, in any order and case. Numbers may be written as people write them. */
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
  // A number is matched as a whole, so its short groups need not match by themselves.
  const isNumber = texts.length > (all === '' ? 0 : 1);
  return { match: [`(${texts.join(' OR ')})`, ...named].join(' AND '), short: isNumber ? [] : short };
}

/** The words of a search, in the order in which they stand there. */
export function wordsOf(search: string): string[] {
  const words = search.replace(/[\p{Cc}\p{Cs}]/gu, ' ').split(/\s+/u);
  return words.filter((word) => word !== '').slice(0, mostWords);
}

function isLong(word: string): boolean {
  return [...word].length >= shortest;
}

/** Inside double quotes, only the double quote is syntax. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

/** "(415) 555-0123", "07700 900123": the digits, with and without the leading zeros that replace the country code. */
export function numbersIn(search: string): string[] {
  if (!/^[\s\d+().\-/]+$/.test(search)) return [];
  const digits = search.replace(/\D/g, '');
  const isWhole = digits.length >= shortestNumber;
  return [...new Set([digits, ...(isWhole ? [digits.replace(/^0+/, '')] : [])])].filter(
    (text) => isLong(text) && text !== search.trim(),
  );
}

/** A word in the letter cases that SQLite's LIKE does not treat as equal. */
export function casesOf(word: string): string[] {
  const isAscii = /^[\x20-\x7e]*$/.test(word);
  return isAscii ? [word] : [...new Set([word, word.toLowerCase(), word.toUpperCase()])];
}

/** LIKE patterns for a word in any letter case. */
export function patternsOf(word: string): string[] {
  return casesOf(word).map((text) => `%${text.replace(/[\\%_]/g, '\\$&')}%`);
}
