import { appError, type AppError } from '../../contract/errors.ts';
import { inOneLine, phrases } from '../../contract/words/phrases.ts';

const say = phrases.sharing;

// Why a request gets no number now, although it may get one later.

export function sameIsTried(): AppError {
  return appError('NO_FREE_NUMBER', say.sameIsTried, say.sameIsTriedHint, { retryable: true });
}

/** The kept number that fits still rests for this long, and another one is not bought meanwhile. */
export function stillRests(ms: number): AppError {
  const message = say.stillRests({ count: Math.ceil(ms / 1000) });
  return appError('NO_FREE_NUMBER', message, say.stillRestsHint, { retryable: true });
}

/** The time to wait is up; `failure` says what was in the way. */
export function noneBecameFree(waitedMs: number, { failure }: AppError): AppError {
  const message = say.noFreeNumber({ count: Math.round(waitedMs / 1000) });
  return appError('NO_FREE_NUMBER', message, inOneLine(failure.message, failure.hint), { retryable: true });
}
