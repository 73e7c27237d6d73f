import type { MessageCount, MessageFacets, MessageFilter, MessagePage } from '../contract/messages.ts';
import type { Message } from '../contract/state.ts';

/** Later than an instant (ISO 8601), or than a message. */
export type MessageAfter = { at: string } | { sid: string };

/** `holder`: only what came for leases of this token; see Lease. */
export interface OwnFilter extends MessageFilter {
  holder?: string | undefined;
}

export interface MessageQuery extends OwnFilter {
  account: string;
  limit: number;
  before?: string | undefined;
}

/** From an instant up to, but not including, another (ISO 8601). */
export interface Span {
  from: string;
  to: string;
}

/** Which messages are too old. Times are ISO 8601. */
export interface OldMessages {
  /** Only this account's. */
  account?: string;
  before: string;
  /** Messages that are younger than their times say. */
  except: readonly Span[];
  /** Later ones stay deleted, even if they are read from Twilio again. */
  remember: string;
  /** How many to delete at once. */
  most: number;
}

/** One message of a lease, or of all to a number. */
export interface MessageSearch extends Pick<OwnFilter, 'lease' | 'number' | 'holder'> {
  account: string;
  /** Only a later one. */
  after?: MessageAfter;
  withCode?: boolean;
  /** By default the newest. */
  order?: 'newest' | 'oldest';
  /** By default each. */
  counts?(message: Message): boolean;
}

/**
 * What became of a message. `duplicate`: the MessageSid is already known or was deleted, and nothing has changed. A
 * Message: it was stored without its text before, and this is the completed one.
 */
export type Added = 'stored' | 'duplicate' | Message;

/** The History port's messages. Its promises mean the same here. */
export interface MessageHistory {
  addMessage(account: string, message: Message): Promise<Added>;
  message(account: string, sid: string): Promise<Message | null>;
  messages(query: MessageQuery): Promise<MessagePage>;
  countMessages(account: string, filter: OwnFilter): Promise<MessageCount>;
  /** `holder`: as in OwnFilter. */
  messageFacets(account: string, holder?: string): Promise<MessageFacets>;
  /** Wipes messages from the disk and remembers their SIDs. Returns those that existed. `holder`: as in OwnFilter. */
  deleteMessages(account: string, sids: string[], holder?: string): Promise<Message[]>;
  /**
   * Wipes all messages of an account, or those to a number, from the disk. Returns their SIDs. Messages of a lease or
   * later than `remember` (ISO 8601) stay deleted, even if they are read from Twilio again.
   */
  deleteAllMessages(account: string, number: string | undefined, remember: string): Promise<string[]>;
  /**
   * Wipes the oldest messages of all accounts from the disk, but none of running leases. Returns their SIDs; fewer than
   * asked for mean that these were the last.
   */
  deleteOldMessages(old: OldMessages): Promise<string[]>;
  /** Puts deleted messages back. Returns those that had been deleted. */
  restoreMessages(account: string, messages: Message[]): Promise<Message[]>;
  /** The services that messages to a number named, or that its leases were taken for; lower-cased. */
  servicesOf(account: string, number: string): Promise<string[]>;
  /** Rejects with NOT_FOUND when the message of `after` does not exist. */
  findMessage(search: MessageSearch): Promise<Message | null>;
  /** Assigns to this lease the number's messages since an instant that belong to no lease yet. */
  adoptMessages(account: string, number: string, since: string, leaseId: string): Promise<Message[]>;
}
