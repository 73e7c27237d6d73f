import type { Failure } from './errors.ts';
import type { NumberType, Policy, ReceptionKind, Settings } from './settings.ts';

/** A decimal amount as text: money is never a float. */
export interface Money {
  amount: string;
  currency: string;
}

export type LeaseState = 'buying' | 'active' | 'expired' | 'releasing' | 'released' | 'idle' | 'failed';

export interface LatestCode {
  code: string;
  messageSid: string;
  receivedAt: string;
}

/** A tester's time with a number. Times are ISO 8601 UTC; `expiresAt` is null until the number is bought. */
export interface Lease {
  id: string;
  /** E.164; null while the number is being bought. */
  number: string | null;
  numberSid: string | null;
  country: string;
  type: NumberType | null;
  label: string | null;
  state: LeaseState;
  policy: Policy;
  startedAt: string;
  expiresAt: string | null;
  /** null when Twilio's price list could not be read. */
  monthlyPrice: Money | null;
  latestCode: LatestCode | null;
  /** Why the purchase failed, or why the last try to release did; the release is tried again by itself. */
  problem: Failure | null;
}

/** Something in a message that may be its code. */
export interface Candidate {
  /** As it would be typed: without the signs that group it. */
  code: string;
  /** 0 to 1. */
  confidence: number;
  /** Why it is, or is not, taken for the code. */
  reason: string;
  /** Where it stands in the message as it came: UTF-16 indexes, the end exclusive. */
  start: number;
  end: number;
}

/** What was found in a message, and why. */
export interface Extraction {
  code: string | null;
  /** 0 to 1; 0 when there is no code. */
  confidence: number;
  /** Best first. */
  candidates: Candidate[];
  /** Who sent it, from the text, the domain or the sender; null when that is not known. */
  service: string | null;
  /** The origin that a code is bound to (WICG sms-one-time-codes), or null. */
  domain: string | null;
  /** Why this code, or why none. */
  reason: string;
}

export interface Message {
  sid: string;
  to: string;
  /** E.164, a short code or letters. */
  from: string;
  body: string;
  receivedAt: string;
  leaseId: string | null;
  code: string | null;
  candidates: Candidate[];
  service: string | null;
  /** Why this code, or why none; empty for messages from before reasons were kept. */
  reason: string;
  /** How it came: pushed by Twilio's webhook, or read from Twilio's message list. */
  source: 'webhook' | 'backfill';
}

export type AccountState =
  | { kind: 'none' }
  | { kind: 'checking'; sid: string }
  | { kind: 'connected'; sid: string; name: string; trial: boolean; balance: Money | null }
  | { kind: 'failed'; sid: string; error: Failure };

export type TunnelPhase = 'off' | 'connecting' | 'online' | 'degraded' | 'failed';

export interface TunnelState {
  kind: ReceptionKind;
  state: TunnelPhase;
  /** Public base URL, without /webhook; null while there is none (and always for polling). */
  url: string | null;
  problem: Failure | null;
}

/** Where secrets go when a person asks to have them remembered. */
export type SecretStorage = 'encrypted' | 'file' | 'unavailable';

export interface CredentialsState {
  source: 'none' | 'environment' | 'stored' | 'session';
  storage: SecretStorage;
  ngrokToken: 'none' | 'environment' | 'stored' | 'session';
}

/** All that a person sees. No secret is in it, so that it may be sent to any window. */
export interface AppState {
  /** Grows with each change; a subscriber drops what is older than what it has. */
  revision: number;
  version: string;
  host: 'desktop' | 'headless';
  demo: boolean;
  account: AccountState;
  credentials: CredentialsState;
  tunnel: TunnelState;
  /** True while Twilio's message list is asked because no webhook can arrive. */
  polling: boolean;
  /** The webhook listener on this machine; null until it listens. */
  webhook: string | null;
  /** Newest first. */
  leases: Lease[];
  /** The newest hundred, newest first. */
  messages: Message[];
  settings: Settings;
  /** Things a person should know that belong to no single request, such as a settings file that was set aside. */
  notices: Notice[];
}

export interface Notice {
  id: string;
  message: string;
  hint: string;
}

export interface AvailableNumber {
  phoneNumber: string;
  friendlyName: string;
  locality: string | null;
  region: string | null;
  country: string;
  type: NumberType;
  capabilities: { sms: boolean; mms: boolean; voice: boolean };
}

export interface AvailableNumbers {
  numbers: AvailableNumber[];
  monthlyPrice: Money | null;
}

/** A number that the account owns, beside what the ledger knows of it. */
export interface OwnedNumber {
  number: string;
  sid: string;
  friendlyName: string;
  /** The lease that took it; null when it was not bought by OTP Dock. */
  leaseId: string | null;
  state: LeaseState | 'foreign';
  /** ISO 8601, the day on which Twilio bills it again; null when unknown. */
  nextBillAt: string | null;
  monthlyPrice: Money | null;
}

export interface MessagePage {
  messages: Message[];
  /** Pass as `before` to go on; null at the end. */
  next: string | null;
}
