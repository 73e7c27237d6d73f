import { randomBytes } from 'node:crypto';

/** The bits that count the milliseconds of a run: four years. */
const runBits = 37n;

/** A time in which one process had the history open. */
export interface Run {
  number: bigint;
  /** Random: a number may come again, in a copy of the history or in one that lost its end. */
  tag: string;
}

export interface Given {
  newest: bigint;
  count: number;
}

export function newTag(): string {
  return randomBytes(6).toString('base64url');
}

/**
 * Numbers what is written, in that order, over all runs: the number of the run, and the milliseconds since it began. Two
 * changes of one millisecond get two that follow each other. So none is given twice, even if what it was given to is
 * lost; and a cursor tells nobody how much others have written.
 */
export class Revisions {
  readonly #tags: ReadonlyMap<bigint, string>;
  readonly #numbers: ReadonlyMap<string, bigint>;
  readonly #clock: () => number;
  readonly #began: number;
  readonly #first: bigint;
  /** The newest that was given. */
  #given: bigint;
  #last: bigint;
  #settled: bigint;
  #count = 0;
  #settledCount = 0;

  /** `runs`: all of the history; the last one is this one. `clock`: in milliseconds, and never set. */
  constructor(runs: readonly Run[], clock = () => performance.now()) {
    this.#clock = clock;
    this.#began = clock();
    this.#tags = new Map(runs.map(({ number, tag }) => [number, tag]));
    this.#numbers = new Map(runs.map(({ number, tag }) => [tag, number]));
    this.#first = (runs.at(-1)?.number ?? 0n) << runBits;
    this.#given = this.#last = this.#settled = this.#first;
  }

  /** The first of this many, which follow each other. */
  next(count = 1): bigint {
    const first = later(this.#last + 1n, this.#now());
    this.#given = this.#last = first + BigInt(count - 1);
    this.#count += count;
    return first;
  }

  /** Whatever was given is written by now, or never will be. */
  settle(): void {
    this.#settled = this.#last;
    this.#settledCount = this.#count;
  }

  /** Everything up to here is written, and nothing more will be. */
  get settled(): bigint {
    return this.#settled;
  }

  /** Like `settled`, but passes with the time, so that it does not tell when others have written. */
  here(): bigint {
    if (this.#settled === this.#last) this.#settled = this.#last = later(this.#last, this.#now());
    return this.#settled;
  }

  /** Whether anything may have been written later. */
  isNewest(revision: bigint): boolean {
    return revision >= this.#given;
  }

  /** The newest that was given in this run, and how many were. */
  get given(): Given {
    return { newest: this.#given, count: this.#count };
  }

  /** How many of them are settled. */
  get settledCount(): number {
    return this.#settledCount;
  }

  cursorOf(revision: bigint): string {
    const ms = revision & ((1n << runBits) - 1n);
    return `${this.#tags.get(revision >> runBits) ?? ''}.${ms.toString(36)}`;
  }

  /** null for what is no cursor, or one of another history. */
  revisionOf(cursor: string): bigint | null {
    const [, tag = '', text = ''] = /^([\w-]{8})\.([\da-z]{1,8})$/.exec(cursor) ?? [];
    const run = this.#numbers.get(tag);
    if (run === undefined) return null;
    const ms = BigInt(Number.parseInt(text, 36));
    const revision = (run << runBits) + ms;
    return ms >> runBits === 0n && revision <= this.#last ? revision : null;
  }

  #now(): bigint {
    return this.#first + BigInt(Math.floor(this.#clock() - this.#began));
  }
}

function later(one: bigint, other: bigint): bigint {
  return one > other ? one : other;
}
