import { channelOf } from '../../contract/addresses.ts';
import type { Message } from '../../contract/state.ts';
import { findLinks } from '../../core/otp/links.ts';
import { candidatesOf, mediaOf, phraseOf } from './records.ts';

/** A message as SQLite returns it. */
interface MessageRow {
  sid: string;
  sender: string;
  recipient: string;
  body: string;
  received_at: string;
  lease_id: string | null;
  code: string | null;
  candidates: string;
  service: string | null;
  reason: string;
  source: string;
  num_media: number;
  sent_by: string | null;
  sent_by_name: string | null;
  media: string | null;
}

const columns = [
  'sid',
  'sender',
  'recipient',
  'body',
  'received_at',
  'lease_id',
  'code',
  'candidates',
  'service',
  'reason',
  'source',
  'num_media',
  'sent_by',
  'sent_by_name',
  'media',
];

export const messageColumns = columns.join(', ');
/** The same columns for a join. */
export const qualifiedColumns = columns.map((column) => `messages.${column}`).join(', ');

export function messageOf(row: unknown): Message {
  const { sid, sender, recipient, body, received_at, lease_id, code, candidates, service, reason, source, ...rest } =
    row as MessageRow;
  const { num_media, sent_by, sent_by_name, media } = rest;
  return {
    sid,
    to: recipient,
    from: sender,
    body,
    // Found again at each reading, instead of stored beside the text.
    links: findLinks(body),
    numMedia: num_media,
    media: media === null ? [] : mediaOf(media),
    channel: channelOf({ from: sender, numMedia: num_media }),
    receivedAt: received_at,
    leaseId: lease_id,
    code,
    candidates: candidatesOf(candidates),
    service,
    sentBy: sent_by === null ? null : { sid: sent_by, name: sent_by_name },
    reason: phraseOf(reason),
    source: source as Message['source'],
  };
}
