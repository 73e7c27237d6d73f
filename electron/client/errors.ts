import type { ErrorCode, Failure, Message, TwilioDetail } from './types.ts';

/** Error codes of the automation API, and the client's own `HOST_UNREACHABLE`. */
export type OtpDockErrorCode = ErrorCode | 'HOST_UNREACHABLE';

type OtpDockFailure = Omit<Failure, 'code'> & { code: OtpDockErrorCode };

/** A failed request to OTP Dock. `message` says what happened and what to do next; compare `code`. */
export class OtpDockError extends Error {
  override readonly name: string = 'OtpDockError';
  readonly code: OtpDockErrorCode;
  /** What to do next. */
  readonly hint: string;
  /** True when the same request may succeed later. */
  readonly retryable: boolean;
  /** Twilio's own error, if it was asked. */
  readonly twilio: TwilioDetail | null;

  readonly #failure: OtpDockFailure;

  constructor(failure: OtpDockFailure, options?: ErrorOptions) {
    super(`${failure.message} ${failure.hint}`, options);
    this.#failure = failure;
    this.code = failure.code;
    this.hint = failure.hint;
    this.retryable = failure.retryable;
    this.twilio = failure.twilio;
  }

  /** As in the automation API: what happened, separate from what to do next. */
  toJSON(): OtpDockFailure {
    return this.#failure;
  }
}

/** OTP Dock does not answer. */
export class HostUnreachableError extends OtpDockError {
  override readonly name = 'HostUnreachableError';
  /** How long a proxy asks to wait; 0: it does not say. */
  readonly retryAfterMs: number;

  constructor(
    message: string,
    hint: string,
    { retryAfterMs = 0, ...options }: ErrorOptions & { retryAfterMs?: number } = {},
  ) {
    super({ code: 'HOST_UNREACHABLE', message, hint, retryable: true, twilio: null }, options);
    this.retryAfterMs = retryAfterMs;
  }
}

/** This OTP Dock stands by while another one serves, or before it takes over (`STANDBY`). It has done nothing. */
export class StandbyError extends OtpDockError {
  /** How long it asks to wait. */
  readonly retryAfterMs: number;

  constructor(failure: OtpDockFailure, retryAfterMs: number) {
    super(failure);
    this.retryAfterMs = retryAfterMs;
  }
}

/** Nothing came that was waited for: in time (`NO_MESSAGE`), or before the lease ended (`LEASE_ENDED`). */
export class NoMessageError extends OtpDockError {
  override readonly name: string = 'NoMessageError';
  /** The messages that did come but were not meant, newest first. */
  readonly messages: readonly Message[];

  constructor(
    code: 'NO_MESSAGE' | 'NO_CODE' | 'LEASE_ENDED',
    message: string,
    hint: string,
    messages: readonly Message[],
  ) {
    super({ code, message, hint, retryable: code !== 'LEASE_ENDED', twilio: null });
    this.messages = messages;
  }
}

/** No code came in time (`NO_CODE`), or before the lease ended (`LEASE_ENDED`). */
export class NoCodeError extends NoMessageError {
  override readonly name = 'NoCodeError';
}
