import type { Phrase } from '../../contract/words/phrase.ts';
import type { Extraction } from '../../contract/state.ts';

/** A result without a code. */
export function noCode(reason: Phrase): Extraction {
  return { code: null, confidence: 0, candidates: [], service: null, domain: null, links: [], reason };
}
