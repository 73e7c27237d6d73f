import { randomBytes } from 'node:crypto';
import type { Lease, Message } from '../contract/lease.ts';
import type { App } from '../core/app.ts';

type What = { type: 'lease'; lease: Lease } | { type: 'message'; message: Message };

/** Something that happened, and the place after it. */
export type Happening = { cursor: string } & What;

/** What happened last, for those who come back after their connection was lost. */
export class EventLog {
  /** Of this log: a cursor from before the host was started again means nothing in it. */
  readonly #run = randomBytes(6).toString('base64url');
  readonly #most: number;
  readonly #kept: Happening[] = [];
  readonly #listeners = new Set<(happening: Happening) => void>();
  readonly #ends: (() => void)[];
  #count = 0;

  /** `isOwn`: what is told; absent: all. */
  constructor(
    app: Pick<App, 'on'>,
    { most = 1_000, isOwn = () => true }: { most?: number; isOwn?(what: What): boolean } = {},
  ) {
    this.#most = most;
    const add = (what: What) => {
      if (isOwn(what)) this.#add(what);
    };
    this.#ends = [
      app.on('lease', (lease) => add({ type: 'lease', lease })),
      app.on('message', (message) => add({ type: 'message', message })),
    ];
  }

  /** The place after all that has happened. */
  cursor(): string {
    return `${this.#run}.${this.#count}`;
  }

  /** What happened after the cursor, oldest first; null when that is not known any more, or never was. */
  since(cursor: string): Happening[] | null {
    const [, run, text] = /^(.+)\.(\d{1,15})$/.exec(cursor) ?? [];
    const missed = this.#count - Number(text);
    if (run !== this.#run || missed < 0 || missed > this.#kept.length) return null;
    return missed === 0 ? [] : this.#kept.slice(-missed);
  }

  on(listener: (happening: Happening) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    for (const end of this.#ends) end();
  }

  #add(what: What): void {
    this.#count += 1;
    const happening = { ...what, cursor: this.cursor() };
    this.#kept.push(happening);
    if (this.#kept.length > this.#most) this.#kept.shift();
    for (const listener of this.#listeners) listener(happening);
  }
}
