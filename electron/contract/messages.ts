import type { Message } from './state.ts';

export interface MessagePage {
  messages: Message[];
  /** Pass as `before` to go on; null at the end. */
  next: string | null;
}

/** How many messages there are; `more`: at least one more than `count`, which is as far as was counted. */
export interface MessageCount {
  count: number;
  more: boolean;
}

/** What messages can be filtered by, what got a message last first. */
export interface MessageFacets {
  /** `label`: of the lease that the newest message came for. */
  numbers: { number: string; label: string | null }[];
  services: string[];
}

export interface MessagesChange {
  /** SIDs. */
  deleted: string[];
  restored: Message[];
}
