import { appError } from '../contract/errors.ts';
import { numbers } from '../contract/sentences/numbers.ts';
import { phrases } from '../contract/sentences/sentence.ts';
import type { LeasePage, RemainingNumber } from '../contract/host.ts';
import type { LatestCode } from '../contract/state.ts';
import { iso } from '../contract/time.ts';
import { leaseView, type LeaseRecord } from './numbers/lease.ts';
import type { NumberRecord } from './numbers/number.ts';

const say = phrases(numbers);

/** What a person may do with all that is kept. Rejects with STORAGE_FAILED, and then nothing has changed. */
export interface HistoryUpkeep {
  /** Newest first, whatever their state; `before`: the `next` of the page before. */
  leasePage(account: string, query: { limit: number; before?: string | undefined }): Promise<StoredLeasePage>;
  /**
   * Deletes the messages of no running lease, and the leases that are over, but for the last one of a number that is
   * still there. A message later than `remember` (ISO 8601) that is read from Twilio again stays deleted.
   */
  deleteEnded(account: string, remember: string): Promise<{ messages: number; leases: number }>;
  /** The numbers, of all accounts, that are still owned. */
  remainingNumbers(): Promise<RemainingNumber[]>;
  /** Deletes everything of all accounts, and overwrites it on disk. */
  wipe(): Promise<void>;
}

export interface StoredLeasePage {
  leases: { record: LeaseRecord; number: NumberRecord | null; latestCode: LatestCode | null }[];
  next: string | null;
}

/** Twilio's list is searched for a week; a day more, so that clocks may differ. */
const rememberedMs = 8 * 86_400_000;

export interface UpkeepDeps {
  history: HistoryUpkeep;
  now(): number;
  /** Rejects with NOT_CONNECTED. */
  account(): string;
  /** Does the work while nothing is written, and reads anew what is in view. */
  meanwhile<T>(account: string, work: () => Promise<T>): Promise<T>;
  /** Leaves the account; rejects with CONFLICT while numbers of it are in use. */
  disconnect(): Promise<void>;
  forgetSecrets(): Promise<void>;
  /** The tokens of others are gone from the disk. */
  forgetTokens(): void;
  resetSettings(): void;
  reconnect(): Promise<void>;
  /** The token of the automation API is a secret, too; where the API is on, it gets a new one. */
  forgetApiToken(): Promise<void>;
  /** Deletes what was logged. */
  forgetLog(): void;
}

export type Upkeep = ReturnType<typeof createUpkeep>;

/** Looking through, and deleting, what is kept. */
export function createUpkeep(deps: UpkeepDeps) {
  const { history } = deps;
  return {
    async leasePage(query: { limit: number; before?: string | undefined }): Promise<LeasePage> {
      const { leases, next } = await history.leasePage(deps.account(), query);
      return { leases: leases.map(({ record, number, latestCode }) => leaseView(record, number, latestCode)), next };
    },
    deleteHistory(): Promise<{ messages: number; leases: number }> {
      const account = deps.account();
      return deps.meanwhile(account, () => history.deleteEnded(account, iso(deps.now() - rememberedMs)));
    },
    remainingNumbers: () => history.remainingNumbers(),
    /** Rejects with CONFLICT when numbers would be forgotten that nobody said may be. */
    async wipe({ leaveNumbers }: { leaveNumbers: boolean }): Promise<void> {
      const remaining = await history.remainingNumbers();
      if (remaining.length > 0 && !leaveNumbers) throw stillOwned(remaining);
      await deps.disconnect();
      await deps.forgetSecrets();
      await history.wipe();
      deps.forgetTokens();
      deps.resetSettings();
      await deps.reconnect();
      await deps.forgetApiToken();
      deps.forgetLog();
    },
  };
}

function stillOwned(remaining: RemainingNumber[]): Error {
  const left = remaining.map(({ number }) => number ?? say.beingBought);
  return appError('CONFLICT', say.stillOwned({ numbers: left }), say.stillOwnedHint);
}
