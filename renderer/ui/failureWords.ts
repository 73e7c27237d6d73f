import type { Failure } from '../../electron/contract/errors.ts';
import { connectionLost } from '../connectionLost.ts';
import { strings } from './strings.ts';

interface FailureWords {
  message: string;
  hint: string;
  /** What the host said in English, which may tell more; null where the page speaks English or has its own words. */
  original: string | null;
}

/** A failure in the page's language. */
export function failureWords(failure: Failure): FailureWords {
  if (failure === connectionLost) {
    const { lostMessage, lostHint } = strings.connection;
    return { message: lostMessage, hint: lostHint, original: null };
  }
  const { message, hint, code } = failure;
  const translated = strings.host?.errors[code];
  return translated === undefined
    ? { message, hint, original: null }
    : { ...translated, original: `${message} ${hint}` };
}
