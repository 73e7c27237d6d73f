import { beginsWithAny } from '../lexicon/affixes.ts';
import { abbreviations, purposes } from '../words/contexts.ts';

/** How surely a sentence ends between two places: a stop may as well be that of an abbreviation. */
export type SentenceEnd = 'none' | 'presumed' | 'certain';

const abbreviation = new Set(abbreviations);

/** Longer than this, no abbreviation is looked for. */
const longestWord = 12;
/** How far a sentence is followed, in characters. */
const longestSentence = 120;

/** The surest end of a sentence from one place in a text to another, where something stands that begins there. */
export function sentenceEnd(text: string, from: number, to: number): SentenceEnd {
  let surest: SentenceEnd = 'none';
  for (let at = from; at < to; at += 1) {
    const end = endAt(text, at, to);
    if (end === 'certain') return end;
    if (end === 'presumed') surest = end;
  }
  return surest;
}

/** Where the sentence ends that goes on at a place in a text. */
export function sentenceStop(text: string, at: number): number {
  const last = Math.min(text.length, at + longestSentence);
  for (let place = at; place < last; place += 1) if (endAt(text, place, text.length) === 'certain') return place + 1;
  return last;
}

/** Where the sentence begins that a place in a text is in; `least`: how sure the end of the one before it must be. */
export function sentenceStart(text: string, at: number, least: SentenceEnd = 'certain'): number {
  const first = Math.max(0, at - longestSentence);
  for (let place = at - 1; place >= first; place -= 1) {
    const end = endAt(text, place, at);
    if (end === 'certain' || end === least) return place + 1;
  }
  return first;
}

/** Whether a sentence ends with the character at a place, seen from what begins at `to`. */
function endAt(text: string, at: number, to: number): SentenceEnd {
  if (!isMark(text.charCodeAt(at))) return 'none';
  const mark = text[at];
  if (mark === '。') return 'certain';
  const next = nextVisible(text, at);
  if (next === at + 1 && next < text.length) return 'none';
  if (mark === '?' || text.slice(at, next).includes('\n')) return 'certain';
  const goesOn = isSmallLetter.test(text[next] ?? '');
  const word = text.slice(wordStart(text, at), at);
  if (mark === '!') return goesOn && /^\p{Lu}/u.test(word) ? 'none' : next >= to ? 'presumed' : 'certain';
  if (abbreviates(word)) return 'none';
  const isShort = shortWord.test(word);
  if (goesOn) return isShort ? 'none' : 'presumed';
  return isShort || word.endsWith('.') || (next < to && /\d/.test(text[next] ?? '')) ? 'presumed' : 'certain';
}

/** `.`, `!`, `?`, `。`: hardly any character is. */
function isMark(unit: number): boolean {
  return unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x3002;
}

const isSmallLetter = /\p{Ll}/u;
/** Up to four letters. */
const shortWord = /^(?:[\p{L}\p{M}]{1,4}|\d{1,3})$/u;
const between = ' \t\n"\')]';

/** The place of the character after a mark, spaces and closing signs aside. */
function nextVisible(text: string, at: number): number {
  let next = at + 1;
  while (next < text.length && next < at + longestWord && between.includes(text[next] as string)) next += 1;
  return next;
}

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && start > at - longestWord && !' \t\n("\'['.includes(text[start - 1] as string)) start -= 1;
  return start;
}

/** Ends in the middle of a syllable: `verif`, `подтв`. */
const endsCut = /[^aeiouyаеёиоуыэюяіїєαεηιουω]$/i;
const isPurpose = beginsWithAny(purposes);

/** `S.p.A`, `U.S`, `M/s`, `nr`, `Gen`, `Sdn`: with stops inside, in the list, an initial, a title, without a vowel. */
function abbreviates(word: string): boolean {
  return (
    abbreviation.has(word.toLowerCase()) ||
    /^(?:\p{L}{1,4}[./])+\p{L}{1,4}$/u.test(word) ||
    /^(?:[\p{Lu}\p{Ll}]|\p{Lu}\p{Ll}{1,2})$/u.test(word) ||
    /^[B-DF-HJ-NP-TV-XZ]?[b-df-hj-np-tv-xz]{1,3}$/.test(word) ||
    (word.length <= 6 && endsCut.test(word) && isPurpose(word.toLowerCase()))
  );
}
