import { inTransaction, type Database } from './database.ts';
import { searchedText, type Range } from './messageQuery.ts';
import { finderOf, pairSetOf } from './pairs.ts';
import { highestPlace, lowestPlace } from './places.ts';
import { casesOf } from './terms.ts';

/*
 * What occurs in each block of neighbouring messages, for words that are too short for the full text index: a search
 * passes over the blocks without its words. A block reaches up to the next one. Any change makes its block unknown (see
 * the triggers), and an unknown one is read: whatever is written here, a search finds the same.
 */

/** Messages in a block. The more there are, the more are read for one that is found, and the fewer blocks there are. */
const inBlock = 128;

/** The parts of the history, newest first, outside of which no message has all these words. */
export function partsWith({ sql }: Database, words: readonly string[], below: bigint | null): Range[] {
  const finders = words.map((word) => casesOf(word).map(finderOf));
  const blocks = sql(
    'SELECT CAST(first AS TEXT) AS start, pairs FROM message_blocks WHERE first < ? ORDER BY first DESC',
  ).iterate(below ?? highestPlace);
  const parts: Range[] = [];
  let end = below;
  for (const { start, pairs } of blocks) {
    const from = BigInt(String(start));
    const isKnown = pairs instanceof Uint8Array;
    if (!isKnown || finders.every((cases) => cases.some((isIn) => isIn(pairs)))) addPart(parts, { below: end, from });
    end = from;
  }
  return parts;
}

function addPart(parts: Range[], part: Range): void {
  const last = parts.at(-1);
  if (last && last.from === part.below) last.from = part.from;
  else parts.push(part);
}

/** A block to write, with its texts, and where the next one begins if there are too many messages for one. */
interface Block {
  first: bigint;
  texts: string[];
  rest: bigint | null;
}

/** The newest unknown block; null when there is none but that of the newest messages, and too few are in it. */
export function nextBlock({ sql }: Database): Block | null {
  const unknown = sql(
    `SELECT CAST(first AS TEXT) AS start,
       (SELECT CAST(min(first) AS TEXT) FROM message_blocks AS later WHERE later.first > message_blocks.first) AS "end"
     FROM message_blocks WHERE pairs IS NULL ORDER BY first DESC LIMIT 2`,
  ).all();
  for (const { start, end } of unknown) {
    const first = BigInt(String(start));
    const messages = sql(
      `SELECT CAST(place AS TEXT) AS at, ${searchedText} AS text FROM messages WHERE place >= ? AND place < ?
       ORDER BY place LIMIT ${2 * inBlock}`,
    ).all(first, end === null ? highestPlace : BigInt(String(end)));
    const isFull = messages.length === 2 * inBlock;
    if (end === null && !isFull && (messages.length > 0 || first === lowestPlace)) continue;
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
