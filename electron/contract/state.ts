import type { NgrokRootCas } from './choices.ts';
import type { Failure } from './errors.ts';
import type { Fault } from './faults.ts';
import type { Phrase } from './words/phrase.ts';
import type { ApiState, Capabilities, DesktopState } from './host.ts';
import type { ReceptionState } from './reception.ts';
import type { Candidate, Lease, LeaseState, Message, Money } from './lease.ts';
import type { WaitingRequest } from './sharing.ts';
import type { NumberType, Policy, ReceptionKind, Settings } from './settings.ts';

export type { Candidate, LatestCode, Lease, LeaseState, Message, Money } from './lease.ts';

/** What was found in a message, and why. */
export interface Extraction {
  code: string | null;
  /** 0 to 1; 0 when there is no code. */
  confidence: number;
  /** Best first. */
  candidates: Candidate[];
  /** Who sent it, from the text, the domain or the sender; null when unknown. */
  service: string | null;
  /** The origin that a code is bound to (WICG sms-one-time-codes), or null. */
  domain: string | null;
  /** The http and https addresses in the text, as they stand there, in order. */
  links: string[];
  /** Why this code, or why none. */
  reason: Phrase;
}

export type AccountState =
  | { kind: 'none' }
  | { kind: 'checking'; sid: string }
  /** `name`, `trial` and `balance` are null where Twilio does not tell them, as to a Standard API key. */
  | { kind: 'connected'; sid: string; name: string | null; trial: boolean | null; balance: Money | null }
  | { kind: 'failed'; sid: string; error: Failure };

/** `url`: the public base URL, without /webhook. Always set when online. */
export type TunnelStatus =
  | { state: 'off' | 'connecting'; url: null; problem: null }
  | { state: 'online'; url: string; problem: null }
  | { state: 'degraded'; url: string | null; problem: Failure }
  | { state: 'failed'; url: null; problem: Failure };

export type TunnelPhase = TunnelStatus['state'];

/** Polling needs no tunnel, so it has no URL. */
export type TunnelState =
  | ({ kind: Exclude<ReceptionKind, 'polling'> } & TunnelStatus)
  | ({ kind: 'polling' } & (
      Exclude<TunnelStatus, { state: 'online' }> | { state: 'online'; url: null; problem: null }
    ));

/** Where secrets go when a person asks to have them remembered. */
export type SecretStorage = 'encrypted' | 'file' | 'unavailable';

export interface CredentialsState {
  source: 'none' | 'environment' | 'stored' | 'session';
  storage: SecretStorage;
  ngrokToken: 'none' | 'environment' | 'stored' | 'session';
  /** The API key that signs in, if one does. `alone`: without the Auth Token, which webhooks need. */
  apiKey?: { sid: string; alone: boolean };
}

/** What the environment sets for reception, overriding Settings; null where it sets nothing. */
interface FixedReception {
  kind: ReceptionKind | null;
  publicUrl: string | null;
  ngrokDomain: string | null;
  ngrokRootCas: NgrokRootCas | null;
}

/** What the environment sets and Settings cannot change. */
interface FixedSettings extends FixedReception {
  maxLeaseSeconds: number | null;
  quarantineSeconds: number | null;
  retentionDays: number | null;
}

/** Where the app under test sends its SMS, the account that it uses for it, and what befalls them. */
export interface CaptureState {
  baseUrl: string;
  accountSid: string;
  faults: readonly Fault[];
}

/** Everything a person sees. It contains no secrets, so it may be sent to any window. */
export interface AppState {
  /** Grows with each change. A subscriber drops anything older than what it has. */
  revision: number;
  version: string;
  host: 'desktop' | 'headless';
  demo: boolean;
  /** null unless the SMS of the app under test are captured. */
  capture: CaptureState | null;
  account: AccountState;
  credentials: CredentialsState;
  tunnel: TunnelState;
  /** True while Twilio's message list is polled because no webhook can arrive. */
  polling: boolean;
  /** The webhook listener on this machine; null until it listens. */
  webhook: string | null;
  reception: ReceptionState;
  /** When reception was paused (ISO 8601): nothing comes in until it is resumed. null while it is not paused. */
  pausedSince: string | null;
  /** Newest first. */
  leases: Lease[];
  /** The newest hundred, newest first. */
  messages: Message[];
  settings: Settings;
  capabilities: Capabilities;
  /** null on a host without a desktop. */
  desktop: DesktopState | null;
  api: ApiState;
  /** The folder that holds the history and the settings. */
  dataDir: string;
  fixed: FixedSettings;
  spending: Spending;
  /** Numbers that wait for a lease, by country, type and policy. */
  idle: IdleCount[];
  /** Requests for a lease that wait for a free number, in the order of arrival. */
  waiting: WaitingRequest[];
  /** Grows when the list of owned numbers may have changed: time to ask for it again. */
  numbersRevision: number;
  /** Things a person should know that belong to no single request, such as a settings file that was set aside. */
  notices: Notice[];
}

/** Whether the account is one on the embedded emulator, where nothing costs money and no phone is reached. */
export function isEmulated({ demo, capture }: Pick<AppState, 'demo' | 'capture'>): boolean {
  return demo || capture !== null;
}

/** Whether messages are read from Twilio's list, whatever is set: their webhooks could not be verified. */
export function isWithoutToken({
  demo,
  capture,
  credentials,
}: Pick<AppState, 'demo' | 'capture' | 'credentials'>): boolean {
  return !isEmulated({ demo, capture }) && credentials.apiKey?.alone === true;
}

export interface Notice {
  id: string;
  message: Phrase;
  hint: Phrase;
  /** It stays until what it tells of is over; it cannot be dismissed. */
  lasting?: true;
  /** The page of Settings where something can be done about it. */
  section?: 'money';
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
  /** When Twilio's price list was read (ISO 8601); null when there is no price. */
  priceAsOf: string | null;
}

/**
 * `foreign`: on the account, but OTP Dock leaves it alone unless it is taken over. `stray`: bought by an OTP Dock with
 * another ledger.
 */
export type NumberState = Exclude<LeaseState, 'failed'> | 'foreign' | 'stray';

/** How a number came into the ledger. */
export const numberOrigins = ['lease', 'pool', 'recovered', 'takenOver'] as const;
type NumberOrigin = (typeof numberOrigins)[number];

/** A number that the account owns, or that the ledger knows. */
export interface OwnedNumber {
  number: string;
  sid: string;
  friendlyName: string;
  /** The newest lease that had it; null when none did. */
  leaseId: string | null;
  /** From that lease, like the holder. */
  label: string | null;
  holder: string | null;
  state: NumberState;
  /** null when the ledger does not know the number. */
  origin: NumberOrigin | null;
  policy: Policy | null;
  country: string | null;
  type: NumberType | null;
  /** How many leases it has served. */
  leases: number;
  /** A pinned lease has it, so it stays whatever its policy. */
  pinned: boolean;
  boughtAt: string | null;
  /** ISO 8601, the day on which Twilio bills it again; null when unknown. */
  nextBillAt: string | null;
  /** When it goes back automatically, unless it is leased again first; null: it does not. */
  giveBackAt: string | null;
  /** No lease gets it before then, so that late messages stay with its last one; null: it does not rest. */
  restsUntil: string | null;
  monthlyPrice: Money | null;
  /** Where Twilio sends the number's messages, without query and credentials; null when nowhere. */
  webhook: string | null;
  /** Someone else has changed where Twilio sends its messages; they are read from Twilio's list instead. */
  diverted: boolean;
  /** Why it could not be given back yet. */
  problem: Failure | null;
}

export interface IdleCount {
  country: string;
  type: NumberType | null;
  policy: Policy;
  count: number;
}

/** What numbers cost by the ledger, including purchases under way. Days and months are in UTC. */
export interface Spending {
  today: Money;
  thisMonth: Money;
}

export interface MoneySummary extends Spending {
  balance: Money | null;
  limits: { day: Money | null; month: Money | null };
  /** Twilio's own figures for this month: all the account's spending, and its numbers alone; null if unavailable. */
  byTwilio: { total: Money; phoneNumbers: Money; asOf: string } | null;
  /** What the numbers kept now cost each month. */
  monthly: Money;
  /** The next bill; null when no number is kept. `numbers` is how many it is for. */
  nextBill: { at: string; amount: Money; numbers: number } | null;
}

/** What the leases of the last days would have cost, had they all ended by one policy. */
export interface PolicyCosts {
  days: number;
  /** How many leases that is; with none, `costs` is for 100 tests, one after the other within a month. */
  leases: number;
  /** `numbers`: how many purchases and monthly bills that is. `amount` is null when no price is known. */
  costs: { policy: Policy; amount: Money | null; numbers: number }[];
}

const numberLedgerKinds = [
  'purchase',
  'renewal',
  'purchaseFailed',
  'leaseStarted',
  'leaseEnded',
  'released',
  'recovered',
  'takenOver',
  'letGo',
  'vanished',
] as const;

/** What was changed for everybody who uses the host. */
const hostLedgerKinds = ['tokenMade', 'tokenRemoved', 'settingsChanged'] as const;

export const ledgerKinds = [...numberLedgerKinds, ...hostLedgerKinds] as const;

/** What the entries of a list may be about. */
export const ledgerSubjects = ['numbers', 'host', 'all'] as const;
export type LedgerSubject = (typeof ledgerSubjects)[number];

export const kindsAbout: Record<LedgerSubject, readonly LedgerKind[]> = {
  numbers: numberLedgerKinds,
  host: hostLedgerKinds,
  all: ledgerKinds,
};

export type LedgerKind = (typeof ledgerKinds)[number];

/** One thing that happened to a number, and what it cost; or a change to the host. */
export interface LedgerEntry<Text = Phrase> {
  id: number;
  at: string;
  kind: LedgerKind;
  number: string | null;
  numberSid: string | null;
  country: string | null;
  leaseId: string | null;
  label: string | null;
  /** That of the lease; see Lease. Of a token, its own name. */
  holder: string | null;
  /** null when it cost nothing, or when Twilio's price was not known. */
  amount: Money | null;
  note: Text | null;
}

export interface LedgerPage<Text = Phrase> {
  entries: LedgerEntry<Text>[];
  /** Pass as `before` to get the next page; null at the end. */
  next: number | null;
}
