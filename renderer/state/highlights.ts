import type { Candidate } from '../../electron/contract/state.ts';
import { byConfidence, sureEnough } from './codes.ts';

/** UTF-16 indexes; `end` is exclusive. */
export interface Place {
  start: number;
  end: number;
}

/** `code`: the chosen one. `other`: another likely one. */
export interface TextPart {
  text: string;
  kind: 'plain' | 'code' | 'other';
}

type Mark = Place & { kind: 'code' | 'other' };

interface Found {
  code: string | null;
  candidates: readonly Candidate[];
}

/** Splits a text into parts, so that its codes can be marked. Joined together, the parts are always the whole text. */
export function markCodes(text: string, { code, candidates }: Found): TextPart[] {
  const likely = candidates.filter((candidate) => candidate.code === code || candidate.confidence >= sureEnough);
  const marks = likely.toSorted(byConfidence).map((candidate) => toMark(candidate, code));
  return partsOf(text, [...marks.filter(isCode), ...searched(text, code, marks), ...marks.filter(isOther)]);
}

/** Splits a text into parts, with one place marked as the code. */
export function markPlace(text: string, place: Place): TextPart[] {
  return partsOf(text, [{ ...place, kind: 'code' }]);
}

/** In one line, this much of the text may stand before the code, in characters. */
const mostBefore = 28;

/** The parts for a single line: the end is cut off where the line ends, so a long beginning must not hide the code. */
export function lineOf(parts: readonly TextPart[]): readonly TextPart[] {
  const index = parts.findIndex(isCode);
  const before = parts
    .slice(0, Math.max(0, index))
    .map(({ text }) => text)
    .join('');
  if (before.length <= mostBefore) return parts;
  const nearest = [...before]
    .slice(-mostBefore)
    .join('')
    .replace(/^\S*\s+/u, '');
  return [{ text: `…${nearest}`, kind: 'plain' }, ...parts.slice(index)];
}

/** Whether a place is valid in a text of this length. Old messages have no places. */
export function isInside({ start, end }: Place, length: number): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= length;
}

function toMark({ start, end, code }: Candidate, chosen: string | null): Mark {
  return { start, end, kind: code === chosen ? 'code' : 'other' };
}

function isCode({ kind }: Pick<Mark | TextPart, 'kind'>): boolean {
  return kind === 'code';
}

function isOther({ kind }: Mark): boolean {
  return kind === 'other';
}

/** Finds the code in the text of a message whose candidates do not tell its place. */
function searched(text: string, code: string | null, marks: Mark[]): Mark[] {
  if (code === null || marks.some((mark) => isCode(mark) && isInside(mark, text.length))) return [];
  const place = findCode(text, code);
  return place === null ? [] : [{ ...place, kind: 'code' }];
}

/** Allows the sender's spaces, dots or dashes inside the code. */
function findCode(text: string, code: string): Place | null {
  const plain = text.indexOf(code);
  if (plain >= 0) return { start: plain, end: plain + code.length };
  const spaced = [...code].map((sign) => sign.replace(/[^\p{L}\p{N}]/u, '\\$&')).join('[\\s.\\-]?');
  const match = new RegExp(spaced, 'i').exec(text);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}

/** Where marks overlap, the first one wins. */
function partsOf(text: string, wanted: readonly Mark[]): TextPart[] {
  const marks: Mark[] = [];
  for (const mark of wanted) {
    const free = marks.every(({ start, end }) => mark.end <= start || mark.start >= end);
    if (free && isInside(mark, text.length)) marks.push(mark);
  }
  const parts: TextPart[] = [];
  let done = 0;
  for (const { start, end, kind } of marks.toSorted((a, b) => a.start - b.start)) {
    parts.push({ text: text.slice(done, start), kind: 'plain' }, { text: text.slice(start, end), kind });
    done = end;
  }
  return [...parts, { text: text.slice(done), kind: 'plain' as const }].filter((part) => part.text !== '');
}
