import { english } from './words/english.ts';
import type { Phrase } from './words/phrase.ts';
import { phrases, verbatim } from './words/phrases.ts';
import type { ErrorCode, Failure, TwilioDetail } from './failure.ts';

export { errorCodes, type ErrorCode, type Failure, type TwilioDetail } from './failure.ts';

export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure };

/** A Failure that is thrown inside one process; it never crosses a boundary as an Error. */
export class AppError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(english(failure.message));
    this.name = 'AppError';
    this.failure = failure;
  }
}

/** Builds an AppError; `retryable` is false and `twilio` null unless given. */
export function appError(
  code: ErrorCode,
  message: Phrase,
  hint: Phrase,
  more: { retryable?: boolean; twilio?: TwilioDetail } = {},
): AppError {
  return new AppError({ code, message, hint, retryable: more.retryable ?? false, twilio: more.twilio ?? null });
}

/** Like `appError`, for the command line and automation API, which speak only English; never for a user interface. */
export function plainError(
  code: ErrorCode,
  message: string,
  hint: string,
  more: Parameters<typeof appError>[3] = {},
): AppError {
  return appError(code, verbatim(message), verbatim(hint), more);
}

/** Any thrown value as a Failure. The text of an unknown error stays inside: it may hold a secret. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof AppError) return thrown.failure;
  return {
    code: 'INTERNAL',
    message: phrases.general.unexpected,
    hint: phrases.general.unexpectedHint,
    retryable: true,
    twilio: null,
  };
}
