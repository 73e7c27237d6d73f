import type { Failure } from '../../electron/contract/errors.ts';
import { connectionLost } from '../connectionLost.ts';
import { hostSaid, type Said } from './hostSaid.ts';
import { strings } from './strings.ts';

interface FailureWords {
  message: Said;
  hint: Said;
  /** What the host said in English and there are no words for here; null as a rule. */
  original: string | null;
}

/** A failure in the page's language. */
export function failureWords(failure: Failure): FailureWords {
  if (failure === connectionLost) {
    const { lostMessage, lostHint } = strings.connection;
    return { message: lostMessage, hint: lostHint, original: null };
  }
  const { message, hint, code } = failure;
  const general = strings.host?.errors[code];
  if (general === undefined) return { message, hint, original: null };
  const said = { message: hostSaid(message), hint: hostSaid(hint) };
  const missing = [said.message === null ? message : '', said.hint === null ? hint : ''].filter((text) => text !== '');
  return {
    message: said.message ?? general.message,
    hint: said.hint ?? (hint === '' ? '' : general.hint),
    original: missing.length === 0 ? null : missing.join(' '),
  };
}
