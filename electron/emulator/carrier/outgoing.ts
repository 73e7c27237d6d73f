import { isE164, isName, isShortCode, isWhatsApp, onWhatsApp } from '../addresses.ts';
import { TwilioError } from '../errors.ts';
import { maxBodyLength, type Draft } from '../messageStore.ts';
import { e164Param } from '../rest.ts';
import { isSid } from '../sids.ts';
import { isWebUrl } from '../urls.ts';
import { contentTypeOf } from './contentType.ts';
import { invalidSender, magicSenders, refusals } from './errorCodes.ts';
import { checkOptions } from './options.ts';
import { sendAtParam } from './sendAt.ts';
import { senderOf } from './senders.ts';

/** A message as its sender wishes it. */
export interface Outgoing extends Draft {
  /** The Messaging Service (MG…) or Verify service (VA…) that sends it. */
  service: string | null;
  statusCallback: string | null;
  /** When it is to be sent; null for now. Milliseconds since the epoch. */
  sendAt: number | null;
}

const maxMedia = 10;

/**
 * Reads the form of `POST Messages.json` when every message is captured: any sender of a valid form will do. The
 * recipient comes first, as at Twilio.
 * @throws TwilioError 400: 21604, 21211 for To; 21603, 21212, 21705, 21910, 21266 for From and MessagingServiceSid;
 * 21619, 21617, 21620, 21623, 21655 for the content; 21609 for StatusCallback; 351xx for the schedule; and those of
 * {@link checkOptions}.
 */
export function parseOutgoing(form: URLSearchParams, now: number): Outgoing {
  const to = recipientParam(form);
  const { from, service } = senderParams(form, to);
  const { body, media } = contentParams(form);
  const statusCallback = statusCallbackParam(form);
  const sendAt = sendAtParam(form, service, now);
  checkOptions(form);
  return { to, from, service, body, media, statusCallback, sendAt };
}

function recipientParam(form: URLSearchParams): string {
  const to = e164Param(form, 'To') ?? '';
  if (to === '') throw refused(21604, "A 'To' phone number is required.");
  if (!isE164(to) && !isWhatsApp(to)) throw refused(21211, refusals[21211](to));
  return to;
}

/** A Messaging Service may stand in From, too (documented with error 35118). */
function senderParams(form: URLSearchParams, to: string): { from: string; service: string | null } {
  const given = e164Param(form, 'From') ?? '';
  const serviceInFrom = isSid(given, 'MG');
  const service = form.get('MessagingServiceSid') || (serviceInFrom ? given : null);
  if (service !== null && !isSid(service, 'MG'))
    throw refused(21705, `The Messaging Service Sid ${service} is invalid.`);
  const from = given !== '' && !serviceInFrom ? given : service === null ? '' : serviceSender(service, to);
  if (from === '') throw refused(21603, "A 'From' phone number is required.");
  requireSender(from);
  if (isWhatsApp(from) !== isWhatsApp(to))
    throw refused(21910, "Invalid 'From' and 'To' pair. 'From' and 'To' should be of the same channel");
  if (from === to) throw refused(21266, `'To' and 'From' number cannot be the same: ${to}`);
  return { from, service };
}

function serviceSender(service: string, to: string): string {
  return isWhatsApp(to) ? onWhatsApp(senderOf(service)) : senderOf(service);
}

function requireSender(from: string): void {
  const magic = magicSenders.get(from);
  if (magic) throw refused(magic.code, magic.text);
  if (isE164(from) || isWhatsApp(from) || isShortCode(from) || isName(from)) return;
  throw refused(21212, invalidSender(from));
}

function contentParams(form: URLSearchParams): Pick<Draft, 'body' | 'media'> {
  const body = form.get('Body') ?? '';
  const urls = form.getAll('MediaUrl').filter((url) => url !== '');
  const template = form.get('ContentSid');
  if (template) throw refused(21655, `The ContentSid ${template} is Invalid`);
  if (body === '' && urls.length === 0) throw refused(21619, 'A text message body or media urls must be specified.');
  if (body.length > maxBodyLength)
    throw refused(21617, `The concatenated message body exceeds the ${maxBodyLength} character limit`);
  if (urls.length > maxMedia) throw refused(21623, 'Number of media files exceeds allowed limit');
  if (!urls.every(isWebUrl)) throw refused(21620, 'Invalid media URL(s)');
  return { body, media: urls.map((url) => ({ url, contentType: contentTypeOf(url) })) };
}

function statusCallbackParam(form: URLSearchParams): string | null {
  const url = form.get('StatusCallback') || null;
  if (url !== null && !isWebUrl(url)) throw refused(21609, `The 'StatusCallback' URL ${url} is not a valid URL.`);
  return url;
}

function refused(code: number, message: string): TwilioError {
  return new TwilioError(400, code, message);
}
