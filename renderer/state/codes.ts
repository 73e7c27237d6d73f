import type { Candidate, Message } from '../../electron/contract/state.ts';

/** Candidates from this confidence on are offered as codes; others are listed only under "Why?". */
export const sureEnough = 0.5;
const beyondDoubt = 0.85;

export type Confidence = 'certain' | 'likely' | 'unlikely';

export function confidenceOf({ confidence }: Pick<Candidate, 'confidence'>): Confidence {
  if (confidence >= beyondDoubt) return 'certain';
  return confidence >= sureEnough ? 'likely' : 'unlikely';
}

/** The codes that a person may want to copy, best first, without duplicates. */
export function likelyCodes({ code, candidates }: Pick<Message, 'code' | 'candidates'>): string[] {
  const likely = candidates.filter(({ confidence }) => confidence >= sureEnough).toSorted(byConfidence);
  return [...new Set([...(code === null ? [] : [code]), ...likely.map((candidate) => candidate.code)])];
}

export function byConfidence(a: Candidate, b: Candidate): number {
  return b.confidence - a.confidence;
}
