import type { Lease, Message } from '../contract/lease.ts';
import type { Sessions } from './connection.ts';
import { leaseView } from './numbers/lease.ts';
import type { LeaseWithNumber } from './upkeep.ts';

/** `revision`: its place in the order of all changes. `holder`: of the lease; null also when there is none. */
interface Placed {
  revision: bigint;
  holder: string | null;
}

/** A message that came, or has changed since. `lease`: its lease, if this is the message with its newest code. */
type OfMessage<L> = Placed & { type: 'message'; message: Message; lease: L | null };

/** A lease as it is now: whatever it was meanwhile is not told. */
type OfLease<L> = Placed & { type: 'lease'; lease: L };

export type StoredChange = OfMessage<LeaseWithNumber> | OfLease<LeaseWithNumber>;
export type Change = OfMessage<Lease> | OfLease<Lease>;

/** Changes in their order, and up to where there are no others. */
interface Page<T> {
  changes: T[];
  end: bigint;
}

/** A lease as it is written, from memory; null for one that only the history knows. */
export type KnownLeases = (id: string) => LeaseWithNumber | null;

/**
 * The History port's order of what is written. A revision is a number that only grows, from one run to the next, too;
 * and on a team's database, from one host to the next.
 */
export interface ChangeHistory {
  /** After everything that is written. It passes with the time, so it does not tell when somebody wrote. */
  here(): bigint;
  /**
   * What was written after a revision, at most this many. What was deleted since is left out. `known`: leases that need
   * not be read for the newest messages, by id.
   */
  changes(account: string, after: bigint, most: number, known?: KnownLeases): Promise<Page<StoredChange>>;
  /** A text for clients, which every later run of the same history understands. */
  cursorOf(revision: bigint): string;
  /** null for what is no cursor of this history. */
  revisionOf(cursor: string): bigint | null;
}

/** Read at once. */
const atOnce = 500;

/** What came and what became of the leases of the account, from any point of the past on. */
export class Changes {
  readonly #history: ChangeHistory;
  readonly #sessions: Pick<Sessions, 'current'>;
  readonly #known: KnownLeases;

  constructor(history: ChangeHistory, sessions: Pick<Sessions, 'current'>, known: KnownLeases) {
    this.#history = history;
    this.#sessions = sessions;
    this.#known = known;
  }

  here(): bigint {
    return this.#history.here();
  }

  /** null while there is none. */
  account(): string | null {
    return this.#sessions.current()?.accountSid ?? null;
  }

  /** It is for this account alone: what came to another meanwhile would be missing. */
  cursorOf(revision: bigint): string {
    return `${this.#history.cursorOf(revision)}.${this.#mark()}`;
  }

  /** null for one from elsewhere or of another account, and while there is no account. */
  revisionOf(cursor: string): bigint | null {
    const [, own = '', mark] = /^(.*)\.([0-9a-f]*)$/.exec(cursor) ?? [];
    const isOfAccount = this.account() !== null && (mark === '' || mark === this.#mark());
    return isOfAccount ? this.#history.revisionOf(own) : null;
  }

  /** Empty while there is no account: then nothing has been told. */
  #mark(): string {
    return this.account()?.slice(-6).toLowerCase() ?? '';
  }

  /** The next ones after a revision; `end` is the revision itself when there are none. Rejects with STORAGE_FAILED. */
  async after(revision: bigint): Promise<Page<Change>> {
    const account = this.account();
    if (account === null) return { changes: [], end: revision };
    const { changes, end } = await this.#history.changes(account, revision, atOnce, this.#known);
    return { changes: changes.map(asShown), end };
  }
}

function asShown(change: StoredChange): Change {
  return change.type === 'lease'
    ? { ...change, lease: viewOf(change.lease) }
    : { ...change, lease: change.lease && viewOf(change.lease) };
}

function viewOf({ record, number, latestCode }: LeaseWithNumber): Lease {
  return leaseView(record, number, latestCode);
}
