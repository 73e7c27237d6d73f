/** A sequence of random numbers that its seed decides; `state` is where it stands. */
export interface RandomSequence {
  state: number;
}

/** @param seed any integer; its low 32 bits count. */
export function seeded(seed: number): RandomSequence {
  return { state: seed | 0 };
}

/** The next number of a sequence, 0 to just under 1 (the generator mulberry32, which is in the public domain). */
export function draw(sequence: RandomSequence): number {
  sequence.state = (sequence.state + 0x6d2b79f5) | 0;
  let mixed = Math.imul(sequence.state ^ (sequence.state >>> 15), sequence.state | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
}
