import type { Candidate } from '../../contract/state.ts';

export interface Extraction {
  code: string | null;
  confidence: number;
  candidates: Candidate[];
  service: string | null;
  domain: string | null;
  reason: string;
}
