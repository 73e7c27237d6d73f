import { z } from 'zod';
import { isE164, isSender, isShortCode, isWhatsApp, onWhatsApp, withoutWhatsApp } from './addresses.ts';
import { settleBills } from './billing.ts';
import { handOver } from './carrier/handOver.ts';
import { obeyReply } from './carrier/replies.ts';
import { parsed } from './controlInput.ts';
import { TwilioError } from './errors.ts';
import { maxBodyLength, storeInbound } from './messageStore.ts';
import type { Context } from './rest.ts';
import type { DeliveryAttempt } from './webhookCalls.ts';
import { ownedNumber, type World } from './world.ts';

/** A United States number reserved for fiction. */
const defaultSender = '+12025550147';
const senderWanted = 'must be an E.164 number, a short code of 3 to 8 digits or a name of 1 to 11 characters';
const receiverWanted =
  'must be a number in E.164 form, such as "+12025550123", or for WhatsApp "whatsapp:+12025550123"';

const sms = smsTo((text) => isE164(text) || isWhatsApp(text), receiverWanted);
const smsOrReply = smsTo(
  (text) => isE164(text) || isWhatsApp(text) || isShortCode(text),
  `${receiverWanted}, or a short code`,
);

function smsTo(isReceiver: (text: string) => boolean, wanted: string) {
  return z
    .object({
      /** E.164; one of the account's numbers. With `whatsapp:` before it, the message comes by WhatsApp. */
      to: z.string().refine(isReceiver, wanted),
      /** At most 1600 UTF-16 code units; may be empty. */
      body: z.string().max(maxBodyLength),
      /** E.164, a short code or an alphanumeric sender; for WhatsApp a number with `whatsapp:` before it. */
      from: z
        .string()
        .refine((text) => isSender(text) || isWhatsApp(text), senderWanted)
        .optional(),
      /** Number of attached pictures, 0 to 10. */
      numMedia: z.int().min(0).max(10).default(0),
    })
    .transform(({ from, numMedia, ...rest }) => ({
      ...rest,
      from: from ?? defaultSenderTo(rest.to),
      media: Array.from({ length: numMedia }, () => ({ url: null, contentType: 'image/jpeg' })),
    }))
    .refine(({ to, from }) => isWhatsApp(to) === isWhatsApp(from), 'to and from must be of the same channel');
}

function defaultSenderTo(to: string): string {
  return isWhatsApp(to) ? onWhatsApp(defaultSender) : defaultSender;
}

/** A message from outside to one of the account's numbers. */
export type IncomingSms = z.input<typeof sms>;

export interface SmsReceipt {
  sid: string;
  /** All webhook requests, in order; empty when the number has no SmsUrl or a fault dropped the webhook. */
  delivered: DeliveryAttempt[];
}

/**
 * Makes a message arrive; resolves once its webhooks have been called. When messages are captured, one to a number or
 * short code that has sent something is a reply, and STOP, START and HELP are obeyed; one to any other number that the
 * account does not have is captured, too.
 * @throws TwilioError 404/20404 when nobody has the number, 400/21614 when the number takes no SMS, 400/20001 for
 * invalid input, 503/20503 when it could not be captured.
 */
export async function receiveSms(context: Context, input: unknown): Promise<SmsReceipt> {
  const { world, courier, capture } = context;
  settleBills(world);
  const draft = parsed(capture ? smsOrReply : sms, input);
  const number = ownedNumber(world, withoutWhatsApp(draft.to));
  const isReply = capture !== null && hasSent(world, draft.to);
  const isCaptured = capture !== null && !number && !isReply && !isShortCode(draft.to);
  if (!number && !isReply && !isCaptured)
    throw new TwilioError(404, 20404, `${draft.to} is not a number of this account`);
  if (number && !number.listing.capabilities.sms)
    throw new TwilioError(400, 21614, `${draft.to} is not a number that takes SMS`);
  const message = storeInbound(world, number, draft);
  if (isCaptured) await handOver(context, message);
  else if (capture) await obeyReply(context, message);
  return { sid: message.sid, delivered: number ? await courier.deliver(number, message) : [] };
}

function hasSent({ messages }: World, sender: string): boolean {
  return messages.some(({ direction, from }) => direction !== 'inbound' && from === sender);
}
