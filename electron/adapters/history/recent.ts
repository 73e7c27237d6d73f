import type { Message } from '../../contract/lease.ts';
import type { Given, Revisions } from './revisions.ts';

/** How many are kept. */
const kept = 500;

export interface Added {
  account: string;
  revision: bigint;
  message: Message;
}

/**
 * The messages that were added last, for those who are told at once: as long as nothing else is written, they need not be
 * read. Whatever else is written takes a revision, by which it is noticed here.
 */
export class Recent {
  readonly #revisions: Revisions;
  #added: Added[] = [];
  /** After it, nothing but these was written. */
  #from = 0n;
  /** How many revisions had been given when the last of them was added. */
  #count = -1;

  constructor(revisions: Revisions) {
    this.#revisions = revisions;
  }

  /** Call it once they are written, with what had been given before and after. */
  note(added: readonly Added[], before: Given, after: Given): void {
    if (added.length === 0) return;
    if (before.count !== this.#count) {
      this.#added = [];
      this.#from = before.newest;
    }
    this.#count = after.count;
    this.#added.push(...added);
    const forgotten = this.#added.splice(0, Math.max(0, this.#added.length - kept)).at(-1);
    if (forgotten) this.#from = forgotten.revision;
  }

  /** What was written after a revision, in that order; null when only the history knows. */
  after(revision: bigint, account: string): Added[] | null {
    if (revision < this.#from || this.#count !== this.#revisions.settledCount) return null;
    return this.#added.filter((one) => one.revision > revision && one.account === account);
  }
}
