import { bareAddress, type Channel } from '../contract/addresses.ts';
import type { Message } from '../contract/state.ts';

/** Which messages count for someone who waits. Absent fields do not narrow; case is ignored everywhere. */
export interface WantedMessage {
  /** The sender: E.164, a short code or a name; of any channel, unless it has one (`whatsapp:+12025550147`). */
  from?: string | undefined;
  /** Occurs in the body. */
  contains?: string | undefined;
  /** The service that the message names; or the SID or the name of the one that it was sent by. */
  service?: string | undefined;
  channel?: Channel | undefined;
}

export function isWanted({ from, body, service, sentBy, channel }: Message, wanted: WantedMessage): boolean {
  return (
    (wanted.from === undefined || isSame(from, wanted.from) || isSame(bareAddress(from), wanted.from)) &&
    (wanted.contains === undefined || plain(body).includes(plain(wanted.contains))) &&
    (wanted.service === undefined || isOneOf([service, sentBy?.sid, sentBy?.name], wanted.service)) &&
    (wanted.channel === undefined || channel === wanted.channel)
  );
}

function isOneOf(names: (string | null | undefined)[], wanted: string): boolean {
  return names.some((name) => name != null && isSame(name, wanted));
}

function isSame(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
