import type { Message } from '../../contract/state.ts';
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
];

export const messageColumns = columns.join(', ');
/** The same columns for a join. */
export const qualifiedColumns = columns.map((column) => `messages.${column}`).join(', ');

export function messageOf(row: unknown): Message {
  const { sid, sender, recipient, body, received_at, lease_id, code, candidates, service, reason, source } =
    row as MessageRow;
  return {
    sid,
    to: recipient,
    from: sender,
    body,
    receivedAt: received_at,
    leaseId: lease_id,
    code,
    candidates: candidatesOf(candidates),
    service,
    reason: phraseOf(reason),
    source: source as Message['source'],
  };
}
