import { appError, type AppError } from '../contract/errors.ts';
import { reception } from '../contract/sentences/reception.ts';
import { phrases } from '../contract/sentences/sentence.ts';

const say = phrases(reception);

/** For what cannot be done while nothing comes in. */
export function receptionPaused(): AppError {
  return appError('RECEPTION_PAUSED', say.paused, say.pausedHint, { retryable: true });
}
