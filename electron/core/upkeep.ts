import { appError } from '../contract/errors.ts';
import { phrases } from '../contract/words/phrases.ts';
import type { LeasePage, RemainingNumber } from '../contract/host.ts';
import type { LatestCode } from '../contract/state.ts';
import { iso } from '../contract/time.ts';
import { rememberedMs } from './backfill.ts';
import type { Connection } from './connection.ts';
import { isEmulatedAccount } from './emulatedAccounts.ts';
import type { Keyring } from './keyring.ts';
import type { Lifecycle } from './lifecycle.ts';
import { leaseView, type LeaseRecord } from './numbers/lease.ts';
import type { NumberRecord } from './numbers/number.ts';
import type { Ports } from './ports.ts';
import type { Preferences } from './preferences.ts';
import type { Tokens } from './sharing/tokens.ts';

const say = phrases.numbers;

/** What a person may do with everything stored. Rejects with STORAGE_FAILED, and then nothing has changed. */
export interface HistoryUpkeep {
  /** Newest first, whatever their state; `before`: the `next` of the previous page. */
  leasePage(account: string, query: { limit: number; before?: string | undefined }): Promise<StoredLeasePage>;
  /**
   * Deletes all messages outside running leases, and the leases that are over, except the last one of each number that
   * still exists. Messages later than `remember` (ISO 8601) stay deleted, even if they are read from Twilio again.
   */
  deleteEnded(account: string, remember: string): Promise<{ messages: number; leases: number }>;
  /** The numbers of all accounts that are still owned. */
  remainingNumbers(): Promise<RemainingNumber[]>;
  /** Deletes everything of all accounts, and overwrites it on disk. */
  wipe(): Promise<void>;
}

export interface LeaseWithNumber {
  record: LeaseRecord;
  number: NumberRecord | null;
  latestCode: LatestCode | null;
}

export interface StoredLeasePage {
  leases: LeaseWithNumber[];
  next: string | null;
}

export interface UpkeepDeps {
  ports: Pick<Ports, 'clock' | 'diagnostics' | 'history' | 'tools' | 'forgetCapture'>;
  preferences: Pick<Preferences, 'reset'>;
  keyring: Pick<Keyring, 'forgetAll'>;
  tokens: Pick<Tokens, 'clear'>;
  connection: Pick<Connection, 'session' | 'disconnect' | 'start'>;
  lifecycle: Pick<Lifecycle, 'meanwhile'>;
}

/** Lists and deletes what is stored. */
export class Upkeep {
  readonly #deps: UpkeepDeps;

  constructor(deps: UpkeepDeps) {
    this.#deps = deps;
  }

  async leasePage(query: { limit: number; before?: string | undefined }): Promise<LeasePage> {
    const { leases, next } = await this.#history.leasePage(this.#account(), query);
    return { leases: leases.map(({ record, number, latestCode }) => leaseView(record, number, latestCode)), next };
  }

  async deleteHistory(): Promise<{ messages: number; leases: number }> {
    const { lifecycle, ports } = this.#deps;
    const account = this.#account();
    const remember = iso(ports.clock.now() - rememberedMs);
    return lifecycle.meanwhile(account, () => this.#history.deleteEnded(account, remember));
  }

  /** Of every account but the demo's, whose numbers are gone with it. */
  async remainingNumbers(): Promise<RemainingNumber[]> {
    const all = await this.#history.remainingNumbers();
    return all.filter(({ account }) => !isEmulatedAccount(account));
  }

  /** Rejects with CONFLICT while numbers are in use, or if any would be left behind without `leaveNumbers`. */
  async wipe({ leaveNumbers }: { leaveNumbers: boolean }): Promise<void> {
    const { connection, keyring, ports, preferences, tokens } = this.#deps;
    const remaining = await this.remainingNumbers();
    if (remaining.length > 0 && !leaveNumbers) throw stillOwned(remaining);
    await connection.disconnect();
    await keyring.forgetAll();
    ports.forgetCapture();
    await this.#history.wipe();
    tokens.clear();
    await preferences.reset();
    await connection.start();
    // The token of the automation API is a secret, too; where the API is on, it gets a new one.
    await ports.tools.api.change?.rotateToken();
    ports.diagnostics.forgetLog();
  }

  get #history(): HistoryUpkeep {
    return this.#deps.ports.history;
  }

  /** Throws NOT_CONNECTED. */
  #account(): string {
    return this.#deps.connection.session().accountSid;
  }
}

function stillOwned(remaining: RemainingNumber[]): Error {
  const left = remaining.map(({ number }) => number ?? say.beingBought);
  return appError('CONFLICT', say.stillOwned({ numbers: left }), say.stillOwnedHint);
}
