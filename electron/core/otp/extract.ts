import type { Phrase } from '../../contract/words/phrase.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { Candidate, Extraction } from '../../contract/state.ts';
import { boundCode, type BoundCode } from './bound.ts';
import { findShapes, type Shape } from './candidates.ts';
import { judge, threshold, type Judgement } from './evidence.ts';
import { findIntroductions, type Introduction } from './introducers.ts';
import { linkedCodes } from './linked.ts';
import { findLinks } from './links.ts';
import type { Message } from './message.ts';
import { normalise } from './normalise.ts';
import { isOffer, isVoucherMessage } from './offers.ts';
import { serviceOf } from './service.ts';
import { hasSignInLink } from './signIn.ts';
import { findAddresses, tokenise, type Token } from './tokens.ts';
import { validityWords } from './words/contexts.ts';

const say = phrases.codes;

/** The score of a code that leaves no doubt. */
const certain = 6.6;

const mostCandidates = 8;

/** Every shape of a code has a digit, three capitals, or a colon before it. Most messages without a code have neither. */
const couldHoldCode = /\d|\p{Lu}{3}|[:=] ?["'*]?\p{Ll}{4,10}(?!\p{Ll})/u;

/** Finds the one-time code in a message; `from` is its sender. Pure, and linear in the length of the text. */
export function extract(original: string, from?: string): Extraction {
  const [found, links] = [findCode(original, from), findLinks(original)];
  if (found.code !== null || !hasSignInLink(original, links)) return { ...found, links };
  return { ...found, links, reason: say.signInLink };
}

function findCode(original: string, from: string | undefined): Extraction {
  const bound = boundCode(original);
  if (bound) return boundResult(bound);
  const message = read(original);
  if (message.shapes.length === 0)
    return {
      ...noCode(say.noShape),
      service: serviceOf(message.normal.text, from),
    };
  return decide(message, from);
}

function boundResult({ domain, ...place }: BoundCode): Extraction {
  const reason = say.bound({ domain });
  return {
    code: place.code,
    confidence: 1,
    candidates: [{ ...place, confidence: 1, reason }],
    service: domain,
    domain,
    links: [],
    reason,
  };
}

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

const validity = new Set(validityWords);
/** Words of English alone that most messages have. */
const english = new Set(['the', 'your', 'you', 'this', 'and', 'with']);

function saysHowLong(tokens: Token[]): boolean {
  return tokens.some(({ text }, index) => index < 40 && validity.has(text));
}

function read(original: string): Message {
  const normal = normalise(original);
  if (!couldHoldCode.test(normal.text)) return { ...nothing, normal };
  const tokens = tokenise(normal.lower);
  const addresses = findAddresses(normal.lower);
  const shapes = findShapes(normal, tokens, addressTest(addresses));
  if (shapes.length === 0) return { ...nothing, normal };
  const introductions = findIntroductions(tokens, addressTest(addresses));
  const offers = isOffer(normal.lower, tokens);
  return {
    normal,
    tokens,
    shapes,
    introductions,
    linked: linkedCodes(normal.lower, addresses),
    repeated: repeatedCodes(shapes),
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

/** Tokens come in order, so each address is passed once. */
function addressTest(addresses: { start: number; end: number }[]): (token: Token) => boolean {
  let next = 0;
  return ({ start }) => {
    while (next < addresses.length && (addresses[next]?.end ?? 0) <= start) next += 1;
    return (addresses[next]?.start ?? Infinity) <= start;
  };
}

function decide(message: Message, from: string | undefined): Extraction {
  const { best, likely } = judgeAll(message);
  const service = serviceOf(message.normal.text, from);
  const candidates = likely.map((each) => toCandidate(message, each));
  const [first] = candidates;
  if (!best || !first || best.score < threshold) return { ...noCode(whyNot(best)), candidates, service };
  const { code, confidence, reason } = first;
  return { code, confidence, candidates, service, domain: null, links: [], reason };
}

/** The likeliest shape, and at most `mostCandidates` that could be meant, likeliest first: a long text has many. */
function judgeAll(message: Message): { best: Judgement | undefined; likely: Judgement[] } {
  const { shapes, introductions } = message;
  const tied: Judgement[] = [];
  let best: Judgement | undefined;
  let next = 0;
  /** The word for "code" whose code was already named right behind it. */
  let settled: Introduction | null = null;
  // One pass over both lists: each shape with the words for "code" nearest to it on both sides.
  for (const shape of shapes) {
    while (next < introductions.length && (introductions[next] as Introduction).start < shape.start) next += 1;
    const previous = nearestBefore(introductions, next, shape);
    const judgement = judge(message, shape, previous, nearestAfter(introductions, next, shape), previous === settled);
    if (judgement.settles) settled = previous;
    if (!best || judgement.score > best.score) best = judgement;
    if (judgement.tie > 0) insert(tied, judgement);
  }
  const likely = best && best.tie === 0 ? [best, ...tied] : tied;
  return { best, likely: likely.slice(0, mostCandidates) };
}

/** Inserts it after those that are as likely. */
function insert(tied: Judgement[], judgement: Judgement): void {
  let place = tied.length;
  while (place > 0 && (tied[place - 1] as Judgement).score < judgement.score) place -= 1;
  if (place === mostCandidates) return;
  tied.splice(place, 0, judgement);
  if (tied.length > mostCandidates) tied.pop();
}

function nearestBefore(introductions: Introduction[], next: number, shape: Shape): Introduction | null {
  const previous = introductions[next - 1] ?? null;
  return previous && previous.end <= shape.start ? previous : null;
}

function nearestAfter(introductions: Introduction[], next: number, shape: Shape): Introduction | null {
  const following = introductions[next] ?? null;
  return following && following.start >= shape.end ? following : null;
}

function toCandidate({ normal }: Message, { shape, score, reason }: Judgement): Candidate {
  const confidence = Math.round(Math.min(1, Math.max(0, score / certain)) * 100) / 100;
  const place = { start: normal.toOriginal(shape.start), end: normal.toOriginal(shape.end) };
  return { code: shape.code, confidence, reason: described(shape, reason), ...place };
}

function described({ kind, code }: Shape, why: Phrase): Phrase {
  const { length: count } = code.replace(/^[A-Z]-/, '');
  const phrase = kind === 'mixed' ? say.lettersAndDigits : kind === 'letters' ? say.letters : say.digits;
  return phrase({ count, why });
}

function whyNot(best: Judgement | undefined): Phrase {
  return best ? say.notTaken({ code: best.shape.code, why: best.reason }) : say.noShape;
}

/** A result without a code. */
export function noCode(reason: Phrase): Extraction {
  return { code: null, confidence: 0, candidates: [], service: null, domain: null, links: [], reason };
}
