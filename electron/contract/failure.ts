import type { Phrase } from './words/phrase.ts';

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
  'WRONG_MODE',
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
  'STANDBY',
  'SECRET_STORAGE_UNAVAILABLE',
  'NO_CODE',
  'NO_MESSAGE',
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
