import type { Phrase } from './words/phrase.ts';

export const refusalReasons = [
  'signature',
  'malformed',
  'tooLarge',
  'wrongType',
  'tooMany',
  'wrongPath',
  'notStored',
  'paused',
] as const;
/**
 * Why a request to the webhook was refused. `notStored`: Twilio was asked to send the message again. `paused`: the
 * message is read from Twilio's list when reception is resumed.
 */
export type RefusalReason = (typeof refusalReasons)[number];

/** What came in during this run, and how. Times are ISO 8601; null: nothing yet. */
export interface ReceptionState {
  /** Messages that Twilio pushed, each counted once. */
  accepted: number;
  /** Also updated by a message that was already known. */
  lastWebhookAt: string | null;
  /** Messages that were missing and were read from Twilio's list. */
  backfilled: number;
  lastListAt: string | null;
  refused: Record<RefusalReason, number>;
}

/** An entry of Twilio's own error log. */
export interface TwilioAlert {
  at: string;
  /** Twilio's error code, such as 11200. */
  code: string;
  text: string;
  moreInfo: string | null;
}

/** What may keep a lease's message away, worst first; empty when everything looks fine. */
export interface Diagnosis {
  findings: { message: Phrase; hint: Phrase }[];
  /** Twilio's errors with this number's webhook since the lease began; null when they cannot be read. */
  alerts: TwilioAlert[] | null;
}

/** The path of a signed message that the host sends itself through the public URL, hop by hop. */
export interface SelfTest {
  ok: boolean;
  hops: { name: 'publicUrl' | 'listener' | 'signature' | 'answer'; ok: boolean; ms: number | null; message: Phrase }[];
}
