import type { Fate } from './carrier/messageFaults.ts';
import type { NumberSettings } from './numberSettings.ts';
import type { Faults } from './faults.ts';
import type { NumberType } from './countries.ts';
import type { Verification, VerifyService } from './verify/state.ts';

/** A number that the account has or had. Times are milliseconds since the epoch. */
export interface NumberState {
  sid: string;
  phoneNumber: string;
  isoCountry: string;
  type: NumberType;
  /** Bought as a magic number of Twilio's test credentials: costs nothing, not in the catalogue. */
  magic: boolean;
  /** USD per month, e.g. `"1.15"`. */
  monthlyPrice: string;
  boughtAt: number;
  updatedAt: number;
  /** When each month was billed, the purchase first. Empty for a magic number. */
  bills: number[];
  /** All parameters of the purchase, including those that Twilio ignores. */
  boughtWith: Record<string, string>;
  /** The settings, named as in the API. */
  settings: NumberSettings;
}

export interface ReleasedNumberState extends NumberState {
  releasedAt: number;
}

/** Statuses of a regulatory bundle (https://www.twilio.com/docs/phone-numbers/regulatory/api/bundles#bundle-statuses). */
export const bundleStatuses = [
  'draft',
  'pending-review',
  'in-review',
  'twilio-rejected',
  'twilio-approved',
  'provisionally-approved',
] as const;

/** The number types that the emulator sells, as the regulatory API writes them. */
export const bundleNumberTypes = ['local', 'mobile', 'toll-free'] as const;

/** A regulatory bundle: proof that the account may have numbers of one type in one country. */
export interface BundleState {
  sid: string;
  regulationSid: string;
  friendlyName: string;
  isoCountry: string;
  numberType: (typeof bundleNumberTypes)[number];
  status: (typeof bundleStatuses)[number];
  /** Its addresses. Empty when none were given: then it goes with any address. */
  addressSids: string[];
  createdAt: number;
  updatedAt: number;
}

/** A postal address of someone who uses numbers. */
export interface AddressState {
  sid: string;
  customerName: string;
  friendlyName: string | null;
  street: string;
  streetSecondary: string | null;
  city: string;
  region: string;
  postalCode: string;
  isoCountry: string;
  emergencyEnabled: boolean;
  createdAt: number;
  updatedAt: number;
}

/** A picture or file of an MMS. */
export interface StoredMedia {
  sid: string;
  /** Where the app that sends it has it; null for one that arrived. */
  url: string | null;
  contentType: string;
  createdAt: number;
}

/** `queued` to `delivered`, or another end; `accepted` before them for a Messaging Service. */
export type MessageStatus =
  'accepted' | 'scheduled' | 'canceled' | 'queued' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'received';

/** A recipient who wants no more messages from a number or a Messaging Service. */
export interface OptOut {
  sender: string;
  recipient: string;
}

/** A stored message; the API shows it through `messageResource`. */
export interface StoredMessage extends Fate {
  sid: string;
  direction: 'inbound' | 'outbound-api' | 'outbound-reply';
  status: MessageStatus;
  from: string;
  to: string;
  body: string;
  numSegments: number;
  media: StoredMedia[];
  /** The Messaging Service (MG…) or Verify service (VA…) that sends it; null for none. */
  service: string | null;
  statusCallback: string | null;
  /** Whether who captured it has it at its recipient: then it arrives at no number of the account. */
  arrived: boolean;
  /** When it is due; null unless it is or was scheduled. */
  sendAt: number | null;
  /** USD, negative as Twilio writes a cost; null until it is billed. */
  price: string | null;
  createdAt: number;
  updatedAt: number;
  sentAt: number | null;
}

/** One webhook request, or one that a fault dropped. */
export interface WebhookDelivery {
  messageSid: string;
  to: string;
  target: 'SmsUrl' | 'SmsFallbackUrl' | 'StatusCallback';
  url: string;
  method: 'GET' | 'POST';
  /** 1 for the first request to this URL, 2 for its first retry. */
  attempt: number;
  at: number;
  status: number | null;
  error: string | null;
  /** True when `dropWebhooks` or `dropCallbacks` dropped it: nothing was sent. */
  dropped: boolean;
}

/** An entry of the account's error log: no URL accepted the message. */
export interface Alert {
  sid: string;
  at: number;
  /** 11200, HTTP retrieval failure. */
  code: number;
  messageSid: string;
  /** The last URL called, and how. */
  url: string;
  method: 'GET' | 'POST';
  description: string;
}

/** A REST request, in order of arrival. The Authorization header is never stored. */
export interface RequestLogEntry {
  method: string;
  path: string;
  query: Record<string, string | string[]>;
  form: Record<string, string | string[]>;
  /** The status that was sent, or would have been; null when the connection was cut before any work, or for as long as it was not done. */
  status: number | null;
  /** True when a fault cut the connection. */
  dropped: boolean;
}

/** Everything a test may want to look at. A copy: changing it has no effect. */
export interface EmulatorState {
  account: { sid: string; friendlyName: string; type: 'Full' | 'Trial'; status: 'active' | 'suspended' };
  balance: { amount: string; currency: 'USD' };
  numbers: NumberState[];
  released: ReleasedNumberState[];
  bundles: BundleState[];
  addresses: AddressState[];
  messages: StoredMessage[];
  optOuts: OptOut[];
  verifyServices: VerifyService[];
  /** With their codes, also those that are over. */
  verifications: Verification[];
  deliveries: WebhookDelivery[];
  alerts: Alert[];
  requests: RequestLogEntry[];
  faults: Faults;
}

/**
 * Its SID and secret sign in as the account's own do. A Standard key, which the API makes, gets no access to accounts
 * and keys; a Main key, which only the Console makes, does (https://www.twilio.com/docs/iam/api-keys/keys-in-console).
 */
export interface ApiKey {
  readonly sid: string;
  readonly secret: string;
  readonly type: 'main' | 'standard';
  friendlyName: string | null;
  readonly createdAt: number;
  updatedAt: number;
}
