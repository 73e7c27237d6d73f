import { abbreviations } from './words/contexts.ts';

/** How surely a sentence ends between two places: a stop may as well be that of an abbreviation. */
export type SentenceEnd = 'none' | 'presumed' | 'certain';

const abbreviation = new Set(abbreviations);

/** Longer than this, no abbreviation is looked for. */
const longestWord = 12;
const mark = /[!?.](?=[\s"')\]]|$)|\u3002/g;

/** The surest end of a sentence from one place in a text to another, where something stands that begins there. */
export function sentenceEnd(text: string, from: number, to: number): SentenceEnd {
  const gap = text.slice(from, to);
  if (!/[.!?\u3002]/.test(gap)) return 'none';
  let surest: SentenceEnd = 'none';
  for (const { index } of gap.matchAll(mark)) {
    const end = endAt(text, from + index, to);
    if (end === 'certain') return end;
    if (end === 'presumed') surest = end;
  }
  return surest;
}

/** How far a sentence is followed, in characters. */
const longestSentence = 120;

/** Where the sentence ends that goes on at a place in a text. */
export function sentenceStop(text: string, at: number): number {
  const rest = text.slice(at, at + longestSentence);
  for (const { index } of rest.matchAll(mark))
    if (endAt(text, at + index, text.length) === 'certain') return at + index + 1;
  return at + rest.length;
}

/** Where the sentence begins that a place in a text is in. */
export function sentenceStart(text: string, at: number): number {
  const from = Math.max(0, at - longestSentence);
  let start = from;
  for (const { index } of text.slice(from, at).matchAll(mark))
    if (endAt(text, from + index, at) === 'certain') start = from + index + 1;
  return start;
}

function endAt(text: string, at: number, to: number): SentenceEnd {
  const [, space = '', next = ''] = /^([\s"')\]]*)(.?)/u.exec(text.slice(at + 1, at + 12)) ?? [];
  const word = /[^\s("'[]*$/.exec(text.slice(Math.max(0, at - longestWord), at))?.[0] ?? '';
  const goesOn = /\p{Ll}/u.test(next);
  const reaches = at + 1 + space.length >= to;
  if (text[at] === '?' || text[at] === '\u3002' || space.includes('\n')) return 'certain';
  if (text[at] === '!') return goesOn && /^\p{Lu}/u.test(word) ? 'none' : reaches ? 'presumed' : 'certain';
  if (abbreviates(word)) return 'none';
  if (goesOn) return shortWord.test(word) ? 'none' : 'presumed';
  return shortWord.test(word) || word.endsWith('.') || (!reaches && /\d/.test(next)) ? 'presumed' : 'certain';
}

/** Up to four letters. */
const shortWord = /^(?:[\p{L}\p{M}]{1,4}|\d{1,3})$/u;

/** `S.p.A`, `U.S`, `M/s`, `nr`, `Gen`, `Sdn`: with stops inside, in the list, an initial, a title, without a vowel. */
function abbreviates(word: string): boolean {
  return (
    abbreviation.has(word.toLowerCase()) ||
    /^(?:\p{L}{1,4}[./])+\p{L}{1,4}$/u.test(word) ||
    /^(?:[\p{Lu}\p{Ll}]|\p{Lu}\p{Ll}{1,2})$/u.test(word) ||
    /^[B-DF-HJ-NP-TV-XZ]?[b-df-hj-np-tv-xz]{1,3}$/.test(word)
  );
}
