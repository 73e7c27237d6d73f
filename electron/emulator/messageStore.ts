import { isWhatsApp } from './addresses.ts';
import { charge } from './billing.ts';
import type { Fate } from './carrier/messageFaults.ts';
import { countryOfNumber, findCountry } from './countries.ts';
import { formatUsd, type MicroUsd } from './money.ts';
import { countSegments } from './segments.ts';
import { newSid } from './sids.ts';
import type { MessageStatus, StoredMedia, StoredMessage } from './state.ts';
import { rememberMessage, type OwnedNumber, type World } from './world.ts';

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

/** Stores and bills an incoming message for a number, which the account may lack when messages are captured. */
export function storeInbound(world: World, number: OwnedNumber | undefined, draft: Draft): StoredMessage {
  const country = number ? findCountry(number.listing.iso) : countryOfNumber(draft.to);
  const message = newMessage(world, draft, 'inbound', 'received');
  rememberMessage(world, message);
  message.sentAt = message.createdAt;
  if (isWhatsApp(draft.to)) {
    billMessage(world, message, whatsAppPrice, []);
    return message;
  }
  const kind = number?.listing.type === 'tollFree' ? 'sms-inbound-tollfree' : 'sms-inbound-longcode';
  billMessage(world, message, country?.inboundSms ?? 0, ['sms', 'sms-inbound', kind]);
  return message;
}

/** Stores an outgoing message. It stays queued until {@link completeOutbound}. */
export function storeOutbound(world: World, draft: Draft): StoredMessage {
  const message = newMessage(world, draft, 'outbound-api', 'queued');
  rememberMessage(world, message);
  return message;
}

/** Delivers and bills a queued message. */
export function completeOutbound(world: World, message: StoredMessage): void {
  billOutbound(world, message);
  message.status = 'delivered';
  message.sentAt = message.updatedAt = world.now();
}

export function billOutbound(world: World, message: StoredMessage): void {
  billMessage(world, message, countryOfNumber(message.to)?.outboundSms ?? 0, ['sms', 'sms-outbound']);
}

type Wishes = Fate & Pick<StoredMessage, 'service' | 'statusCallback' | 'sendAt'>;

/** Makes a message. It is not yet stored. */
export function newMessage(
  world: World,
  draft: Draft & Partial<Wishes>,
  direction: StoredMessage['direction'],
  status: MessageStatus,
): StoredMessage {
  const at = world.now();
  const { segments } = countSegments(draft.body);
  const isMms = draft.media.length > 0;
  return {
    sid: newSid(isMms ? 'MM' : 'SM'),
    direction,
    status,
    service: null,
    statusCallback: null,
    errorCode: null,
    lateMs: 0,
    copies: 1,
    callbacks: 1,
    arrived: false,
    sendAt: null,
    ...draft,
    media: draft.media.map((media) => ({ sid: newSid('ME'), ...media, createdAt: at })),
    numSegments: isMms || isWhatsApp(draft.to) ? 1 : segments,
    price: null,
    createdAt: at,
    updatedAt: at,
    sentAt: null,
  };
}

function billMessage(world: World, message: StoredMessage, perSegment: MicroUsd, categories: string[]): void {
  const amount = perSegment * message.numSegments;
  message.price = formatUsd(-amount, 5);
  charge(world, { at: world.now(), categories, count: 1, units: message.numSegments, amount });
}
