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

export interface TextPart {
  text: string;
  isCode: boolean;
}

/** The body in parts, so that the code can be marked as text. The sender's spaces or dashes inside it are allowed. */
export function markCode(body: string, code: string | null): TextPart[] {
  const place = code === null ? null : findCode(body, code);
  if (place === null) return [{ text: body, isCode: false }];
  const parts = [
    { text: body.slice(0, place.start), isCode: false },
    { text: body.slice(place.start, place.end), isCode: true },
    { text: body.slice(place.end), isCode: false },
  ];
  return parts.filter((part) => part.text !== '');
}

function findCode(body: string, code: string): { start: number; end: number } | null {
  const plain = body.indexOf(code);
  if (plain >= 0) return { start: plain, end: plain + code.length };
  const spaced = [...code].map((sign) => sign.replace(/[^\p{L}\p{N}]/u, '\\$&')).join('[\\s.\\-]?');
  const match = new RegExp(spaced, 'i').exec(body);
  return match === null ? null : { start: match.index, end: match.index + match[0].length };
}
