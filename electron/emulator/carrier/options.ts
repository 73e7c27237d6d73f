import { invalidParameter, TwilioError } from '../errors.ts';
import { booleanParam } from '../rest.ts';
import { isSid } from '../sids.ts';

const flags = ['ProvideFeedback', 'ForceDelivery', 'SmartEncoded', 'ShortenUrls', 'SendAsMms'];
const choices: Readonly<Record<string, readonly string[]>> = {
  ContentRetention: ['retain', 'discard'],
  AddressRetention: ['retain', 'obfuscate'],
  TrafficType: ['free'],
  RiskCheck: ['enable', 'disable'],
};
const longestValidityS = 36_000;

/**
 * Checks the options of a message that change nothing here.
 * @throws TwilioError 400: 90007 for ValidityPeriod, 20001 for the others (unconfirmed).
 */
export function checkOptions(form: URLSearchParams): void {
  for (const name of flags) booleanParam(form, name);
  for (const [name, allowed] of Object.entries(choices)) {
    const value = form.get(name);
    if (value !== null && !allowed.includes(value))
      throw invalidParameter(`${name} must be one of ${allowed.join(', ')}: ${value}`);
  }
  const [validity, attempt, application] = ['ValidityPeriod', 'Attempt', 'ApplicationSid'].map((name) =>
    form.get(name),
  );
  if (validity != null && !isWhole(validity, longestValidityS))
    throw new TwilioError(400, 90007, `ValidityPeriod must be from 1 to ${longestValidityS} seconds: ${validity}`);
  if (attempt != null && !isWhole(attempt, Number.MAX_SAFE_INTEGER))
    throw invalidParameter(`Attempt must be a positive integer: ${attempt}`);
  if (application && !isSid(application, 'AP'))
    throw invalidParameter(`ApplicationSid is not a valid SID (AP and 32 hexadecimal digits): ${application}`);
}

function isWhole(text: string, max: number): boolean {
  return /^[1-9]\d{0,15}$/.test(text) && Number(text) <= max;
}
