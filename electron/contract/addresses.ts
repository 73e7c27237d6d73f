// What carried a message. Twilio puts a channel before its addresses, such as whatsapp:+12025550147. The client for
// scripts includes these types, so this file does without zod.

export const messageChannels = ['sms', 'mms', 'whatsapp', 'rcs'] as const;
export type Channel = (typeof messageChannels)[number];

const prefix = /^(whatsapp|rcs|messenger):/i;

/** An address without its channel: E.164, a short code or a name. */
export function bareAddress(address: string): string {
  return address.replace(prefix, '');
}

/** The channel of a message, by its sender's address and its attachments. */
export function channelOf({ from, numMedia }: { from: string; numMedia: number }): Channel {
  const named = prefix.exec(from)?.[1]?.toLowerCase();
  if (named === 'whatsapp' || named === 'rcs') return named;
  return numMedia > 0 ? 'mms' : 'sms';
}
