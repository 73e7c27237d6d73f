import type { MessageCount, MessageFacets, MessageFilter, MessagePage } from '../contract/messages.ts';
import type { Message } from '../contract/state.ts';
import type { WantedMessage } from './wantedMessage.ts';

/** Later than an instant (ISO 8601), or than a message. */
export type CodeAfter = { at: string } | { sid: string };

/** `holder`: only what came for leases of this token; see Lease. */
export interface OwnFilter extends MessageFilter {
  holder?: string | undefined;
}

export interface MessageQuery extends OwnFilter {
  account: string;
  limit: number;
  before?: string | undefined;
}

/**
 * What became of a message. `duplicate` when the MessageSid is known already, or was deleted; then nothing is changed.
 * One that was stored without its text gets it: the message as it is then.
 */
export type Added = 'stored' | 'duplicate' | Message;

/** The messages of the History port, which has the same to say of its promises. */
export interface MessageHistory {
  addMessage(account: string, message: Message): Promise<Added>;
  messages(query: MessageQuery): Promise<MessagePage>;
  countMessages(account: string, filter: OwnFilter): Promise<MessageCount>;
  /** `holder`: as in OwnFilter. */
  messageFacets(account: string, holder?: string): Promise<MessageFacets>;
  /** Wipes messages from the disk and remembers their SIDs. Answers with those that there were. `holder`: as in OwnFilter. */
  deleteMessages(account: string, sids: string[], holder?: string): Promise<Message[]>;
  /** Puts deleted messages back. Answers with those that were deleted. */
  restoreMessages(account: string, messages: Message[]): Promise<Message[]>;
  /** The services that messages to a number named, or that its leases were taken for; lower-cased. */
  servicesOf(account: string, number: string): Promise<string[]>;
  /**
   * The newest message with a code for a lease that is wanted, later than `after` when given. Rejects with NOT_FOUND when
   * there is no such message as `after`.
   */
  newestCode(leaseId: string, after: CodeAfter | null, wanted?: WantedMessage): Promise<Message | null>;
  /** Gives the messages to a number since an instant, which belong to no lease yet, to this lease. */
  adoptMessages(account: string, number: string, since: string, leaseId: string): Promise<Message[]>;
}
