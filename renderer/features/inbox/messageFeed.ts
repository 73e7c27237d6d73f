import type { MessageFilter } from '../../../electron/contract/messages.ts';
import { toFailure, type Failure } from '../../../electron/contract/errors.ts';
import type { Message } from '../../../electron/contract/state.ts';
import { byTime, iso } from '../../../electron/contract/time.ts';
import type { Client } from '../../client.ts';

/** Small, so that the first page appears at once; people who scroll further usually go far. */
const pageSize = 100;
const furtherSize = 500;
/** A change is usually one message. */
const changedSize = 10;
/** Between two reads of changes, while more and more come. Milliseconds. */
const pauseMs = 250;

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
 * The messages of one filter, as far back as a person has scrolled. Without a filter, each message that arrives belongs
 * to them. Otherwise the host decides what matches: it is asked for the messages at the time of the one that arrived.
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
  /** Messages that arrived and are not in the view yet. */
  #arrived: Message[] = [];
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

  /** All that arrive in one turn are shown at once. */
  arrived(message: Message): void {
    if (Object.keys(this.#filter).length > 0) return this.changed(message.receivedAt);
    this.#arrived.push(message);
    // After the page that is being read: it may be from before the message.
    if (this.#arrived.length === 1) this.#turn = this.#turn.then(() => this.#showArrived());
  }

  /** Something changed at this time. */
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
    const found = await this.#between(from, to, Math.min(Math.max(count, changedSize), furtherSize));
    this.#changed = this.#changed.slice(count);
    this.#show({ messages: replaceBetween(this.#view.messages, this.#reached(found), from, to) });
    if (this.#changed.length === 0) return;
    // Read what has changed in the meantime.
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    await this.#readChanged();
  }

  #showArrived(): void {
    const arrived = this.#reached(this.#arrived);
    this.#arrived = [];
    this.#show({ messages: withArrived(this.#view.messages, arrived) });
  }

  /** Those that are not older than what has been read so far. */
  #reached(messages: Message[]): Message[] {
    const oldest = this.#view.messages.at(-1)?.receivedAt ?? '';
    return this.#view.ended ? messages : messages.filter(({ receivedAt }) => receivedAt >= oldest);
  }

  async #between(from: string, to: string, size: number): Promise<Message[]> {
    const found: Message[] = [];
    let before: string | null = iso(Date.parse(to) + 1);
    for (let limit = size; before !== null; limit = furtherSize) {
      const page = await this.#page(before, limit);
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

/** Adds messages, the last to arrive first, to a list (newest first). Only the part that they belong to is looked at. */
export function withArrived(messages: readonly Message[], arrived: readonly Message[]): readonly Message[] {
  const left = new Map(arrived.map((message) => [message.sid, message]));
  const oldest = [...left.values()].reduce((time, { receivedAt }) => (receivedAt < time ? receivedAt : time), '~');
  const end = messages.findIndex(({ receivedAt }) => receivedAt < oldest);
  const rest = end < 0 ? [] : messages.slice(end);
  // One that is known keeps its place: it has changed.
  const known = (end < 0 ? messages : messages.slice(0, end)).map((message) => {
    const changed = left.get(message.sid);
    left.delete(message.sid);
    return changed ?? message;
  });
  const head = [...[...left.values()].toReversed(), ...known];
  return [...head.toSorted((a, b) => byTime(b.receivedAt, a.receivedAt)), ...rest];
}
