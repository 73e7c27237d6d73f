import { appError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';

const say = phrases.twilio;

/** A success that is not Twilio's: a proxy's page, or a wrong TWILIO_API_BASE_URL. */
export function notTwilio(): Error {
  return appError('TWILIO_UNREACHABLE', say.notTwilio, say.notTwilioHint, { retryable: true });
}

export function isNotFound(thrown: unknown): boolean {
  return statusOf(thrown) === 404;
}

/** The HTTP status of a refusal; null when there was no answer. */
export function statusOf(thrown: unknown): number | null {
  return thrown instanceof Error && 'status' in thrown && typeof thrown.status === 'number' ? thrown.status : null;
}

export function isoOrEmpty(date: Date | null | undefined): string {
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : '';
}

/**
 * An amount of Twilio's as text. They come as text ("1.00"), or as numbers where a server follows the letter of the
 * API's description (1): both become text with at least two decimals, money is never a float.
 */
export function decimalText(amount: unknown): string {
  const [whole = '0', decimals = ''] = String(amount).split('.');
  return `${whole}.${decimals.padEnd(2, '0')}`;
}
