import type { LedgerInput, Mark, SearchInput } from '../contract/api.ts';
import type { Result } from '../contract/errors.ts';
import type { ApiState, DesktopState } from '../contract/host.ts';
import type { MessageCount, MessageFacets, MessagePage, MessagesInput } from '../contract/messages.ts';
import type { Papers } from '../contract/papers.ts';
import type { Diagnosis, SelfTest } from '../contract/reception.ts';
import type { NumberType, ProposedRule, SettingsPatch } from '../contract/settings.ts';
import type {
  AccountState,
  AppState,
  AvailableNumbers,
  Extraction,
  Lease,
  LedgerPage,
  MoneySummary,
  OwnedNumber,
  PolicyCosts,
} from '../contract/state.ts';
import type { Connection } from './connection.ts';
import type { Effort } from './effort.ts';
import type { AppEvents } from './events.ts';
import type { OwnFilter } from './messageHistory.ts';
import type { Custody } from './numbers/custody.ts';
import type { Heartbeats } from './numbers/heartbeats.ts';
import type { Leases } from './numbers/leases.ts';
import type { Cancel } from './ports.ts';
import type { Desk } from './sharing/desk.ts';
import type { Sharing } from './sharing/sharing.ts';
import type { Tools } from './tools.ts';
import type { Upkeep } from './upkeep.ts';
import type { CodeOutcome, CodeWait } from './waiters.ts';

/** The product, without a host: what every window, script and command can ask for. */
export interface App {
  state(): AppState;
  /** See AppEvents. */
  on<E extends keyof AppEvents>(event: E, listener: (payload: AppEvents[E]) => void): Cancel;
  /** One request of the contract, from an untrusted side. Never rejects. */
  handle(name: unknown, input: unknown): Promise<Result<unknown>>;
  /** `demo`: begin with the demo account instead of the known credentials. */
  start(options?: { demo: boolean }): Promise<void>;
  /**
   * Everything is on disk and closed afterwards. Running leases go on at the next start, unless they are to be ended;
   * pinned ones go on in any case.
   */
  stop(options?: { endLeases: boolean }): Promise<void>;
  /** To be called when the computer is about to sleep, saves power, or does so no longer. */
  setEffort(effort: Effort): void;
  /** To be called after the computer slept, or was without a network. */
  wake(): Promise<void>;
  readonly connection: Pick<Connection, 'connect' | 'verify' | 'forget' | 'startDemo' | 'stopDemo'>;
  readonly leases: Pick<Leases, 'extend' | 'pin' | 'end' | 'endAll' | 'setPolicy'> & { start: Desk['take'] };
  readonly heartbeats: Pick<Heartbeats, 'beat' | 'heard' | 'hold'>;
  readonly custody: Pick<Custody, 'release' | 'takeOver' | 'letGo' | 'setPolicy'>;
  /** Compares the ledger with the account now. */
  reconcile(): Promise<void>;
  /** Asks Twilio about the account again, and opens the way in again where it failed. */
  retry(): Promise<AccountState>;
  lease(id: string): Lease;
  /** Who has or had this lease; null also when it is not known any more. */
  holderOf(leaseId: string): string | null;
  /** All leases in view, newest first. */
  listLeases(): Lease[];
  waitForCode(wait: CodeWait): Promise<CodeOutcome>;
  searchNumbers(query: SearchInput): Promise<AvailableNumbers>;
  ownedNumbers(): Promise<OwnedNumber[]>;
  listMessages(query: MessagesInput & OwnFilter): Promise<MessagePage>;
  countMessages(filter: OwnFilter): Promise<MessageCount>;
  /** `holder`: see OwnFilter. */
  messageFacets(holder?: string): Promise<MessageFacets>;
  /** Resolves to how many there were. `holder`: see OwnFilter. */
  deleteMessages(sids: string[], holder?: string): Promise<number>;
  /** Resolves to how many are back. */
  restoreMessages(sids: string[]): Promise<number>;
  listLedger(query: LedgerInput): Promise<LedgerPage>;
  moneySummary(): Promise<MoneySummary>;
  policyCosts(wanted: { country?: string | undefined; type?: NumberType | undefined }): Promise<PolicyCosts>;
  papers(): Promise<Papers>;
  updateSettings(patch: SettingsPatch): Promise<void>;
  /** null forgets it. */
  setNgrokToken(token: string | null, remember: boolean): Promise<void>;
  /** See `reception.pause`. Rejects with NOT_CONNECTED. */
  pauseReception(paused: boolean): Promise<void>;
  /** Reads Twilio's message list now, for one lease or for all numbers. Rejects with RECEPTION_PAUSED. */
  checkMessages(leaseId?: string): Promise<{ found: number }>;
  diagnose(leaseId: string): Promise<Diagnosis>;
  testReception(): Promise<SelfTest>;
  dismissNotice(id: string): void;
  /** How this installation is, as text for a report; see diagnosticsText. */
  diagnostics(): Promise<string>;
  /** An error was not caught: it is in the log, and the person is told. */
  tellFault(): void;
  readonly tools: Tools;
  /** The host says how its automation API is. */
  showApi(api: Omit<ApiState, 'tokenFile'>): void;
  /** The desktop says how it is. */
  showDesktop(desktop: DesktopState): void;
  readonly upkeep: Upkeep;
  /** The tokens of others who share this host. */
  readonly sharing: Sharing;
  /** What would be found in a text, by the present rules. */
  tryText(text: string, from?: string): Extraction;
  proposeRule(mark: Mark): ProposedRule;
}
