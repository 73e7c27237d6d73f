import type { Candidate } from '../../../electron/contract/state.ts';
import { isInside, type Place } from '../../state/highlights.ts';

/** The selected place without spaces at its ends (a double click adds one); null when nothing is left. */
export function markOf(text: string, { start, end }: Place): Place | null {
  const selected = text.slice(start, end);
  const from = start + (selected.length - selected.trimStart().length);
  const to = start + selected.trimEnd().length;
  return from < to ? { start: from, end: to } : null;
}

/** The candidates that can be chosen with one click: those with a place in the text, best first. */
export function choices(text: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter((candidate) => isInside(candidate, text.length)).slice(0, 6);
}

/** Whether the found code is the marked one, however its characters were grouped. */
export function isSameCode(found: string | null, marked: string): boolean {
  return found !== null && plain(found) === plain(marked);
}

function plain(code: string): string {
  return code.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
