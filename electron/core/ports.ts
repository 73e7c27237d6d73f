import type { Credentials } from '../contract/credentials.ts';
import type { NgrokRootCas } from '../contract/choices.ts';
import type { Fault } from '../contract/faults.ts';
import type { MessageMedia, SendingService } from '../contract/lease.ts';
import type { Papers } from '../contract/papers.ts';
import type { RefusalReason, TwilioAlert } from '../contract/reception.ts';
import type { ChosenPapers, NumberType, Settings } from '../contract/settings.ts';
import type { AvailableNumber, Money, SecretStorage, TunnelState } from '../contract/state.ts';
import type { ChangeHistory } from './changes.ts';
import type { Clock } from './clock.ts';
import type { SmsSettings } from './numbers/number.ts';
import type { DiagnosticsPort } from './diagnostics.ts';
import type { EnvironmentOverrides } from './environmentOverrides.ts';
import type { Outcome } from './inbox.ts';
import type { LedgerHistory } from './ledgerHistory.ts';
import type { MessageHistory } from './messageHistory.ts';
import type { PublicProbe } from './publicProbe.ts';
import type { SessionHistory } from './sharing/endedSessions.ts';
import type { TokenHistory } from './sharing/tokens.ts';
import type { HostTools } from './tools.ts';
import type { DatedAnswer } from './twilioClock.ts';
import type { HistoryUpkeep } from './upkeep.ts';

export type { Credentials } from '../contract/credentials.ts';
export type { Cancel, Clock } from './clock.ts';
export type { SmsSettings } from './numbers/number.ts';
export type {
  Charge,
  LatePrice,
  LedgerChange,
  LedgerQuery,
  NewLedgerEntry,
  PastLease,
  StoredLease,
  UnpricedCharge,
} from './ledgerHistory.ts';

export interface Logger {
  info(line: string): void;
  warn(line: string): void;
  error(line: string, cause?: unknown): void;
}

/** null: Twilio does not tell it to this API key. */
export interface AccountInfo {
  name: string | null;
  trial: boolean | null;
}

export interface NumberSearch {
  country: string;
  type: NumberType;
  areaCode?: string | undefined;
  contains?: string | undefined;
  locality?: string | undefined;
  /** What the number must support besides SMS. */
  capabilities?: ('mms' | 'voice')[] | undefined;
  limit: number;
}

export interface Purchase {
  phoneNumber: string;
  /** Carries the lease's id, so that a purchase whose answer was lost can be found again. */
  friendlyName: string;
  /** null while there is no public URL: messages are then read from Twilio's list. */
  smsUrl: string | null;
  papers: ChosenPapers | null;
}

export interface PurchasedNumber {
  sid: string;
  phoneNumber: string;
  friendlyName: string;
  smsUrl: string | null;
  sms: SmsSettings;
  /** ISO 8601; empty when Twilio does not say. */
  boughtAt: string;
}

/** What Twilio says was spent between two days, in the account's currency. */
export interface Usage {
  total: Money;
  phoneNumbers: Money;
}

/** What a number of each type costs a month in one country; a type that is not sold is missing. */
export type PriceList = Partial<Record<NumberType, Money>>;

export interface IncomingSms {
  sid: string;
  accountSid: string;
  /** As Twilio writes it: with its channel, such as `whatsapp:+12025550147`. */
  from: string;
  /** E.164, without a channel. */
  to: string;
  body: string;
  /** ISO 8601; when Twilio had it, or when it reached us. */
  receivedAt: string;
  numMedia: number;
  media: MessageMedia[];
  sentBy: SendingService | null;
}

/**
 * One Twilio account. Calls reject only with an AppError. `TWILIO_UNREACHABLE` means that nobody knows whether the call
 * was carried out.
 */
export interface Telephony {
  account(): Promise<AccountInfo>;
  balance(): Promise<Money | null>;
  /** SMS-capable numbers only; empty when the country has none of that type. */
  search(query: NumberSearch): Promise<AvailableNumber[]>;
  /** Fetched afresh on each call. */
  monthlyPrices(country: string): Promise<PriceList>;
  purchase(order: Purchase): Promise<PurchasedNumber>;
  /** Numbers whose FriendlyName is exactly this. */
  findByFriendlyName(name: string): Promise<PurchasedNumber[]>;
  ownedNumbers(): Promise<PurchasedNumber[]>;
  /** null when the account does not have it (any more). */
  ownedNumber(numberSid: string): Promise<PurchasedNumber | null>;
  setSmsUrl(numberSid: string, smsUrl: string): Promise<void>;
  setSmsSettings(numberSid: string, settings: Partial<SmsSettings>): Promise<void>;
  /** Days are YYYY-MM-DD (GMT), both included. */
  usage(firstDay: string, lastDay: string): Promise<Usage>;
  papers(): Promise<Papers>;
  /** Also resolves when the number is already gone. */
  release(numberSid: string): Promise<void>;
  /** Inbound messages to a number, oldest first, since an instant (ISO 8601). */
  messagesTo(number: string, since: string): Promise<IncomingSms[]>;
  /** Inbound messages to all numbers of the account, oldest first, since an instant (ISO 8601). */
  messagesSince(since: string): Promise<IncomingSms[]>;
  /** The account's error log since an instant (ISO 8601), newest first; with the URL that Twilio called. */
  alerts(since: string): Promise<(TwilioAlert & { url: string | null })[]>;
}

/**
 * Whether the opened files are still in place. They may be gone, with their folder, or others may have taken their
 * place.
 */
export type Place = 'here' | 'gone' | 'replaced';

/** What must survive a crash. A promise that resolves means: on disk. Rejects with STORAGE_FAILED. */
export interface History
  extends ChangeHistory, LedgerHistory, MessageHistory, HistoryUpkeep, TokenHistory, SessionHistory {
  /** Deletes everything that belongs to an account; for demo accounts, which end with their emulator. */
  forgetAccount(account: string): Promise<void>;
  /** The same, but for its messages. */
  forgetNumbers(account: string): Promise<void>;
  /** Set when the file was damaged: it was set aside, and a new one was begun. */
  readonly recovered: { movedTo: string } | null;
  /**
   * Set when the database's log was damaged, so that what was written since this instant (ISO 8601) may be lost. The
   * log is kept.
   */
  readonly logDamage: { since: string; keptIn: string } | null;
  /** Tells when its files disappear and when they are back. Nothing is written in between. */
  watchPlace(listener: (place: Place) => void): void;
  close(): Promise<void>;
}

/** What was done about a damaged settings file. */
export interface SettingsRecovered {
  /** Where the damaged file is now; null when it was gone. */
  movedTo: string | null;
  /** Whether any of it could be read. */
  readable: boolean;
  /** The settings taken from the last good copy, and those reset to their defaults. */
  copied: (keyof Settings)[];
  lost: (keyof Settings)[];
}

export interface SettingsStore {
  read(): Settings;
  /** They are stored when it returns or resolves. Throws or rejects with STORAGE_FAILED. */
  write(settings: Settings): void | Promise<void>;
  /** Set when the file was damaged. */
  readonly recovered: SettingsRecovered | null;
}

/** `team`: the token of a team's host, which only the desktop app has. */
export type SecretName = 'twilio' | 'ngrok' | 'team';

export interface SecretStore {
  readonly storage: SecretStorage;
  read(name: SecretName): Promise<string | null>;
  /** Rejects with SECRET_STORAGE_UNAVAILABLE when `storage` is `unavailable`. */
  write(name: SecretName, value: string): Promise<void>;
  remove(name: SecretName): Promise<void>;
}

/** A way in for webhooks. `open` reports every change of state until `close`. */
export interface Tunnel {
  open(onState: (state: TunnelState) => void): Promise<void>;
  close(): Promise<void>;
}

export interface TunnelConfig {
  kind: TunnelState['kind'];
  publicUrl: string | null;
  ngrokToken: string | null;
  ngrokDomain: string | null;
  ngrokRootCas: NgrokRootCas;
  /** Where the webhook listener is on this machine, such as http://localhost:5000. */
  localUrl: string;
  /** What GET /health answers with when the public URL leads here. */
  instance: string;
}

/** What the webhook listener needs of the core. */
export interface WebhookGate {
  /** The URLs, with /webhook, that Twilio was given in this run, newest first: it signs the one that it calls. */
  publicUrls(): string[];
  accountSid(): string | null;
  authToken(): string | null;
  /** Resolves once the message is on disk; rejects with STORAGE_FAILED, or RECEPTION_PAUSED. */
  receive(sms: IncomingSms): Promise<Outcome>;
  refused(reason: RefusalReason): void;
  /** A message was taken in and answered, this many milliseconds after its request began to arrive. */
  answered(ms: number): void;
  /** Connections had to be closed or refused: one of them may have been Twilio's. */
  mayHaveMissed(): void;
  /** Unique to this run. GET /health answers with it, which shows whether a public URL leads here. */
  instance(): string;
}

export interface WebhookListener {
  /** Listens on loopback; resolves with the address that it got, such as http://localhost:5000. */
  open(gate: WebhookGate): Promise<{ localUrl: string; portWanted: number; port: number }>;
  close(): Promise<void>;
}

/**
 * An account on the embedded emulator. `demo`: it sends sample messages to the numbers that are leased. `capture`: it
 * takes what the app under test sends.
 */
export interface EmulatedAccount {
  kind: 'demo' | 'capture';
  /** In place of https://api.twilio.com. */
  baseUrl: string;
  credentials: Credentials & { authToken: string };
  /** It opens nothing but the emulator on this machine. */
  tokenIsMadeUp: boolean;
  telephony: Telephony;
  /** null in the demo. */
  faults: FaultsPort | null;
  close(): Promise<void>;
}

/** What befalls the messages of the app under test. */
export interface FaultsPort {
  /** The same list until it changes. */
  current(): readonly Fault[];
  /** Returns the new list. */
  replace(faults: Fault[]): readonly Fault[];
}

/** Who takes what the app under test sends. */
export interface CaptureTaker {
  /** Resolves once the message, which has `captureAccountSid`, is on disk: only then does the app have its answer. */
  take(sms: IncomingSms): Promise<unknown>;
  /** Whether a number is one of ours, so that a message to it need not arrive once more. */
  owns(number: string): boolean;
  /** A fault was set or is over. */
  faultsChanged(): void;
}

/** What nearly every part of the core works with. */
export type CorePorts = Pick<Ports, 'clock' | 'history' | 'log' | 'newId' | 'random'>;

/** The outside world, as the core sees it. */
export interface Ports {
  host: 'desktop' | 'headless';
  version: string;
  clock: Clock;
  /** A new unique id. */
  newId(): string;
  /** A new secret token, and its SHA-256 in hexadecimal digits. */
  newToken(): { token: string; hash: string };
  log: Logger;
  history: History;
  settings: SettingsStore;
  secrets: SecretStore;
  /** What the environment sets; it wins over what is stored. */
  environment: EnvironmentOverrides;
  /** From 0 up to, but not including, 1; spreads retries. */
  random(): number;
  /** `onAnswer` hears when Twilio answered, by Twilio's clock. */
  connect(credentials: Credentials, onAnswer: (answer: DatedAnswer) => void): Telephony;
  startDemo(activeNumbers: () => string[]): Promise<EmulatedAccount>;
  startCapture(taker: CaptureTaker): Promise<EmulatedAccount>;
  /** Deletes the credentials that were made up for capturing. Throws the file system's error. */
  forgetCapture(): void;
  webhook: WebhookListener;
  tunnel(config: TunnelConfig): Tunnel;
  tools: HostTools;
  diagnostics: DiagnosticsPort;
  probe: PublicProbe;
}
