import { setImmediate } from 'node:timers/promises';
import type { Lease } from '../contract/lease.ts';
import type { App } from '../core/app.ts';
import type { Change } from '../core/changes.ts';

/** A change, or a lease in a state that may be over: then it has no revision. */
export type Told = Change | { type: 'lease'; lease: Lease; holder: string | null; revision: null };

/** Who is told of changes. */
interface Follower {
  tell(change: Told): void;
  /** Resolves when it can take more; rejects when it never will. */
  ready(): Promise<unknown>;
  /** The changes cannot be read: nothing more is told. */
  failed(): void;
}

/** What has just been told of, in that order: a lease as it was then, or a message. */
type News = { lease: Lease } | { sid: string };

/** How many leases are remembered as they were told last. */
const mostTold = 2_000;

/**
 * Tells every change once it is written, with its place in the history: what somebody was told, a later host knows, too.
 * The newest are read once, however many follow. Of a lease the history has only how it is now, so those who follow are
 * told each of its states as they come.
 */
export class EventLog {
  readonly #changes: App['changes'];
  /** After which revision each is told. */
  readonly #followers = new Map<Follower, bigint>();
  /** Leases as they were told last, by id. */
  readonly #told = new Map<string, string>();
  readonly #ends: (() => void)[];
  /** All up to here was told to those who follow. */
  #at: bigint;
  #news: News[] = [];
  /** The last one that there was. */
  #account: string | null;
  #isReading = false;
  #isMore = false;

  constructor(app: Pick<App, 'on' | 'changes'>) {
    this.#changes = app.changes;
    this.#at = app.changes.here();
    this.#account = app.changes.account();
    this.#ends = [
      app.on('lease', (lease) => this.#hear({ lease })),
      app.on('message', ({ sid }) => this.#hear({ sid })),
    ];
  }

  /** Tells what came after `from`, and then what happens. Returns the function that ends it. */
  follow(from: bigint, follower: Follower): () => void {
    const going = new AbortController();
    this.#catchUp(from, follower, going.signal).catch(() => going.signal.aborted || follower.failed());
    return () => {
      going.abort();
      this.#followers.delete(follower);
    };
  }

  close(): void {
    for (const end of this.#ends) end();
    this.#followers.clear();
  }

  async #catchUp(from: bigint, follower: Follower, going: AbortSignal): Promise<void> {
    const account = this.#changes.account();
    let at = from;
    while (at < this.#at && !going.aborted) {
      const others = this.#at;
      const { changes, end } = await this.#changes.after(at);
      if (!going.aborted) changes.forEach((change) => follower.tell(change));
      at = end === at ? others : end;
      await follower.ready();
      // The history may answer without a pause. Others come first.
      await setImmediate();
      if (this.#changes.account() !== account) throw new Error('It is another account now.');
    }
    if (going.aborted) return;
    this.#followers.set(follower, at);
    // The others may have been told of a lease what this one has not.
    this.#told.clear();
    // What could not be read when it came is still to be told.
    this.#wake();
  }

  #hear(news: News): void {
    this.#news.push(news);
    this.#wake();
  }

  /** After all that happens in this turn, so that it is read at once. */
  #wake(): void {
    this.#isMore = true;
    if (this.#isReading) return;
    this.#isReading = true;
    process.nextTick(() => void this.#read());
  }

  async #read(): Promise<void> {
    try {
      while (this.#isMore) {
        this.#isMore = false;
        await this.#readNewest();
      }
    } catch {
      this.#fail();
    } finally {
      this.#isReading = false;
    }
  }

  #fail(): void {
    const followers = [...this.#followers.keys()];
    this.#followers.clear();
    for (const follower of followers) follower.failed();
  }

  async #readNewest(): Promise<void> {
    const account = this.#changes.account();
    // A cursor is for one account.
    if (account !== null && this.#account !== null && account !== this.#account) this.#fail();
    this.#account = account ?? this.#account;
    if (this.#followers.size === 0) {
      this.#at = this.#changes.here();
      this.#news = [];
    }
    for (;;) {
      const news = this.#news.splice(0);
      const { changes, end } = await this.#changes.after(this.#at);
      this.#tellAll(news, changes);
      if (end === this.#at) return;
      this.#at = end;
    }
  }

  /** `changes`: in the order of the history; each message is told when its news comes, after all that is before it. */
  #tellAll(news: readonly News[], changes: readonly Change[]): void {
    let next = 0;
    const tellUntil = (place: number) => {
      for (; next <= place; next += 1) this.#tell(changes[next]!);
    };
    for (const one of news) {
      if ('lease' in one) this.#tellState(one.lease);
      else tellUntil(changes.findIndex((change) => change.type === 'message' && change.message.sid === one.sid));
    }
    tellUntil(changes.length - 1);
  }

  #tell(change: Change): void {
    const lease = change.lease && this.#isNews(change.lease) ? change.lease : null;
    if (change.type === 'lease' && lease === null) return;
    const told = change.type === 'message' ? { ...change, lease } : change;
    for (const [follower, seen] of this.#followers) if (change.revision > seen) follower.tell(told);
  }

  /** How a lease is, or was in between: its place in the history is told with how it is in the end. */
  #tellState(lease: Lease): void {
    if (!this.#isNews(lease)) return;
    const { holder } = lease;
    for (const follower of this.#followers.keys()) follower.tell({ type: 'lease', lease, holder, revision: null });
  }

  #isNews(lease: Lease): boolean {
    const text = JSON.stringify(lease);
    if (this.#told.get(lease.id) === text) return false;
    this.#told.delete(lease.id);
    this.#told.set(lease.id, text);
    const [oldest] = this.#told.keys();
    if (this.#told.size > mostTold && oldest !== undefined) this.#told.delete(oldest);
    return true;
  }
}
