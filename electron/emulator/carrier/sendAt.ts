import { parseIsoInstant } from '../dates.ts';
import { TwilioError } from '../errors.ts';

const soonestMs = 300_000;
const latestMs = 35 * 86_400_000;

/**
 * When a message is to be sent; null for now. SendAt alone schedules nothing (unconfirmed).
 * @throws TwilioError 400: 35126 another ScheduleType than `fixed`, 35118 no Messaging Service, 35111 no SendAt, 35114
 * no ISO 8601 instant from 5 minutes to 35 days ahead.
 */
export function sendAtParam(form: URLSearchParams, service: string | null, now: number): number | null {
  const type = form.get('ScheduleType');
  if (!type) return null;
  if (type !== 'fixed')
    throw refused(35126, `The ScheduleType value provided is not supported for this channel: ${type}`);
  if (service === null) throw refused(35118, 'MessagingServiceSid is required to schedule a message');
  const text = form.get('SendAt');
  if (!text) throw refused(35111, 'SendAt timestamp is missing');
  const at = parseIsoInstant(text);
  if (at !== null && at >= now + soonestMs && at <= now + latestMs) return at;
  throw refused(
    35114,
    'SendAt time must be between 300 seconds and 35 days (3024000 seconds) in the future, inclusive',
  );
}

function refused(code: number, message: string): TwilioError {
  return new TwilioError(400, code, message);
}
