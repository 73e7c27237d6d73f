/*
 * Which characters and pairs of neighbours occur in texts, as a Bloom filter: it never denies what is there, and one
 * time in two hundred it claims what is not. ASCII letters count the same in either case, as they do for LIKE.
 */

const bitsForEach = 16;
const seeds = [0x9e3779b1, 0x85ebca77, 0xc2b2ae3d];

/** The set of what occurs in these texts. */
export function pairSetOf(texts: readonly string[]): Uint8Array {
  const keys = new Set<number>();
  for (const text of texts) addKeys(keys, text);
  const set = new Uint8Array(Math.max(1, (keys.size * bitsForEach) / 8));
  for (const key of keys) {
    for (const seed of seeds) {
      const bit = bitOf(key, seed, set);
      set[bit >>> 3]! |= 1 << (bit & 7);
    }
  }
  return set;
}

/** Tests whether a text of one character or more may occur in those that a set is of. */
export function finderOf(text: string): (set: Uint8Array) => boolean {
  const points = Array.from(text, (character) => lowered(character.codePointAt(0)!));
  const keys = points.length === 1 ? points : points.slice(1).map((point, index) => pairOf(points[index]!, point));
  return (set) => keys.every((key) => seeds.every((seed) => has(set, bitOf(key, seed, set))));
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

function bitOf(key: number, seed: number, set: Uint8Array): number {
  const hash = Math.imul(key ^ (key >>> 16), seed);
  return ((hash ^ (hash >>> 15)) >>> 0) % (8 * set.length);
}

function has(set: Uint8Array, bit: number): boolean {
  return ((set[bit >>> 3]! >>> (bit & 7)) & 1) === 1;
}
