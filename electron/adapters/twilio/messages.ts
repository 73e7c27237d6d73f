import type { Twilio } from 'twilio';
import type { IncomingSms } from '../../core/ports.ts';
import { isoOrEmpty } from './answers.ts';

/** How many messages of one number are read at most. */
const messageLimit = 500;

/** The inbound messages to a number since an instant (ISO 8601), oldest first. */
export async function messagesTo(twilio: Twilio, number: string, since: string): Promise<IncomingSms[]> {
  // Twilio filters by the day (GMT), so the rest is done here.
  const day = new Date(`${since.slice(0, 10)}T00:00:00Z`);
  const listed = await twilio.messages.list({ to: number, dateSentAfter: day, limit: messageLimit });
  return listed
    .filter(({ direction }) => direction === 'inbound')
    .map((message) => ({
      sid: message.sid,
      accountSid: message.accountSid,
      from: message.from,
      to: message.to,
      body: message.body,
      receivedAt: isoOrEmpty(message.dateSent ?? message.dateCreated),
      numMedia: Number(message.numMedia) || 0,
    }))
    .filter(({ receivedAt }) => receivedAt >= since)
    .sort((a, b) => a.receivedAt.localeCompare(b.receivedAt));
}
