import { appError, toFailure, type ErrorCode, type Failure } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';
import type { AccountState } from '../contract/state.ts';
import type { Events } from './events.ts';
import type { Keyring } from './keyring.ts';
import type { LeaseBook } from './numbers/leaseBook.ts';
import { captureAccountSid } from './emulatedAccounts.ts';
import type { Cancel, CorePorts, Credentials, CaptureTaker, EmulatedAccount, Ports, Telephony } from './ports.ts';
import { inOurTime, TwilioClock } from './twilioClock.ts';
import { watched } from './watched.ts';
import { englishLine } from '../contract/words/english.ts';

const say = { ...phrases.host, ...phrases.numbers };

const firstRetryMs = 5_000;
const longestRetryMs = 60_000;

/** After a failed call the account is checked, but no more often than this. */
const doubtEveryMs = 5_000;
const doubtful: ReadonlySet<ErrorCode> = new Set(['TWILIO_UNREACHABLE', 'INVALID_CREDENTIALS', 'ACCOUNT_SUSPENDED']);

/** The account in use. It exists as soon as credentials are known, even while Twilio cannot be reached. */
export interface Session {
  /** What is stored lies under it. */
  accountSid: string;
  /** As Twilio, or the emulator, knows the account. */
  credentials: Credentials;
  telephony: Telephony;
  /** null for an account at Twilio. */
  emulated: EmulatedAccount | null;
}

/** What the connection needs from its owner. */
interface SessionDelegate {
  /** True while a number of the current account is leased or still has to be given back. */
  isBusy(): boolean;
  /** From now on there is another account, or none. */
  sessionChanged(session: Session | null): Promise<void>;
  readonly capture: CaptureTaker;
}

/** The account in use. */
export interface Sessions {
  current(): Session | null;
  /** Throws NOT_CONNECTED. */
  session(): Session;
}

export interface ConnectionDeps {
  ports: CorePorts & Pick<Ports, 'connect' | 'startDemo' | 'startCapture'>;
  keyring: Keyring;
  book: Pick<LeaseBook, 'activeNumbers'>;
  events: Events;
  delegate: SessionDelegate;
}

/** Which account we work with, and whether Twilio accepts its credentials. */
export class Connection {
  #deps: ConnectionDeps;
  #twilioClock: TwilioClock;
  #session: Session | null = null;
  #state: AccountState = { kind: 'none' };
  #retry: Cancel = () => undefined;
  #failures = 0;
  #closed = false;
  #doubtedAt = -Infinity;

  constructor(deps: ConnectionDeps) {
    this.#deps = deps;
    this.#twilioClock = new TwilioClock(deps.ports.clock, (aheadMs) => this.#clockDiffers(aheadMs));
  }

  current(): Session | null {
    return this.#session;
  }

  /** Throws NOT_CONNECTED. */
  session(): Session {
    if (this.#session) return this.#session;
    throw appError('NOT_CONNECTED', say.notConnected, say.notConnectedHint);
  }

  /** Uses the known credentials, if any. The account's state shows whether Twilio accepts them. */
  async start(): Promise<void> {
    const credentials = this.#deps.keyring.credentials();
    if (!credentials) return this.#become(null, { kind: 'none' });
    const session = this.#sessionFor(credentials);
    await this.#become(session, { kind: 'checking', sid: session.accountSid });
    void this.verify();
  }

  /** Checks new credentials with Twilio before using them. Rejects with the reason. */
  async connect(credentials: Credentials, remember: boolean): Promise<AccountState> {
    this.#deps.keyring.assertOurs('twilio');
    this.#assertIdle(credentials.accountSid);
    const session = this.#sessionFor(credentials);
    const state = await readAccount(session);
    const { accountSid, authToken, apiKey } = credentials;
    // The key signs in: a wrong token would only be noticed when webhooks are refused.
    if (apiKey && authToken) await this.#sessionFor({ accountSid, authToken }).telephony.account();
    await this.#deps.keyring.setCredentials(credentials, remember);
    await this.#leaveEmulated();
    await this.#become(session, state);
    return state;
  }

  /** The time as far as Twilio's answers confirm it (see TwilioClock); null: no answer in this run. */
  confirmedTime(): number | null {
    return this.#twilioClock.confirmed();
  }

  get account(): AccountState {
    return this.#state;
  }

  /** Asks Twilio about the account again. Never rejects: the state shows the outcome. */
  async verify(): Promise<AccountState> {
    const session = this.#session;
    this.#retry();
    if (!session) return this.#state;
    try {
      const state = await readAccount(session);
      if (this.#session === session) this.#verified(state);
    } catch (thrown) {
      if (this.#session === session) this.#refused(session, thrown);
    }
    return this.#state;
  }

  /** Rejects with CONFLICT while numbers are leased: without the account nobody could give them back. */
  async forget(): Promise<void> {
    this.#assertIdle(null);
    await this.#deps.keyring.forget('twilio');
    await this.#become(null, { kind: 'none' });
  }

  /** Leaves the account, the demo, or what captures, for now. Rejects with CONFLICT as `forget` does. */
  async disconnect(): Promise<void> {
    this.#assertIdle(null);
    await this.#leaveEmulated();
    await this.#become(null, { kind: 'none' });
  }

  /** Rejects with CONFLICT as `forget` does, and when the port for captured messages is taken. */
  async startEmulated(kind: EmulatedAccount['kind']): Promise<void> {
    if (this.#session?.emulated?.kind === kind) return;
    this.#assertIdle(null);
    const { book, delegate, ports } = this.#deps;
    const emulated = await (kind === 'demo'
      ? ports.startDemo(() => book.activeNumbers())
      : ports.startCapture(delegate.capture));
    // Only now: what runs must go on if the other cannot start.
    await this.#leaveEmulated();
    const { credentials, telephony } = emulated;
    const accountSid = kind === 'demo' ? credentials.accountSid : captureAccountSid;
    const session: Session = { accountSid, credentials, telephony, emulated };
    await this.#become(session, await readAccount(session));
  }

  /** Ends the demo, or capturing, and goes back to the known credentials. */
  async stopEmulated(kind: EmulatedAccount['kind']): Promise<void> {
    if (this.#session?.emulated?.kind !== kind) return;
    await this.#leaveEmulated();
    await this.start();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#retry();
    this.#twilioClock.close();
    await this.#session?.emulated?.close();
  }

  #sessionFor(credentials: Credentials): Session {
    const report = (failure: Failure | null) => this.#heard(session, failure);
    const account = this.#deps.ports.connect(credentials, (answer) => this.#twilioClock.heard(answer));
    const session: Session = {
      accountSid: credentials.accountSid,
      credentials,
      telephony: watched(inOurTime(account, this.#twilioClock), report),
      emulated: null,
    };
    return session;
  }

  #clockDiffers(aheadMs: number | null): void {
    if (aheadMs !== null) this.#deps.ports.log.warn(`This computer's clock is ${aheadMs / 1_000} s ahead of Twilio's.`);
    this.#deps.events.emit('clockDiffers', aheadMs);
  }

  /** Notes how a call to Twilio went: a working account may have failed, or a failed one may be back. */
  #heard(session: Session, failure: Failure | null): void {
    if (this.#session !== session || this.#closed) return;
    const { kind } = this.#state;
    const isBack = failure === null && kind === 'failed' && this.#state.error.retryable;
    const isDoubtful = failure !== null && kind === 'connected' && tellsOfAccount(failure);
    const now = this.#deps.ports.clock.now();
    if (!(isBack || isDoubtful) || Math.abs(now - this.#doubtedAt) < doubtEveryMs) return;
    this.#doubtedAt = now;
    void this.verify();
  }

  #assertIdle(nextAccount: string | null): void {
    const changes = this.#session && !this.#session.emulated && this.#session.accountSid !== nextAccount;
    if (!changes || !this.#deps.delegate.isBusy()) return;
    throw appError('CONFLICT', say.inUse, say.inUseHint);
  }

  async #leaveEmulated(): Promise<void> {
    const emulated = this.#session?.emulated;
    if (!emulated) return;
    await this.#become(null, { kind: 'none' });
    await emulated.close();
  }

  async #become(session: Session | null, state: AccountState): Promise<void> {
    this.#retry();
    this.#session = session;
    this.#setState(state);
    await this.#deps.delegate.sessionChanged(session);
  }

  #verified(state: AccountState): void {
    const before = this.#state.kind;
    this.#failures = 0;
    this.#setState(state);
    if (before === 'failed') this.#deps.events.emit('accountRecovered');
  }

  #refused(session: Session, thrown: unknown): void {
    const error = toFailure(thrown);
    this.#deps.ports.log.warn(`Twilio account: ${englishLine(error)}`);
    this.#setState({ kind: 'failed', sid: session.accountSid, error });
    if (!error.retryable || this.#closed) return;
    const wait = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(this.#failures++, 6));
    this.#retry = this.#deps.ports.clock.after(wait, () => void this.verify());
  }

  #setState(state: AccountState): void {
    this.#state = state;
    this.#deps.events.emit('viewChanged');
  }
}

/** Whether a failure may be one of the account as a whole. */
export function tellsOfAccount({ code, retryable }: Failure): boolean {
  return doubtful.has(code) || (code === 'TWILIO_ERROR' && retryable);
}

const emulatedNames = { demo: 'Demo account', capture: 'Captured SMS' };

async function readAccount({ credentials, telephony, emulated }: Session): Promise<AccountState> {
  const { name, trial } = await telephony.account();
  const balance = await telephony.balance().catch(() => null);
  const shown = emulated ? emulatedNames[emulated.kind] : name;
  return { kind: 'connected', sid: credentials.accountSid, name: shown, trial, balance };
}
