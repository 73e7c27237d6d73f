import type { Channel } from './addresses.ts';
import type { Failure } from './failure.ts';
import type { Phrase } from './words/phrase.ts';

// Leases and messages. The client for scripts includes these types, so this file does without zod.

export const numberTypes = ['mobile', 'local', 'tollFree'] as const;
export type NumberType = (typeof numberTypes)[number];

/**
 * What happens to a number when its lease ends: `release` gives it back to Twilio at once; `renewal` keeps it for the
 * next lease and gives it back some hours before its next monthly bill; `keep` keeps it until a person gives it back.
 */
export const policies = ['release', 'renewal', 'keep'] as const;
export type Policy = (typeof policies)[number];

/** Never costs more than giving back at once, and often far less. */
export const recommendedPolicy: Policy = 'renewal';

/** A decimal amount as text: money is never a float. */
export interface Money {
  amount: string;
  currency: string;
}

export type LeaseState = 'buying' | 'active' | 'expired' | 'releasing' | 'released' | 'idle' | 'failed';

/**
 * Why a lease is over: its time was up; a person, a script or the host's shutdown ended it; or its client was silent
 * for longer than its heartbeat allows.
 */
export const endReasons = ['timeUp', 'onRequest', 'clientGone'] as const;
export type EndReason = (typeof endReasons)[number];

export interface LatestCode {
  code: string;
  messageSid: string;
  receivedAt: string;
}

/** A tester's time with a number. Times are ISO 8601 UTC; `expiresAt` is null until it is bought and while pinned. */
export interface Lease<Text = Phrase> {
  id: string;
  /** E.164; null while the number is being bought. */
  number: string | null;
  numberSid: string | null;
  country: string;
  type: NumberType | null;
  label: string | null;
  state: LeaseState;
  /** The policy of its number, where a kept number serves the lease. */
  policy: Policy;
  /** Who has it: the name of the token that took it; null when the host's own user did. */
  holder: string | null;
  /** What is being tested, if the request named it. */
  service: string | null;
  /** True when the number already existed, so the lease cost nothing. */
  reused: boolean;
  /** How long it was taken for, extensions left out. */
  ttlSeconds: number;
  startedAt: string;
  expiresAt: string | null;
  /** It does not run out: the number stays, and is billed each month, until it is unpinned or ended by hand. */
  pinned: boolean;
  /** It was ended while it is being bought. If Twilio sells the number all the same, its policy decides about it. */
  cancelled: boolean;
  /** It ends when its client is silent for this many seconds, except while pinned; null: no heartbeat. */
  heartbeatSeconds: number | null;
  /** How long its number, if it is kept, rests afterwards before another lease gets it. */
  quarantineSeconds: number;
  /** null while it is not over, when nothing was bought, and for leases from before reasons were kept. */
  endReason: EndReason | null;
  /** null when Twilio's price list could not be read. */
  monthlyPrice: Money | null;
  latestCode: LatestCode | null;
  /** Why the purchase failed or takes longer, or why the last try to release failed; both are retried automatically. */
  problem: Failure<Text> | null;
}

/** Something in a message that may be its code. */
export interface Candidate<Text = Phrase> {
  /** As it would be typed, without grouping characters. */
  code: string;
  /** 0 to 1. */
  confidence: number;
  /** Why it is, or is not, taken for the code. */
  reason: Text;
  /** Its place in the original message: UTF-16 indexes, the end exclusive. */
  start: number;
  end: number;
}

/** A picture or another file that came with a message. Nothing fetches it. */
export interface MessageMedia {
  /** Such as `image/jpeg`. */
  contentType: string;
  /** Where it is, without a user's name and password; null when unknown. */
  url: string | null;
}

/** A Messaging Service (MG…), which has no name here, or a service of Verify (VA…). */
export interface SendingService {
  sid: string;
  name: string | null;
}

export interface Message<Text = Phrase> {
  sid: string;
  /** E.164. */
  to: string;
  /** E.164, a short code or letters; with its channel, as Twilio writes it: `whatsapp:+12025550147`. */
  from: string;
  body: string;
  /** The http and https addresses in the body, as they stand there, in order. */
  links: string[];
  /** How many pictures or other files came with it. */
  numMedia: number;
  /** What is known of these files, in order: nothing when the message was read from Twilio's list. */
  media: MessageMedia[];
  /** What carried it. */
  channel: Channel;
  receivedAt: string;
  leaseId: string | null;
  code: string | null;
  candidates: Candidate<Text>[];
  /** Which service its text or its sender names, such as GitHub. */
  service: string | null;
  /** By what the app under test sent it, when it was captured; null for no service, and for other messages. */
  sentBy: SendingService | null;
  /** Why this code, or why none. */
  reason: Text;
  /** How it came: pushed by Twilio's webhook, read from Twilio's message list, or captured as it was sent. */
  source: 'webhook' | 'backfill' | 'capture';
}
