import { z } from 'zod';
import { phrases } from './words/phrases.ts';
import type { Message } from './state.ts';

const { validation: says } = phrases;

/** As JSON, or as text in a URL. */
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** Which messages are meant. Absent fields do not narrow. */
export const messageFilterSchema = z.object({
  lease: z.string().trim().min(1).max(64).optional(),
  /** Each word has to occur somewhere: in the text, sender, recipient, label, service or code. */
  search: z.string().trim().max(200).optional(),
  /** The recipient, E.164. A plus sign that a URL turned into a blank is restored. */
  number: z
    .string()
    .trim()
    .regex(/^\+?\d{3,20}$/, says.number.key)
    .transform((text) => (text.startsWith('+') ? text : `+${text}`))
    .optional(),
  service: z.string().trim().min(1).max(200).optional(),
  withCode: flag.optional(),
  /** True: only those that came for no lease; false: only the others. */
  noLease: flag.optional(),
});
export type MessageFilter = z.infer<typeof messageFilterSchema>;

export const messagesSchema = messageFilterSchema.extend({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  before: z.string().max(200).optional(),
});
export type MessagesInput = z.infer<typeof messagesSchema>;

const messageSid = z
  .string()
  .trim()
  .regex(/^[0-9A-Za-z]{1,64}$/, says.messageSid.key);

/** How many messages can be deleted at once. */
const mostDeleted = 500;
export const messageSidsSchema = z.object({ sids: z.array(messageSid).min(1).max(mostDeleted) });
export const messageSidSchema = z.object({ sid: messageSid });
/** `index`: which of the message's links. */
export const messageLinkSchema = messageSidSchema.extend({ index: z.int().min(0) });

export interface MessagePage {
  messages: Message[];
  /** Pass as `before` to get the next page; null at the end. */
  next: string | null;
}

/** How many messages there are; `more`: counting stopped at `count`, and there is at least one more. */
export interface MessageCount {
  count: number;
  more: boolean;
}

/** What messages can be filtered by. What got the latest message comes first. */
export interface MessageFacets {
  /** `label`: that of the lease that the newest message came for. */
  numbers: { number: string; label: string | null }[];
  services: string[];
}

export interface MessagesChange {
  /** SIDs. */
  deleted: string[];
  restored: Message[];
}
