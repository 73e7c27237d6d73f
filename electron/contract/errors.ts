import { english } from './words/english.ts';
import type { Phrase } from './words/phrase.ts';
import { phrases, verbatim } from './words/phrases.ts';

/**
 * Every way in which a request can fail, as stable codes that scripts may compare.
 * The list is public (electron/api/README.md, "Errors"): add to it, never rename.
 */
export const errorCodes = [
  'INVALID_INPUT',
  'UNAUTHORIZED',
  'FORBIDDEN',
  'NOT_FOUND',
  'NOT_CONNECTED',
  'CONFLICT',
  'INVALID_CREDENTIALS',
  'ACCOUNT_SUSPENDED',
  'NO_NUMBERS_AVAILABLE',
  'NUMBER_TAKEN',
  'INVALID_NUMBER',
  'AREA_CODE_UNAVAILABLE',
  'COUNTRY_UNSUPPORTED',
  'REGULATORY_BUNDLE_REQUIRED',
  'ADDRESS_REQUIRED',
  'TRIAL_LIMIT',
  'INSUFFICIENT_FUNDS',
  'SPEND_LIMIT',
  'TOO_MANY_LEASES',
  'NO_FREE_NUMBER',
  'RATE_LIMITED',
  'TWILIO_UNREACHABLE',
  'TWILIO_ERROR',
  'TUNNEL_FAILED',
  'PORT_IN_USE',
  'HOST_RUNNING',
  'LEASE_ENDED',
  'LEASE_LIMIT',
  'RECEPTION_PAUSED',
  'STORAGE_FAILED',
  'SECRET_STORAGE_UNAVAILABLE',
  'NO_CODE',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What Twilio itself said, shown beside our explanation because its codes change. */
export interface TwilioDetail {
  code: number | null;
  status: number | null;
  message: string;
  moreInfo: string | null;
}

/** A failure as a plain value. It crosses IPC and WebSocket unchanged; scripts get `Failure<string>`, in English. */
export interface Failure<Text = Phrase> {
  code: ErrorCode;
  /** What happened and why, for people. */
  message: Text;
  /** What to do next, for people. */
  hint: Text;
  /** True when the same request may succeed later without a change. */
  retryable: boolean;
  twilio: TwilioDetail | null;
}

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
