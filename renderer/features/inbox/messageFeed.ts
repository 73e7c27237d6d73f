import type { MessageFilter } from '../../../electron/contract/messages.ts';
import { toFailure, type Failure } from '../../../electron/contract/errors.ts';
import type { Message } from '../../../electron/contract/state.ts';
import { iso } from '../../../electron/contract/time.ts';
import type { Client } from '../../client.ts';

/** Small, so that the first page appears at once; people who scroll further usually go far. */
const pageSize = 100;
const furtherSize = 500;
/** A change is usually one message. */
const changedSize = 10;

export interface FeedView {
  /** Newest first. */
  messages: readonly Message[];
  /** Whether there is anything to show yet. */
  loaded: boolean;
  loading: boolean;
  /** Whether the oldest message is among them. */
  ended: boolean;
  failure: Failure | null;
}

/**
 * The messages of one filter, as far back as a person has scrolled. The host decides what matches: when a message
 * arrives, only its time is used, and the host is asked for the messages at that time.
 */
export class MessageFeed {
  readonly #client: Client;
  readonly #filter: MessageFilter;
  readonly #listeners = new Set<() => void>();
  #view: FeedView;
  /** Where the next page begins; null at the end, undefined before the first page. */
  #next: string | null | undefined;
  /** Times (ISO 8601) of changes that have not been read yet. */
  #changed: string[] = [];
  /** Requests run one after the other. */
  #turn: Promise<void> = Promise.resolve();

  /** `seed`: messages known to match, shown until the first page arrives. */
  constructor(client: Client, filter: MessageFilter, seed: readonly Message[]) {
    this.#client = client;
    this.#filter = filter;
    this.#view = { messages: seed, loaded: seed.length > 0, loading: false, ended: false, failure: null };
  }

  readonly view = (): FeedView => this.#view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Reads the first page, or the next older one. */
  more(): Promise<void> {
    if (this.#view.loading || this.#view.ended) return this.#turn;
    return this.#do(() => this.#readNext());
  }

  /** Something arrived or changed at this time. */
  changed(at: string): void {
    if (Number.isNaN(Date.parse(at))) return;
    this.#changed.push(at);
    if (this.#changed.length === 1) void this.#inTurn(() => this.#readChanged());
  }

  /** Reads again what could not be read. */
  retry(): Promise<void> {
    return this.#do(async () => {
      if (this.#changed.length > 0) await this.#readChanged();
      else await this.#readNext();
    });
  }

  /** Removes deleted messages. */
  drop(sids: readonly string[]): void {
    const gone = new Set(sids);
    this.#show({ messages: this.#view.messages.filter(({ sid }) => !gone.has(sid)) });
  }

  #do(work: () => Promise<void>): Promise<void> {
    this.#show({ loading: true });
    return this.#inTurn(work);
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(work).then(
      () => this.#show({ loading: false, failure: null }),
      (thrown: unknown) => this.#show({ loading: false, failure: toFailure(thrown) }),
    );
    return this.#turn;
  }

  async #readNext(): Promise<void> {
    const first = this.#next === undefined;
    if (this.#next === null) return;
    const page = await this.#page(this.#next, first ? pageSize : furtherSize);
    this.#next = page.next;
    const messages = first ? page.messages : [...this.#view.messages, ...page.messages];
    this.#show({ messages, loaded: true, ended: page.next === null });
  }

  async #readChanged(): Promise<void> {
    const times = this.#changed.toSorted();
    const [from, to] = [times[0], times.at(-1)];
    if (from === undefined || to === undefined) return;
    const count = times.length;
    const found = await this.#between(from, to);
    this.#changed = this.#changed.slice(count);
    const oldest = this.#view.messages.at(-1)?.receivedAt ?? '';
    const reached = this.#view.ended ? found : found.filter(({ receivedAt }) => receivedAt >= oldest);
    this.#show({ messages: replaceBetween(this.#view.messages, reached, from, to) });
    // Read what has changed in the meantime.
    if (this.#changed.length > 0) await this.#readChanged();
  }

  async #between(from: string, to: string): Promise<Message[]> {
    const found: Message[] = [];
    let before: string | null = iso(Date.parse(to) + 1);
    while (before !== null) {
      const page = await this.#page(before, changedSize);
      found.push(...page.messages.filter(({ receivedAt }) => receivedAt >= from));
      before = (page.messages.at(-1)?.receivedAt ?? '') < from ? null : page.next;
    }
    return found;
  }

  #page(before: string | undefined, limit: number) {
    return this.#client.call('messages.list', { ...this.#filter, limit, ...(before && { before }) });
  }

  #show(patch: Partial<FeedView>): void {
    const [before, after] = [this.#view, { ...this.#view, ...patch }];
    const names = Object.keys(patch) as (keyof FeedView)[];
    if (names.every((name) => after[name] === before[name])) return;
    this.#view = after;
    for (const listener of this.#listeners) listener();
  }
}

/** Replaces the part of a list (newest first) between two times, both included. */
export function replaceBetween(
  messages: readonly Message[],
  found: readonly Message[],
  from: string,
  to: string,
): Message[] {
  return [
    ...messages.filter(({ receivedAt }) => receivedAt > to),
    ...found,
    ...messages.filter(({ receivedAt }) => receivedAt < from),
  ];
}
