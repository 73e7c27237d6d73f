import type { Message } from '../../contract/state.ts';

/** A message as SQLite gives it. */
export interface MessageRow {
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

export const messageColumns =
  'sid, sender, recipient, body, received_at, lease_id, code, candidates, service, reason, source';

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
    candidates: JSON.parse(candidates) as Message['candidates'],
    service,
    reason,
    source: source as Message['source'],
  };
}

/** Where a page ends: newest first by time, and by SID where times are the same. */
export function cursorOf({ receivedAt, sid }: Message): string {
  return `${receivedAt}~${sid}`;
}

/** A cursor of ours, or a time (ISO 8601), which stands for the place before everything of that instant. null when it is neither. */
export function parseCursor(text: string): { receivedAt: string; sid: string } | null {
  const [, time = '', sid = ''] = /^(\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?)(?:~(\w+))?$/.exec(text) ?? [];
  const at = new Date(time);
  return Number.isNaN(at.getTime()) ? null : { receivedAt: at.toISOString(), sid };
}
