import type { Shape } from './candidates.ts';
import type { Introduction } from './introducers.ts';
import type { Normalised } from './normalise.ts';
import type { Token } from './tokens.ts';

/** A text, taken apart. */
export interface Message {
  normal: Normalised;
  tokens: Token[];
  shapes: Shape[];
  /** Words for "code", in order. */
  introductions: Introduction[];
  /** Codes that its links to sign in carry, in small letters. */
  linked: ReadonlySet<string>;
  /** Codes that it names more than once. */
  repeated: ReadonlySet<string>;
  /** Whether it mentions a code, or how long something is valid: a code may then stand alone. */
  speaks: boolean;
  /** Whether it is in English: some of its short words mean "is" elsewhere. */
  isEnglish: boolean;
  /** Whether it contains a percentage. */
  hasPercent: boolean;
  /** Whether it speaks of a discount or a sale. */
  isOffer: boolean;
  /** Whether it gives a voucher that nobody signs in with. */
  isVoucher: boolean;
}
