import type { Twilio } from 'twilio';
import { bareAddress } from '../../contract/addresses.ts';
import { byTime } from '../../contract/time.ts';
import type { IncomingSms } from '../../core/ports.ts';
import { isoOrEmpty } from './answers.ts';
import { readPages } from './pages.ts';

/** The most messages of one number to read. */
const messageLimit = 500;

/** Twilio's largest page size. */
const pageSize = 1000;

/** Inbound messages to a number since a time (ISO 8601), oldest first; WhatsApp has a list of its own. `onCut`: see Reading. */
export async function messagesTo(
  twilio: Twilio,
  number: string,
  since: string,
  onCut: () => void,
): Promise<IncomingSms[]> {
  const read = (to: string) => {
    const options = { to, dateSentAfter: dayOf(since), pageSize: messageLimit };
    return readPages(twilio.messages, options, { idOf, limit: messageLimit, onCut });
  };
  const lists = await Promise.all([read(number), read(`whatsapp:${number}`)]);
  const each = new Map(lists.flat().map((message) => [idOf(message), message]));
  return inboundSince([...each.values()], since);
}

/** Inbound messages to all numbers since a time (ISO 8601), oldest first. `onCut`: see Reading. */
export async function messagesSince(twilio: Twilio, since: string, onCut: () => void): Promise<IncomingSms[]> {
  // Twilio lists the newest first: once a page has only messages that are too old, so has the rest.
  const isLast = (page: Listed[]) => page.every((message) => sentAt(message) < since);
  const options = { dateSentAfter: dayOf(since), pageSize };
  return inboundSince(await readPages(twilio.messages, options, { idOf, isLast, onCut }), since);
}

function idOf({ sid }: Listed): string {
  return sid;
}

interface Listed {
  sid: string;
  accountSid: string;
  direction: string;
  from: string;
  to: string;
  body: string;
  dateSent: Date | null;
  dateCreated: Date;
  numMedia: string;
}

/** Twilio filters by day (GMT); the rest is filtered here. */
function dayOf(since: string): Date {
  return new Date(`${since.slice(0, 10)}T00:00:00Z`);
}

function inboundSince(listed: Listed[], since: string): IncomingSms[] {
  return listed
    .filter((message) => message.direction === 'inbound' && sentAt(message) >= since)
    .map(incomingSms)
    .sort((a, b) => byTime(a.receivedAt, b.receivedAt));
}

function sentAt({ dateSent, dateCreated }: Listed): string {
  return isoOrEmpty(dateSent ?? dateCreated);
}

function incomingSms(message: Listed): IncomingSms {
  return {
    sid: message.sid,
    accountSid: message.accountSid,
    from: message.from,
    to: bareAddress(message.to),
    body: message.body,
    receivedAt: sentAt(message),
    numMedia: Number(message.numMedia) || 0,
    // Their types are in a list of their own for each message: one more request each time that the list is read.
    media: [],
    sentBy: null,
  };
}
