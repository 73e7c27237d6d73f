import type { Candidate } from '../../../electron/contract/state.ts';
import { isInside, type Place } from '../../state/highlights.ts';

/** What a person selected, without the spaces at its ends (a double click takes one along); null when nothing is left. */
export function markOf(text: string, { start, end }: Place): Place | null {
  const selected = text.slice(start, end);
  const from = start + (selected.length - selected.trimStart().length);
  const to = start + selected.trimEnd().length;
  return from < to ? { start: from, end: to } : null;
}

/** What may be chosen with one click: each candidate that has a place in the text, best first. */
export function choices(text: string, candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter((candidate) => isInside(candidate, text.length)).slice(0, 6);
}

/** Whether what was found is what was marked, however its signs were grouped. */
export function isSameCode(found: string | null, marked: string): boolean {
  return found !== null && plain(found) === plain(marked);
}

function plain(code: string): string {
  return code.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
