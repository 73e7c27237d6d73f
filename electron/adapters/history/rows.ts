import { channelOf } from '../../contract/addresses.ts';
import type { Message } from '../../contract/state.ts';
import { findLinks } from '../../core/otp/links.ts';
import { candidatesOf, phraseOf } from './records.ts';

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
];

export const messageColumns = columns.join(', ');
/** The same columns for a join. */
export const qualifiedColumns = columns.map((column) => `messages.${column}`).join(', ');

export function messageOf(row: unknown): Message {
  const { sid, sender, recipient, body, received_at, lease_id, code, candidates, service, reason, source, num_media } =
    row as MessageRow;
  return {
    sid,
    to: recipient,
    from: sender,
    body,
    // Found again at each reading, instead of stored beside the text.
    links: findLinks(body),
    numMedia: num_media,
    channel: channelOf({ from: sender, numMedia: num_media }),
    receivedAt: received_at,
    leaseId: lease_id,
    code,
    candidates: candidatesOf(candidates),
    service,
    reason: phraseOf(reason),
    source: source as Message['source'],
  };
}
