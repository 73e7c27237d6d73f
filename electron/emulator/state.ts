import type { NumberSettings } from './numberSettings.ts';
import type { Faults } from './faults.ts';
import type { NumberType } from './countries.ts';

/** A number that the account has, or had. Times are milliseconds since the epoch. */
export interface NumberState {
  sid: string;
  phoneNumber: string;
  isoCountry: string;
  type: NumberType;
  /** Bought under a magic number of Twilio's test credentials: costs nothing, is not in the catalogue. */
  magic: boolean;
  /** USD a month, such as `"1.15"`. */
  monthlyPrice: string;
  boughtAt: number;
  updatedAt: number;
  /** Instants at which a month was billed, the purchase first. Empty for a magic number. */
  bills: number[];
  /** Every parameter of the purchase, those that Twilio ignores included. */
  boughtWith: Record<string, string>;
  /** The settings as the API names them. */
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

/** Number types as the regulatory API writes them, those that the emulator sells. */
export const bundleNumberTypes = ['local', 'mobile', 'toll-free'] as const;

/** A regulatory bundle: the proof that the account may have numbers of one type in one country. */
export interface BundleState {
  sid: string;
  regulationSid: string;
  friendlyName: string;
  isoCountry: string;
  numberType: (typeof bundleNumberTypes)[number];
  status: (typeof bundleStatuses)[number];
  /** The addresses in it. Empty when nobody said: then it goes with any address. */
  addressSids: string[];
  createdAt: number;
  updatedAt: number;
}

/** A postal address of a user of numbers. */
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

/** A message as it is stored; the API shows it through `messageResource`. */
export interface StoredMessage {
  sid: string;
  direction: 'inbound' | 'outbound-api';
  status: 'queued' | 'delivered' | 'received';
  from: string;
  to: string;
  body: string;
  numSegments: number;
  numMedia: number;
  /** USD, negative as Twilio writes a cost; null until it is billed. */
  price: string | null;
  createdAt: number;
  updatedAt: number;
  sentAt: number | null;
}

/** One HTTP request to a webhook, or one that a fault swallowed. */
export interface WebhookDelivery {
  messageSid: string;
  to: string;
  target: 'SmsUrl' | 'SmsFallbackUrl';
  url: string;
  method: 'GET' | 'POST';
  /** 1 for the first request to this URL, 2 for its first retry. */
  attempt: number;
  at: number;
  status: number | null;
  error: string | null;
  /** True when `dropWebhooks` lost it: nothing was sent. */
  dropped: boolean;
}

/** An entry of the account's error log: no URL accepted the message. */
export interface Alert {
  sid: string;
  at: number;
  /** 11200, HTTP retrieval failure. */
  code: number;
  messageSid: string;
  /** What was called last, and how. */
  url: string;
  method: 'GET' | 'POST';
  description: string;
}

/** A REST request in the order of arrival. The Authorization header is never kept. */
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

/** Everything that a test may want to look at. A copy: changing it changes nothing. */
export interface EmulatorState {
  account: { sid: string; friendlyName: string; type: 'Full' | 'Trial'; status: 'active' | 'suspended' };
  balance: { amount: string; currency: 'USD' };
  numbers: NumberState[];
  released: ReleasedNumberState[];
  bundles: BundleState[];
  addresses: AddressState[];
  messages: StoredMessage[];
  deliveries: WebhookDelivery[];
  alerts: Alert[];
  requests: RequestLogEntry[];
  faults: Faults;
}
