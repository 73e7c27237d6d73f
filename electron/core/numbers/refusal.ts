import { appError, type ErrorCode, type Failure } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';

const say = phrases.numbers;

/** Refusals about the account, or that will pass. */
const passing: ReadonlySet<ErrorCode> = new Set(['INVALID_CREDENTIALS', 'ACCOUNT_SUSPENDED', 'RATE_LIMITED']);
const passingStatuses: readonly number[] = [404, 408, 429];

/** Whether Twilio understood the request and refuses to do it: a person has to fix that. */
export function isRefusal({ code, twilio }: Failure): boolean {
  const status = twilio?.status ?? 0;
  return status >= 400 && status < 500 && !passing.has(code) && !passingStatuses.includes(status);
}

/** A refused release, in words that say what is left to do; Twilio's own are kept, too. */
export function saidOfRelease({ code, twilio }: Failure): Failure {
  return appError(code, say.releaseRefused, say.releaseRefusedHint, twilio ? { twilio } : {}).failure;
}
