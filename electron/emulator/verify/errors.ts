import { asTwilioError, TwilioError } from '../errors.ts';

/** 400/60200 (https://www.twilio.com/docs/api/errors/60200). */
export function invalid(parameter: string, value: string | null): TwilioError {
  return new TwilioError(400, 60200, `Invalid parameter \`${parameter}\`: ${value ?? ''}`);
}

/** 403/60204, also for what has to be enabled in the service first. */
export function notSupported(feature: string): TwilioError {
  return new TwilioError(403, 60204, `Service does not support this feature: ${feature}`);
}

/** 429/60202: five codes were checked. A new one can be asked for when the verification is over. */
export function tooManyChecks(): TwilioError {
  return new TwilioError(429, 60202, 'Max check attempts reached');
}

/** 403/60205 (https://www.twilio.com/docs/api/errors/60205). */
export function landline(): TwilioError {
  return new TwilioError(403, 60205, 'SMS is not supported by landline phone number');
}

/** A refusal of the message, as Verify reports it; the others pass as they are (unconfirmed). */
export function asVerifyError(thrown: unknown, to: string): TwilioError {
  const error = asTwilioError(thrown);
  if (error.code === 21211) return invalid('To', to);
  return error.code === 21614 ? landline() : error;
}
