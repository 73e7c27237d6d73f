import { deliveryErrors } from './carrier/errorCodes.ts';
import { senderOf } from './carrier/senders.ts';
import { withoutWhatsApp } from './addresses.ts';
import { rfc2822 } from './dates.ts';
import { accountPath } from './rest.ts';
import type { StoredMessage } from './state.ts';
import type { World } from './world.ts';

/** A message as the API shows it. */
export function messageResource(world: World, message: StoredMessage): Record<string, unknown> {
  const path = `${accountPath(world)}/Messages/${message.sid}`;
  const waits = awaitsSender(message);
  const errorCode = ['failed', 'undelivered'].includes(message.status) ? message.errorCode : null;
  return {
    account_sid: world.accountSid,
    api_version: '2010-04-01',
    body: message.body,
    date_created: rfc2822(message.createdAt),
    date_sent: message.sentAt === null ? null : rfc2822(message.sentAt),
    date_updated: rfc2822(message.updatedAt),
    direction: message.direction,
    error_code: errorCode,
    error_message: errorCode && deliveryErrors[errorCode].text,
    from: waits ? null : message.from,
    messaging_service_sid: message.service,
    num_media: String(message.media.length),
    num_segments: waits ? '0' : String(message.numSegments),
    price: message.price,
    price_unit: 'USD',
    sid: message.sid,
    status: message.status,
    subresource_uris: { media: `${path}/Media.json` },
    to: message.to,
    uri: `${path}.json`,
  };
}

/** A Messaging Service chooses the sender, and thereby the segments, after it has accepted the message. */
function awaitsSender({ status, service, from }: StoredMessage): boolean {
  const isEarly = status === 'accepted' || status === 'scheduled';
  return isEarly && service !== null && withoutWhatsApp(from) === senderOf(service);
}
