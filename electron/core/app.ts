import type { Handlers, LedgerInput, SearchInput } from '../contract/api.ts';
import type { Result } from '../contract/errors.ts';
import type { ApiState, DesktopState } from '../contract/host.ts';
import type { MessageCount, MessageFacets, MessagePage, MessagesInput } from '../contract/messages.ts';
import type { Diagnosis, SelfTest } from '../contract/reception.ts';
import type { SettingsPatch } from '../contract/settings.ts';
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
import { diagnosticsText, keptCounts } from './diagnostics.ts';
import { dispatch } from './dispatch.ts';
import type { PowerMode } from './powerMode.ts';
import type { AppEvents } from './events.ts';
import type { OwnFilter } from './messageHistory.ts';
import { costsByPolicy, moneySummary, type AccountsDeps } from './money/accounts.ts';
import type { Ownership } from './numbers/ownership.ts';
import type { Heartbeats } from './numbers/heartbeats.ts';
import type { Leases } from './numbers/leases.ts';
import { ownedNumbers } from './numbers/ownedNumbers.ts';
import { searchNumbers } from './numbers/search.ts';
import { Parts } from './parts.ts';
import type { Cancel, Ports } from './ports.ts';
import { requestsOf } from './requests.ts';
import type { LeaseQueue } from './sharing/leaseQueue.ts';
import { Sharing } from './sharing/sharing.ts';
import type { CodeOutcome, CodeWait } from './waiters.ts';

/** The product, without a host: what every window, script and command can ask for. */
export class App {
  /** The contract, carried out. */
  readonly requests: Handlers;
  readonly connection: Pick<Parts['connection'], 'connect' | 'verify' | 'forget' | 'startDemo' | 'stopDemo'>;
  readonly leases: Pick<Leases, 'extend' | 'pin' | 'end' | 'endAll' | 'setPolicy'> & { start: LeaseQueue['take'] };
  readonly heartbeats: Pick<Heartbeats, 'beat' | 'heard' | 'hold'>;
  readonly ownership: Pick<Ownership, 'release' | 'takeOver' | 'letGo' | 'setPolicy'>;
  /** The tokens of others who share this host. */
  readonly sharing: Sharing;
  readonly #ports: Ports;
  readonly #parts: Parts;

  constructor(ports: Ports) {
    const parts = new Parts(ports);
    const { connection, ledger, numbers, tokens } = parts;
    this.#ports = ports;
    this.#parts = parts;
    this.connection = connection;
    const { leaseQueue, leases } = numbers;
    this.leases = {
      start: (input, more) => leaseQueue.take(input, more),
      extend: (id, seconds) => leases.extend(id, seconds),
      pin: (id, pinned) => leases.pin(id, pinned),
      end: (id, because) => leases.end(id, because),
      endAll: (which) => leases.endAll(which),
      setPolicy: (id, policy) => leases.setPolicy(id, policy),
    };
    this.heartbeats = numbers.heartbeats;
    this.ownership = numbers.ownership;
    this.sharing = new Sharing({ ledger, budgets: numbers.budgets, tokens, clock: ports.clock });
    this.requests = requestsOf(this, parts, ports);
  }

  state(): AppState {
    return this.#parts.view.state();
  }

  /** See AppEvents. */
  on<E extends keyof AppEvents>(event: E, listener: (payload: AppEvents[E]) => void): Cancel {
    return this.#parts.events.on(event, listener);
  }

  /** One request of the contract, from an untrusted side. Never rejects. */
  handle(name: unknown, input: unknown): Promise<Result<unknown>> {
    return dispatch(this.requests, this.#ports.log, name, input);
  }

  /** `demo`: begin with the demo account instead of the known credentials. */
  start(options?: { demo: boolean }): Promise<void> {
    return this.#parts.lifecycle.start(options);
  }

  /**
   * Everything is on disk and closed afterwards. Running leases go on at the next start, unless they are to be ended;
   * pinned ones go on in any case.
   */
  stop(options?: { endLeases: boolean }): Promise<void> {
    return this.#parts.lifecycle.stop(options);
  }

  /** To be called when the computer is about to sleep, saves power, or does so no longer. */
  setPowerMode(powerMode: PowerMode): void {
    this.#parts.intake.setPowerMode(powerMode);
  }

  /** To be called after the computer slept, or was without a network. */
  wake(): Promise<void> {
    return this.#parts.lifecycle.wake();
  }

  /** Compares the ledger with the account now. */
  reconcile(): Promise<void> {
    return this.#parts.numbers.reconcile();
  }

  /** Asks Twilio about the account again, and opens the way in again where it failed. */
  async retry(): Promise<AccountState> {
    if (this.state().tunnel.state === 'failed') await this.#parts.lifecycle.reopen();
    return this.connection.verify();
  }

  lease(id: string): Lease {
    return this.#parts.book.view(id);
  }

  /** Who has or had this lease; null also when it is not known any more. */
  holderOf(leaseId: string): string | null {
    return this.#parts.ledger.lease(leaseId)?.holder ?? null;
  }

  /** All leases in view, newest first. */
  listLeases(): Lease[] {
    return this.#parts.book.views();
  }

  waitForCode(wait: CodeWait): Promise<CodeOutcome> {
    return this.#parts.waiters.waitForCode(wait);
  }

  async searchNumbers(query: SearchInput): Promise<AvailableNumbers> {
    const { connection, numbers, preferences } = this.#parts;
    const { telephony } = connection.session();
    return searchNumbers({ telephony, prices: numbers.prices, settings: preferences.current() }, query);
  }

  async ownedNumbers(): Promise<OwnedNumber[]> {
    const { connection, ledger, numbers, preferences } = this.#parts;
    const listed = await connection.session().telephony.ownedNumbers();
    const [settings, now] = [preferences.current(), this.#ports.clock.now()];
    return ownedNumbers(listed, { ledger, prices: numbers.prices, settings, now });
  }

  async listMessages(query: MessagesInput & OwnFilter): Promise<MessagePage> {
    return this.#ports.history.messages({ ...query, account: this.#account() });
  }

  async countMessages(filter: OwnFilter): Promise<MessageCount> {
    return this.#ports.history.countMessages(this.#account(), filter);
  }

  /** `holder`: see OwnFilter. */
  async messageFacets(holder?: string): Promise<MessageFacets> {
    return this.#ports.history.messageFacets(this.#account(), holder);
  }

  /** Resolves to how many there were. `holder`: see OwnFilter. */
  async deleteMessages(sids: string[], holder?: string): Promise<number> {
    return this.#parts.inbox.delete(this.#account(), sids, holder);
  }

  /** Resolves to how many are back. */
  async restoreMessages(sids: string[]): Promise<number> {
    return this.#parts.inbox.restore(this.#account(), sids);
  }

  async listLedger(query: LedgerInput): Promise<LedgerPage> {
    return this.#ports.history.ledger(this.#account(), query);
  }

  async moneySummary(): Promise<MoneySummary> {
    return moneySummary(this.#accounts());
  }

  async policyCosts(wanted: Pick<SearchInput, 'country' | 'type'>): Promise<PolicyCosts> {
    return costsByPolicy(this.#accounts(), wanted);
  }

  async updateSettings(patch: SettingsPatch): Promise<void> {
    const { lifecycle, numbers, preferences } = this.#parts;
    const receptionChanged = preferences.update(patch);
    await numbers.settingsChanged();
    if (receptionChanged) await lifecycle.reopen();
  }

  /** See `reception.pause`. Rejects with NOT_CONNECTED. */
  async pauseReception(paused: boolean): Promise<void> {
    const { connection, intake } = this.#parts;
    connection.session();
    await intake.setPaused(paused);
  }

  /** Reads Twilio's message list now, for one lease or for all numbers. Rejects with RECEPTION_PAUSED. */
  checkMessages(leaseId?: string): Promise<{ found: number }> {
    return this.#parts.intake.check(leaseId);
  }

  async diagnose(leaseId: string): Promise<Diagnosis> {
    const { connection, intake } = this.#parts;
    return intake.diagnose(leaseId, connection.account, connection.session().telephony);
  }

  async testReception(): Promise<SelfTest> {
    const { connection, intake } = this.#parts;
    return intake.test(connection.session());
  }

  dismissNotice(id: string): void {
    this.#parts.notices.dismiss(id);
  }

  /** How this installation is, as text for a report; see diagnosticsText. */
  async diagnostics(): Promise<string> {
    const { version, host, history, clock, diagnostics: port } = this.#ports;
    const kept = await keptCounts(history, this.#parts.connection.current()?.accountSid ?? null);
    return diagnosticsText({ version, host, now: clock.now(), port, app: { state: this.state(), kept } });
  }

  /** An error was not caught: it is in the log, and the person is told. */
  tellFault(): void {
    this.#parts.notices.fault();
  }

  /** The host says how its automation API is. */
  showApi(api: Omit<ApiState, 'tokenFile'>): void {
    this.#parts.host.showApi(api);
  }

  /** The desktop says how it is. */
  showDesktop(desktop: DesktopState): void {
    this.#parts.host.showDesktop(desktop);
  }

  /** What would be found in a text, by the present rules. */
  tryText(text: string, from?: string): Extraction {
    return this.#parts.codes.find(text, from);
  }

  /** Throws NOT_CONNECTED. */
  #account(): string {
    return this.#parts.connection.session().accountSid;
  }

  #accounts(): AccountsDeps {
    const { connection, ledger, numbers, preferences } = this.#parts;
    const { clock, history } = this.#ports;
    return {
      ...{ ledger, clock, history, prices: numbers.prices, budget: numbers.budgets.all },
      settings: () => preferences.current(),
      session: () => connection.session(),
    };
  }
}

export function createApp(ports: Ports): App {
  return new App(ports);
}
