import type { AppState, Lease, Message } from '../contract/state.ts';
import type { App } from '../core/app.ts';
import { ownState, type ViewState } from './holderView.ts';

/** The state that one holder is told, with a revision that only the holder's own changes advance. */
export interface Feed {
  state(): ViewState;
  onState(listener: () => void): () => void;
  close(): void;
}

type FeedApp = Pick<App, 'on' | 'state'>;

/** One feed per holder, kept while the host runs, so that its revision never goes back. */
export class Feeds {
  readonly #app: FeedApp;
  readonly #byHolder = new Map<string | null, Feed>();
  readonly #end: () => void;

  constructor(app: FeedApp) {
    this.#app = app;
    this.#byHolder.set(null, {
      state: () => app.state(),
      onState: (listener) => app.on('state', listener),
      close: () => undefined,
    });
    // A new token with the same name is a new holder.
    this.#end = app.on('tokenRemoved', (name) => this.#drop(name));
  }

  /** null: the host's own user. */
  of(holder: string | null): Feed {
    const feed = this.#byHolder.get(holder) ?? new OwnFeed(this.#app, holder ?? '');
    this.#byHolder.set(holder, feed);
    return feed;
  }

  close(): void {
    this.#end();
    for (const holder of this.#byHolder.keys()) this.#drop(holder);
  }

  #drop(holder: string | null): void {
    this.#byHolder.get(holder)?.close();
    this.#byHolder.delete(holder);
  }
}

class OwnFeed implements Feed {
  readonly #holder: string;
  readonly #listeners = new Set<() => void>();
  readonly close: () => void;
  #whole: AppState;
  #own: ViewState;

  constructor(app: FeedApp, holder: string) {
    this.#holder = holder;
    this.#whole = app.state();
    this.#own = { ...ownState(this.#whole, holder), revision: 1 };
    this.close = app.on('state', (state) => this.#look(state));
  }

  state(): ViewState {
    return this.#own;
  }

  onState(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #look(whole: AppState): void {
    const before = this.#whole;
    this.#whole = whole;
    const own = ownState(whole, this.#holder);
    if (!isOtherState(this.#own, own) && !isDeleted(this.#own.messages, before.messages, whole.messages)) return;
    this.#own = { ...own, revision: this.#own.revision + 1 };
    for (const listener of this.#listeners) listener();
  }
}

/** Entries missing from the lists don't count as changes: others may have pushed them out of view. */
function isOtherState(before: ViewState, after: Omit<ViewState, 'revision'>): boolean {
  const rest = ({ leases: _leases, messages: _messages, revision: _revision, ...more }: Partial<ViewState>) =>
    JSON.stringify(more);
  return rest(before) !== rest(after) || hasNew(before.leases, after.leases) || hasNew(before.messages, after.messages);
}

function hasNew(before: (Lease | Message)[], after: (Lease | Message)[]): boolean {
  const known = new Set<unknown>(before);
  const others = after.filter((one) => !known.has(one));
  if (others.length === 0) return false;
  // After a reload, equal entries are different objects.
  const texts = new Set(before.map((one) => JSON.stringify(one)));
  return others.some((one) => !texts.has(JSON.stringify(one)));
}

/** Whether one of our messages was deleted. One that is merely out of view is no newer than all those in view. */
function isDeleted(own: Message[], before: Message[], after: Message[]): boolean {
  const left = new Set(after.map(({ sid }) => sid));
  const [isShorter, oldest] = [after.length < before.length, after.at(-1)?.receivedAt ?? ''];
  return own.some((message) => !left.has(message.sid) && (isShorter || message.receivedAt > oldest));
}
