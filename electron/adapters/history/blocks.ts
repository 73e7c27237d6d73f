import { inTransaction, type Database } from './database.ts';
import { searchedText, whereOf, type Condition, type Range } from './messageQuery.ts';
import { mayOccur, pairSetOf } from './pairs.ts';
import { highestPlace, lowestPlace } from './places.ts';
import { casesOf } from './terms.ts';

/*
 * What occurs in each block of neighbouring messages, for words that are too short for the full text index: a search
 * passes over the blocks without its words. A block reaches up to the next one. Any change makes its block unknown (see
 * the triggers), and an unknown one is read: whatever is written here, a search finds the same.
 */

/** Messages in a block. The more there are, the more are read for one that is found, and the fewer blocks there are. */
const inBlock = 64;

/** Where a block begins, and where the next one does; null for the last. */
const extent = `CAST(first AS TEXT) AS start,
  (SELECT CAST(min(first) AS TEXT) FROM message_blocks AS later WHERE later.first > message_blocks.first) AS next`;

/** The parts of the history, newest first, outside of which no message has all these words. */
export function partsWith({ sql }: Database, words: readonly string[], below: bigint | null): Range[] {
  const perWord = words.map((word) => anyOf(casesOf(word).map((text) => mayOccur('pairs', text))));
  const { sql: mayMatch, values } = whereOf(perWord);
  const blocks = sql(
    `SELECT ${extent} FROM message_blocks WHERE first < ? AND (pairs IS NULL OR ${mayMatch}) ORDER BY first DESC`,
  ).iterate(below ?? highestPlace, ...values);
  const parts: Range[] = [];
  for (const { start, next } of blocks) {
    const [from, end] = [BigInt(String(start)), next === null ? null : BigInt(String(next))];
    const last = parts.at(-1);
    if (last && last.from === end) last.from = from;
    else parts.push({ below: end === null || (below !== null && end > below) ? below : end, from });
  }
  return parts;
}

function anyOf(conditions: Condition[]): Condition {
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(' OR ')})`,
    values: conditions.flatMap(({ values }) => values),
  };
}

/** A block to write, with its texts, and where the next one begins if there are too many messages for one. */
interface Block {
  first: bigint;
  texts: string[];
  rest: bigint | null;
}

/** The newest unknown block; null when there is none but that of the newest messages, and too few are in it. */
export function nextBlock({ sql }: Database): Block | null {
  const unknown = sql(`SELECT ${extent} FROM message_blocks WHERE pairs IS NULL ORDER BY first DESC LIMIT 2`).all();
  for (const { start, next } of unknown) {
    const first = BigInt(String(start));
    const messages = sql(
      `SELECT CAST(place AS TEXT) AS at, ${searchedText} AS text FROM messages WHERE place >= ? AND place < ?
       ORDER BY place LIMIT ${2 * inBlock}`,
    ).all(first, next === null ? highestPlace : BigInt(String(next)));
    const isFull = messages.length === 2 * inBlock;
    if (next === null && !isFull && (messages.length > 0 || first === lowestPlace)) continue;
    return {
      first,
      texts: messages.slice(0, isFull ? inBlock : messages.length).map(({ text }) => String(text)),
      rest: isFull ? BigInt(String(messages[inBlock]?.['at'])) : null,
    };
  }
  return null;
}

export function writeBlock({ db, sql }: Database, { first, texts, rest }: Block): void {
  inTransaction(db, () => {
    if (rest !== null) sql('INSERT INTO message_blocks (first) VALUES (?)').run(rest);
    if (texts.length > 0 || first === lowestPlace)
      sql('UPDATE message_blocks SET pairs = ? WHERE first = ?').run(pairSetOf(texts), first);
    else sql('DELETE FROM message_blocks WHERE first = ?').run(first);
  });
}
