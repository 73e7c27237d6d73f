import type { Shape } from './candidates.ts';
import type { Introduction } from './introducers.ts';
import type { Normalised } from './normalise.ts';
import type { Token } from './tokens.ts';

/** A text, taken apart. */
export interface Message {
  normal: Normalised;
  tokens: Token[];
  shapes: Shape[];
  /** Words for "code", in their order. */
  introductions: Introduction[];
  /** Whether it speaks of a code, or of how long something can be used: a code may then stand alone. */
  speaks: boolean;
  /** Whether it asks to enter something, in a language that puts the verb last. */
  hasFinalVerb: boolean;
  /** Whether there is a percentage in it. */
  hasPercent: boolean;
  /** Whether it speaks of a discount or a sale. */
  isOffer: boolean;
  /** Whether what it gives is a voucher, and nobody signs in with it. */
  isVoucher: boolean;
}
