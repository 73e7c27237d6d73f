import { plainText } from '../contract/plainText.ts';
import type { AppState, Lease, Message } from '../contract/state.ts';

/** A code, and where it came from and went to, in words. */
export interface ArrivedCode {
  code: string;
  messageSid: string;
  leaseId: string | null;
  from: string;
  to: string;
}

export function describeCode(message: Message, code: string, leases: readonly Lease[]): ArrivedCode {
  const label = leases.find(({ id }) => id === message.leaseId)?.label;
  return {
    code,
    messageSid: message.sid,
    leaseId: message.leaseId,
    // Linux shows what is in a notification as markup; a sender may call itself whatever it likes.
    from: plainText(message.service ?? message.from).replaceAll('<', '‹'),
    to: label ? `${label} (${message.to})` : message.to,
  };
}

/** At most so many codes, newest first. */
export function newestCodes({ messages, leases }: Pick<AppState, 'messages' | 'leases'>, most: number): ArrivedCode[] {
  return messages
    .flatMap((message) => (message.code === null ? [] : [describeCode(message, message.code, leases)]))
    .slice(0, most);
}

/** A lease by its label, else its number. */
export function nameOf({ label, number, country }: Pick<Lease, 'label' | 'number' | 'country'>): string {
  return label ?? number ?? country;
}
