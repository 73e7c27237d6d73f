import { z } from 'zod';
import { bareAddress } from '../../contract/addresses.ts';
import type { MessageMedia } from '../../contract/lease.ts';
import { mediaUrl } from '../../core/mediaUrl.ts';
import type { IncomingSms } from '../../core/ports.ts';

const sid = z.string().regex(/^[A-Za-z]{2}[0-9A-Za-z]{32}$/);

/**
 * Twilio's parameters of an incoming message (twilio.com/docs/messaging/guides/webhook-request); others are allowed but
 * not needed. A sender may be a number, a short code or letters.
 */
const parametersSchema = z
  .object({
    MessageSid: sid.optional(),
    SmsSid: sid.optional(),
    AccountSid: sid,
    From: z.string().min(1).max(100),
    To: z.string().min(1).max(100),
    Body: z.string().default(''),
    NumMedia: z.coerce.number().int().min(0).catch(0),
  })
  .transform((parameters, context) => {
    const messageSid = parameters.MessageSid ?? parameters.SmsSid;
    if (messageSid) return { ...parameters, messageSid };
    context.addIssue({ code: 'custom', message: 'MessageSid is missing' });
    return z.NEVER;
  });

/** The message in a webhook's parameters; null when they are not one. `now` is milliseconds since the epoch. */
export function readMessage(parameters: unknown, now: number): IncomingSms | null {
  const parsed = parametersSchema.safeParse(parameters);
  if (!parsed.success) return null;
  const { messageSid, AccountSid, From, To, Body, NumMedia } = parsed.data;
  const media = mediaIn(parameters as Record<string, unknown>, NumMedia);
  return {
    sid: messageSid,
    accountSid: AccountSid,
    from: From,
    to: bareAddress(To),
    body: Body,
    receivedAt: new Date(now).toISOString(),
    numMedia: NumMedia,
    media,
    // A Messaging Service in the parameters is the recipient's own.
    sentBy: null,
  };
}

/** `MediaContentType0`, `MediaUrl0` and so on: as many in a row as there are. */
function mediaIn(parameters: Record<string, unknown>, count: number): MessageMedia[] {
  const media: MessageMedia[] = [];
  while (media.length < count) {
    const [contentType, url] = [`MediaContentType${media.length}`, `MediaUrl${media.length}`].map(
      (name) => parameters[name],
    );
    if (typeof contentType !== 'string') break;
    media.push({ contentType, url: typeof url === 'string' ? mediaUrl(url) : null });
  }
  return media;
}
