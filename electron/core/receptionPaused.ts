import { appError, type AppError } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';

const say = phrases.reception;

/** The error for what cannot be done while reception is paused. */
export function receptionPaused(): AppError {
  return appError('RECEPTION_PAUSED', say.paused, say.pausedHint, { retryable: true });
}
