/** A sequence of random numbers determined by its seed; `state` is its current position. */
export interface RandomSequence {
  state: number;
}

/** @param seed any integer; only its low 32 bits are used. */
export function seeded(seed: number): RandomSequence {
  return { state: seed | 0 };
}

/** The next number of a sequence, 0 to just under 1 (mulberry32, a public domain generator). */
export function draw(sequence: RandomSequence): number {
  sequence.state = (sequence.state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(sequence.state ^ (sequence.state >>> 15), sequence.state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
}
