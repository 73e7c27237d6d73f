import type { Lease, Message } from '../../electron/contract/state.ts';

/** Two lists as one: each message once, newest first. */
export function mergeMessages(newer: readonly Message[], older: readonly Message[]): Message[] {
  const known = new Set(newer.map((message) => message.sid));
  return [...newer, ...older.filter((message) => !known.has(message.sid))];
}

/** The messages in which the text occurs: body, sender, recipient, label, service or code, upper or lower case. */
export function filterMessages(messages: readonly Message[], leases: readonly Lease[], text: string): Message[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [...messages];
  const labels = new Map(leases.map((lease) => [lease.id, lease.label]));
  return messages.filter((message) => haystack(message, labels.get(message.leaseId ?? '')).includes(wanted));
}

function haystack({ body, from, to, service, code }: Message, label: string | null | undefined): string {
  return [body, from, to, service, code, label].join('\n').toLowerCase();
}
