import { isWhatsApp, withoutWhatsApp } from './addresses.ts';
import { caAreas, usAreas, type Area } from './areas.ts';
import { countryOfNumber } from './countries.ts';
import type { StoredMessage } from './state.ts';
import type { OwnedNumber } from './world.ts';

/**
 * The parameters of Twilio's request for an incoming message
 * (https://www.twilio.com/docs/messaging/guides/webhook-request). A number's location is empty when unknown: for short
 * codes, alphanumeric senders and numbers outside North America.
 */
export function inboundParams(
  accountSid: string,
  number: OwnedNumber,
  message: StoredMessage,
  origin: string,
): Record<string, string> {
  const channel = isWhatsApp(message.to) ? whatsAppParams(message) : smsParams(number, message);
  return {
    ...channel,
    SmsMessageSid: message.sid,
    NumMedia: String(message.media.length),
    SmsSid: message.sid,
    SmsStatus: 'received',
    Body: message.body,
    To: message.to,
    NumSegments: String(message.numSegments),
    MessageSid: message.sid,
    AccountSid: accountSid,
    From: message.from,
    ApiVersion: '2010-04-01',
    ...mediaParams(accountSid, message, origin),
  };
}

function smsParams(number: OwnedNumber, message: StoredMessage): Record<string, string> {
  const [from, to] = [placeOf(message.from), placeOf(message.to)];
  return {
    ToCountry: number.listing.iso,
    ToState: to?.region ?? '',
    ToCity: to?.locality.toUpperCase() ?? '',
    ToZip: to?.postalCode ?? '',
    FromCountry: countryOf(message.from),
    FromState: from?.region ?? '',
    FromCity: from?.locality.toUpperCase() ?? '',
    FromZip: from?.postalCode ?? '',
  };
}

/** The sender's id and profile instead of places. The profile is made up. */
function whatsAppParams({ from, media }: StoredMessage): Record<string, string> {
  return {
    ProfileName: 'Asha',
    WaId: withoutWhatsApp(from).slice(1),
    MessageType: media.length > 0 ? 'image' : 'text',
    ReferralNumMedia: '0',
  };
}

function mediaParams(accountSid: string, { sid, media }: StoredMessage, origin: string): Record<string, string> {
  const path = `${origin}/2010-04-01/Accounts/${accountSid}/Messages/${sid}/Media`;
  const params = media.flatMap((one, index) => [
    [`MediaUrl${index}`, `${path}/${one.sid}`],
    [`MediaContentType${index}`, one.contentType],
  ]);
  return Object.fromEntries(params) as Record<string, string>;
}

function placeOf(e164: string): Area | undefined {
  return [...usAreas, ...caAreas].find((area) => e164.startsWith('+1' + area.areaCode));
}

function countryOf(sender: string): string {
  const place = placeOf(sender);
  if (place && caAreas.includes(place)) return 'CA';
  return countryOfNumber(sender)?.iso ?? '';
}
