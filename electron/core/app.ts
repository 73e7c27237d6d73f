import type { Handlers, SearchInput } from '../contract/api.ts';
import type { Result } from '../contract/errors.ts';
import type { ApiState, DesktopState } from '../contract/host.ts';
import type { MessageCount, MessageFacets, MessagePage, MessagesInput } from '../contract/messages.ts';
import type { AppState, AvailableNumbers, Lease, OwnedNumber } from '../contract/state.ts';
import type { Carrier } from '../contract/mode.ts';
import type { Activity } from './activity.ts';
import { carrierOf } from './carrier.ts';
import { dispatch } from './dispatch.ts';
import type { CaptureFaults } from './captureFaults.ts';
import { Changes } from './changes.ts';
import type { PowerMode } from './powerMode.ts';
import type { AppEvents } from './events.ts';
import type { OwnFilter } from './messageHistory.ts';
import type { Ownership } from './numbers/ownership.ts';
import type { Heartbeats } from './numbers/heartbeats.ts';
import type { Leases } from './numbers/leases.ts';
import { assertMode } from './mode.ts';
import { ownedNumbers } from './numbers/ownedNumbers.ts';
import { searchNumbers } from './numbers/search.ts';
import { Parts } from './parts.ts';
import type { Cancel, EmulatedAccount, Ports } from './ports.ts';
import { requestsOf } from './requests.ts';
import type { LeaseQueue } from './sharing/leaseQueue.ts';
import type { EndedSessions } from './sharing/endedSessions.ts';
import { Sharing } from './sharing/sharing.ts';
import type { WaitOutcome } from './waiters.ts';
import type { Wait } from './waits.ts';

/** The product without a host: everything a window, script or command can ask for. */
export class App {
  /** The handlers of the contract's requests. */
  readonly requests: Handlers;
  readonly connection: Pick<Parts['connection'], 'connect' | 'verify' | 'forget' | 'startEmulated' | 'stopEmulated'>;
  readonly leases: Pick<Leases, 'extend' | 'pin' | 'end' | 'endAll' | 'setPolicy'> & { start: LeaseQueue['take'] };
  readonly heartbeats: Pick<Heartbeats, 'beat' | 'heard' | 'hold'>;
  readonly ownership: Pick<Ownership, 'release' | 'takeOver' | 'letGo' | 'setPolicy'>;
  /** The tokens of the people and pipelines that share this host. */
  readonly sharing: Sharing;
  readonly endedSessions: Pick<EndedSessions, 'has' | 'add'>;
  readonly faults: CaptureFaults;
  /** What came and what became of leases, also before this run. */
  readonly changes: Changes;
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
      start: async (input, more) => {
        assertMode(this.state(), input.mode);
        return leaseQueue.take(input, more);
      },
      extend: (id, seconds) => leases.extend(id, seconds),
      pin: (id, pinned) => leases.pin(id, pinned),
      end: (id, because, by = null) => leases.end(id, because, by),
      endAll: (which) => leases.endAll({ by: null, ...which }),
      setPolicy: (id, policy) => leases.setPolicy(id, policy),
    };
    this.heartbeats = numbers.heartbeats;
    this.ownership = numbers.ownership;
    this.endedSessions = parts.endedSessions;
    this.sharing = new Sharing({ audit: parts.audit, ledger, budgets: numbers.budgets, tokens, ports });
    this.faults = parts.faults;
    this.changes = new Changes(ports.history, connection, (id) => parts.book.known(id));
    this.requests = requestsOf(this, parts, ports);
  }

  state(): AppState {
    return this.#parts.view.state();
  }

  /** See AppEvents. */
  on<E extends keyof AppEvents>(event: E, listener: (payload: AppEvents[E]) => void): Cancel {
    return this.#parts.events.on(event, listener);
  }

  /** Handles one request of the contract from an untrusted caller. Never rejects. */
  handle(name: unknown, input: unknown): Promise<Result<unknown>> {
    return dispatch(this.requests, this.#ports.log, name, input);
  }

  /** `emulated`: start with such an account instead of the known credentials. */
  start(emulated?: EmulatedAccount['kind']): Promise<void> {
    return this.#parts.lifecycle.start(emulated);
  }

  /**
   * Resolves once everything is on disk and closed. Running leases continue at the next start, unless `endLeases` is
   * set; pinned ones always continue.
   */
  stop(options?: { endLeases: boolean }): Promise<void> {
    return this.#parts.lifecycle.stop(options);
  }

  /** Call it when the computer is about to sleep, starts to save power, or stops doing so. */
  setPowerMode(powerMode: PowerMode): void {
    this.#parts.intake.setPowerMode(powerMode);
  }

  /** Call it after the computer slept or was offline. */
  wake(): Promise<void> {
    return this.#parts.lifecycle.wake();
  }

  /** See carrierOf. */
  carrier(): Carrier {
    return carrierOf(this.#parts.connection.current());
  }

  lease(id: string): Lease {
    return this.#parts.book.view(id);
  }

  /** Who has or had this lease; also null when the lease is no longer known. */
  holderOf(leaseId: string): string | null {
    return this.#parts.ledger.lease(leaseId)?.holder ?? null;
  }

  /** All leases in view, newest first. */
  listLeases(): Lease[] {
    return this.#parts.book.views();
  }

  /** See Waiters. */
  waitFor(wait: Wait): Promise<WaitOutcome> {
    return this.#parts.waiters.waitFor(wait);
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

  /** Resolves to how many were deleted. `holder`: see OwnFilter. */
  async deleteMessages(sids: string[], holder?: string): Promise<number> {
    return this.#parts.inbox.delete(this.#account(), sids, holder);
  }

  /** Deletes all messages, or those to a number; resolves to how many there were. */
  async deleteAllMessages(number?: string): Promise<number> {
    return this.#parts.inbox.deleteAll(this.#account(), number);
  }

  get activity(): Activity {
    return this.#parts.activity;
  }

  /** How many wait for a message now. */
  waiting(): number {
    return this.#parts.waiters.size;
  }

  /** Tells the person about an uncaught error, which is in the log. */
  tellFault(): void {
    this.#parts.notices.fault();
  }

  /** The host reports the state of its automation API. */
  showApi(api: Omit<ApiState, 'tokenFile'>): void {
    this.#parts.host.showApi(api);
  }

  /** The desktop app reports its state. */
  showDesktop(desktop: DesktopState): void {
    this.#parts.host.showDesktop(desktop);
  }

  /** Throws NOT_CONNECTED. */
  #account(): string {
    return this.#parts.connection.session().accountSid;
  }
}
