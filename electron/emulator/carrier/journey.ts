import { billOutbound } from '../messageStore.ts';
import type { Context } from '../rest.ts';
import type { MessageStatus, StoredMessage } from '../state.ts';
import { isStored, type World } from '../world.ts';
import { deliveryErrors } from './errorCodes.ts';
import { arriveLate } from './handOver.ts';

/**
 * Takes a message through its statuses and calls its StatusCallback for each. Twilio's guide says that none is called
 * for the status in which a message is created, `queued` without a Messaging Service; here `queued` always has one.
 * Ends early when the message is deleted.
 */
export async function travel(context: Context, message: StoredMessage): Promise<void> {
  const { world, courier } = context;
  const statuses = statusesOf(message);
  for (const status of statuses) {
    const isLast = status === statuses.at(-1);
    const waitMs = isLast ? world.faults.statusDelayMs + message.lateMs : 0;
    if (waitMs > 0 && !(await courier.pause(waitMs))) return;
    if (!isStored(world, message)) return;
    if (isLast && message.lateMs > 0) await arriveLate(context, message);
    enter(world, message, isLast ? lastStatus(message) : status);
    const { statusCallback } = message;
    const goesOn =
      statusCallback === null || (await courier.notify(message, statusCallback, callbackParams(world, message)));
    if (!goesOn) return;
  }
}

/** A message that fails never leaves Twilio. */
function statusesOf(message: StoredMessage): MessageStatus[] {
  const last = lastStatus(message);
  return last === 'failed' ? ['queued', last] : ['queued', 'sent', last];
}

function lastStatus({ errorCode }: StoredMessage): MessageStatus {
  return errorCode === null ? 'delivered' : deliveryErrors[errorCode].status;
}

function enter(world: World, message: StoredMessage, status: MessageStatus): void {
  message.status = status;
  message.updatedAt = world.now();
  if (status !== 'sent') return;
  message.sentAt = message.updatedAt;
  billOutbound(world, message);
}

/** https://www.twilio.com/docs/messaging/guides/track-outbound-message-status */
function callbackParams({ accountSid }: World, message: StoredMessage): Record<string, string> {
  const { sid, status, from, to, service, errorCode } = message;
  const isOver = status === 'failed' || status === 'undelivered';
  return {
    SmsSid: sid,
    SmsStatus: status,
    MessageStatus: status,
    To: to,
    MessageSid: sid,
    AccountSid: accountSid,
    From: from,
    ApiVersion: '2010-04-01',
    ...(service !== null && { MessagingServiceSid: service }),
    ...(isOver && { ErrorCode: String(errorCode) }),
  };
}
