import type { App } from '../core/app.ts';
import type { Change } from '../core/changes.ts';

/** Who is told of changes. */
interface Follower {
  tell(change: Change): void;
  /** Resolves when it can take more; rejects when it never will. */
  ready(): Promise<unknown>;
  /** The changes cannot be read: nothing more is told. */
  failed(): void;
}

/**
 * Tells every change once it is written, as the history has it and in its order: what somebody was told, a later host
 * knows, too. The newest are read once, however many follow.
 */
export class EventLog {
  readonly #changes: App['changes'];
  readonly #followers = new Map<Follower, (change: Change) => void>();
  readonly #ends: (() => void)[];
  /** All up to here was told to those who follow. */
  #at: bigint;
  #isReading = false;
  #isMore = false;

  constructor(app: Pick<App, 'on' | 'changes'>) {
    this.#changes = app.changes;
    this.#at = app.changes.here();
    this.#ends = [app.on('lease', () => this.#wake()), app.on('message', () => this.#wake())];
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
    let at = from;
    while (at < this.#at && !going.aborted) {
      const others = this.#at;
      const { changes, end } = await this.#changes.after(at);
      if (!going.aborted) changes.forEach((change) => follower.tell(change));
      at = end === at ? others : end;
      await follower.ready();
    }
    if (going.aborted) return;
    const seen = at;
    this.#followers.set(follower, (change) => {
      if (change.revision > seen) follower.tell(change);
    });
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
      const followers = [...this.#followers.keys()];
      this.#followers.clear();
      for (const follower of followers) follower.failed();
    } finally {
      this.#isReading = false;
    }
  }

  async #readNewest(): Promise<void> {
    if (this.#followers.size === 0) this.#at = this.#changes.here();
    for (;;) {
      const { changes, end } = await this.#changes.after(this.#at);
      if (end === this.#at) return;
      this.#at = end;
      for (const change of changes) for (const tell of this.#followers.values()) tell(change);
    }
  }
}
