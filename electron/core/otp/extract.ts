import type { Phrase } from '../../contract/words/phrase.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { Candidate, Extraction } from '../../contract/state.ts';
import { boundCode, type BoundCode } from './bound.ts';
import { judgeAll } from './choose.ts';
import { threshold, type Judgement } from './evidence/judge.ts';
import { findLinks } from './links.ts';
import { read, type Message } from './message.ts';
import { noCode } from './noCode.ts';
import { serviceOf } from './service.ts';
import { isAscii, type Normalised } from './text/normalise.ts';
import type { Shape } from './shapes/shape.ts';
import { hasSignInLink } from './signIn.ts';

const say = phrases.codes;

/** The score of a code that leaves no doubt. */
const certain = 6.6;

/** Finds the one-time code in a message; `from` is its sender. Pure, and linear in the length of the text. */
export function extract(original: string, from?: string): Extraction {
  const found = findCode(original, from);
  const links = findLinks(original);
  if (links.length === 0) return found;
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

function decide(message: Message, from: string | undefined): Extraction {
  const { best, likely } = judgeAll(message);
  const service = serviceOf(message.normal.text, from);
  const candidates = likely.map((each) => toCandidate(message, each));
  const [first] = candidates;
  if (!best || !first || best.score < threshold) return { ...noCode(whyNot(best)), candidates, service };
  const { code, confidence, reason } = first;
  return { code, confidence, candidates, service, domain: null, links: [], reason };
}

function toCandidate({ normal }: Message, { shape, score, reason }: Judgement): Candidate {
  const confidence = Math.round(Math.min(1, Math.max(0, score / certain)) * 100) / 100;
  const place = { start: normal.toOriginal(shape.start), end: normal.toOriginal(shape.end) };
  return { code: written(normal, shape), confidence, reason: described(shape, reason), ...place };
}

/** `CALÇOT`: letters with the accents that they have in the message. */
function written(normal: Normalised, { kind, code, start, end }: Shape): string {
  if ((kind !== 'letters' && kind !== 'mixed') || isAscii(normal.written(start, end))) return code;
  const places = Array.from({ length: end - start }, (_, offset) => start + offset);
  const letters = places.filter((at) => /[\p{L}\d]/u.test(normal.text[at] ?? ''));
  if (letters.length !== code.length) return code;
  return letters.map((at, index) => accented(normal.written(at, at + 1)) ?? code[index]).join('');
}

/** A letter with an accent; null for any other character. */
function accented(character: string): string | null {
  const letter = character.normalize('NFC');
  return /^\p{L}$/u.test(letter) && /^[a-z]\p{M}+$/iu.test(letter.normalize('NFD')) ? letter : null;
}

function described({ kind, code }: Shape, why: Phrase): Phrase {
  const { length: count } = code.replace(/^[A-Z]-/, '');
  const phrase = kind === 'mixed' ? say.lettersAndDigits : kind === 'letters' ? say.letters : say.digits;
  return phrase({ count, why });
}

function whyNot(best: Judgement | undefined): Phrase {
  return best ? say.notTaken({ code: best.shape.code, why: best.reason }) : say.noShape;
}
