import { isOffer, isVoucherMessage } from './offers.ts';
import { is, WordClass } from './lexicon/lexicon.ts';
import type { Shape } from './shapes/shape.ts';
import { findShapes } from './shapes/shapes.ts';
import { findAddresses, insideTest } from './text/addresses.ts';
import { findIntroductions, type Introduction } from './ties/introducers.ts';
import { linkedCodes } from './ties/linked.ts';
import { normalise, type Normalised } from './text/normalise.ts';
import { tokenise, type Token } from './text/tokens.ts';

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

/** Every shape of a code has a digit, three capitals, or a colon before it. Most messages without a code have neither. */
const couldHoldCode = /\d|\p{Lu}{3}|[:=] ?["'*]?\p{Ll}{4,10}(?!\p{Ll})/u;

const nothing = {
  tokens: [],
  shapes: [],
  introductions: [],
  linked: new Set<string>(),
  repeated: new Set<string>(),
  speaks: false,
  isEnglish: false,
  hasPercent: false,
  isOffer: false,
  isVoucher: false,
};

/** Words of English alone that most messages have. */
const english = new Set(['the', 'your', 'you', 'this', 'and', 'with']);

function saysHowLong(tokens: Token[]): boolean {
  return tokens.some((token, index) => index < 40 && is(token, WordClass.validity));
}

/** Takes a text apart. Linear in its length. */
export function read(original: string): Message {
  const normal = normalise(original);
  if (!couldHoldCode.test(normal.text)) return { ...nothing, normal };
  const tokens = tokenise(normal.lower);
  const addresses = findAddresses(normal.lower);
  const shapes = findShapes(normal, tokens, insideTest(addresses));
  if (shapes.length === 0) return { ...nothing, normal };
  const introductions = findIntroductions(tokens, insideTest(addresses));
  const offers = isOffer(normal, tokens);
  return {
    normal,
    tokens,
    shapes,
    introductions,
    linked: addresses.length > 0 ? linkedCodes(normal.lower, addresses) : nothing.linked,
    repeated: shapes.length > 1 ? repeatedCodes(shapes) : nothing.repeated,
    speaks: introductions.some(({ other, weak }) => !other && !weak) || saysHowLong(tokens),
    isEnglish: tokens.some(({ text }, index) => index < 60 && english.has(text)),
    hasPercent: normal.text.includes('%'),
    isOffer: offers,
    isVoucher: offers && isVoucherMessage(normal.lower, tokens),
  };
}

function repeatedCodes(shapes: Shape[]): Set<string> {
  const [seen, repeated] = [new Set<string>(), new Set<string>()];
  for (const { code } of shapes) (seen.has(code) ? repeated : seen).add(code);
  return repeated;
}
