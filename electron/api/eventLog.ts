import { randomBytes } from 'node:crypto';
import type { Lease, Message } from '../contract/lease.ts';
import type { App } from '../core/app.ts';

type What = { type: 'lease'; lease: Lease } | { type: 'message'; message: Message };

/** An event, and the cursor after it. */
export type Happening = { cursor: string } & What;

/** The latest events, for clients that reconnect. */
export class EventLog {
  /** Identifies this log: cursors from before a restart of the host are invalid. */
  readonly #run = randomBytes(6).toString('base64url');
  readonly #most: number;
  readonly #kept: Happening[] = [];
  readonly #listeners = new Set<(happening: Happening) => void>();
  readonly #ends: (() => void)[];
  #count = 0;

  /** `isOwn`: which events to report; all by default. */
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

  /** The cursor after everything so far. */
  cursor(): string {
    return `${this.#run}.${this.#count}`;
  }

  /** Events after the cursor, oldest first; null when they are no longer known, or the cursor never existed. */
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
