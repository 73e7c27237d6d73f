import type { Condition } from './messageQuery.ts';

/*
 * Which characters and pairs of neighbours occur in texts, as a Bloom filter: it never denies what is there, and one
 * time in two hundred it claims what is not. ASCII letters count the same in either case, as they do for LIKE.
 */

const bitsForEach = 16;
const seeds = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d];
/** Of each byte, so that SQLite can read it as a character. */
const bitsInByte = 7;

/** The set of what occurs in these texts. */
export function pairSetOf(texts: readonly string[]): Uint8Array {
  const keys = new Set<number>();
  for (const text of texts) addKeys(keys, text);
  const set = new Uint8Array(Math.max(1, (keys.size * bitsForEach) / bitsInByte));
  for (const key of keys) {
    for (const seed of seeds) {
      const { turn, bit } = markOf(key, seed);
      set[turn % set.length]! |= bit;
    }
  }
  return set;
}

/** Whether a text of one character or more may occur in those that the set in this column is of. */
export function mayOccur(column: string, text: string): Condition {
  const points = Array.from(text, (character) => lowered(character.codePointAt(0)!));
  const keys = points.length === 1 ? points : points.slice(1).map((point, index) => pairOf(points[index]!, point));
  const marks = keys.flatMap((key) => seeds.map((seed) => markOf(key, seed)));
  return {
    sql: marks.map(() => `unicode(substr(${column}, 1 + ? % length(${column}), 1)) & ?`).join(' AND '),
    values: marks.flatMap(({ turn, bit }) => [turn, bit]),
  };
}

function addKeys(keys: Set<number>, text: string): void {
  let before = -1;
  for (let index = 0; index < text.length; index += 1) {
    const point = lowered(text.codePointAt(index)!);
    if (point > 0xffff) index += 1;
    keys.add(point);
    if (before >= 0) keys.add(pairOf(before, point));
    before = point;
  }
}

function lowered(point: number): number {
  return point >= 65 && point <= 90 ? point + 32 : point;
}

/** Differs from any single character, and rarely equals another pair. */
function pairOf(first: number, second: number): number {
  return (Math.imul(first, 0x27d4eb2f) + second) | 0x80000000;
}

/** A bit of one byte: that of the turn, counted round and round through the set. */
function markOf(key: number, seed: number): { turn: number; bit: number } {
  const hash = Math.imul(key ^ (key >>> 16), seed);
  const mixed = (hash ^ (hash >>> 15)) >>> 0;
  return { turn: Math.floor(mixed / bitsInByte), bit: 1 << (mixed % bitsInByte) };
}
