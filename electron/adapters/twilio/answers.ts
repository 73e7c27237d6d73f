import { appError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';

const say = phrases.twilio;

/** A success that did not come from Twilio: a proxy's page, or a wrong TWILIO_API_BASE_URL. */
export function notTwilio(): Error {
  return appError('TWILIO_UNREACHABLE', say.notTwilio, say.notTwilioHint, { retryable: true });
}

export function isNotFound(thrown: unknown): boolean {
  return statusOf(thrown) === 404;
}

/** The HTTP status of a rejected call; null when there was no answer. */
export function statusOf(thrown: unknown): number | null {
  return thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number' ? thrown.status : null;
}

export function isoOrEmpty(date: Date | null | undefined): string {
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : '';
}

/**
 * An amount from Twilio as text. It comes as text ("1.00"), or as a number (1) from servers that follow the API
 * description to the letter: both become text with at least two decimals, as money is never a float.
 */
export function decimalText(amount: unknown): string {
  const [whole = '0', decimals = ''] = String(amount).split('.');
  return `${whole}.${decimals.padEnd(2, '0')}`;
}
