import { appError, type ErrorCode, type Failure } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';

const say = phrases.numbers;

/** Refusals that are about the account, or pass. */
const passing: ReadonlySet<ErrorCode> = new Set(['INVALID_CREDENTIALS', 'ACCOUNT_SUSPENDED', 'RATE_LIMITED']);
const passingStatuses: readonly number[] = [404, 408, 429];

/** Whether Twilio has understood what was asked and does not want to do it: that is for a person to mend. */
export function isRefusal({ code, twilio }: Failure): boolean {
  const status = twilio?.status ?? 0;
  return status >= 400 && status < 500 && !passing.has(code) && !passingStatuses.includes(status);
}

/** A refused release, in words that say what is left to do; Twilio's own stay beside them. */
export function saidOfRelease({ code, twilio }: Failure): Failure {
  return appError(code, say.releaseRefused, say.releaseRefusedHint, twilio ? { twilio } : {}).failure;
}
