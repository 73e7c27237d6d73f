import { isWhatsApp } from './addresses.ts';
import { charge } from './billing.ts';
import { countryOfNumber, findCountry } from './countries.ts';
import { formatUsd, type MicroUsd } from './money.ts';
import { countSegments } from './segments.ts';
import { newSid } from './sids.ts';
import type { StoredMedia, StoredMessage } from './state.ts';
import type { OwnedNumber, World } from './world.ts';

/** Longest text that Twilio accepts, in UTF-16 code units (beyond it: error 21617). */
export const maxBodyLength = 1600;

export interface Draft {
  to: string;
  from: string;
  body: string;
  media: Pick<StoredMedia, 'url' | 'contentType'>[];
}

/** Of a message, however long. Its usage categories are unconfirmed, so it counts in the total alone. */
const whatsAppPrice: MicroUsd = 5_000;

/** Stores and bills an incoming message for one of the account's numbers. */
export function storeInbound(world: World, number: OwnedNumber, draft: Draft): StoredMessage {
  const price = findCountry(number.listing.iso)?.inboundSms ?? 0;
  const message = newMessage(world, draft, 'inbound', 'received');
  message.sentAt = message.createdAt;
  if (isWhatsApp(draft.to)) {
    billMessage(world, message, whatsAppPrice, []);
    return message;
  }
  const kind = number.listing.type === 'tollFree' ? 'sms-inbound-tollfree' : 'sms-inbound-longcode';
  billMessage(world, message, price, ['sms', 'sms-inbound', kind]);
  return message;
}

/** Stores an outgoing message. It stays queued until {@link completeOutbound}. */
export function storeOutbound(world: World, draft: Draft): StoredMessage {
  return newMessage(world, draft, 'outbound-api', 'queued');
}

/** Delivers and bills a queued message. */
export function completeOutbound(world: World, message: StoredMessage): void {
  billMessage(world, message, countryOfNumber(message.to)?.outboundSms ?? 0, ['sms', 'sms-outbound']);
  message.status = 'delivered';
  message.sentAt = message.updatedAt = world.now();
}

function newMessage(
  world: World,
  draft: Draft,
  direction: StoredMessage['direction'],
  status: StoredMessage['status'],
): StoredMessage {
  const at = world.now();
  const { segments } = countSegments(draft.body);
  const isMms = draft.media.length > 0;
  const message: StoredMessage = {
    sid: newSid(isMms ? 'MM' : 'SM'),
    direction,
    status,
    ...draft,
    media: draft.media.map((media) => ({ sid: newSid('ME'), ...media, createdAt: at })),
    numSegments: isMms || isWhatsApp(draft.to) ? 1 : segments,
    price: null,
    createdAt: at,
    updatedAt: at,
    sentAt: null,
  };
  world.messages.push(message);
  return message;
}

function billMessage(world: World, message: StoredMessage, perSegment: MicroUsd, categories: string[]): void {
  const amount = perSegment * message.numSegments;
  message.price = formatUsd(-amount, 5);
  charge(world, { at: world.now(), categories, count: 1, units: message.numSegments, amount });
}
