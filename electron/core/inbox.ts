import pLimit from 'p-limit';
import { channelOf } from '../contract/addresses.ts';
import { appError } from '../contract/errors.ts';
import type { Message } from '../contract/state.ts';
import { byTime, iso } from '../contract/time.ts';
import { phrases } from '../contract/words/phrases.ts';
import { rememberedMs } from './backfill.ts';
import { Bin } from './bin.ts';
import type { CodeFinder } from './codeFinder.ts';
import type { Sessions } from './connection.ts';
import type { Events } from './events.ts';
import { leasedOf, type LeaseRecord } from './numbers/lease.ts';
import type { LeaseBook } from './numbers/leaseBook.ts';
import type { OldMessages } from './messageHistory.ts';
import type { CorePorts, IncomingSms } from './ports.ts';

const say = phrases.host;

/** How many messages a user interface gets without asking. */
const inView = 100;

/** `completed`: it was stored before, without its text. */
export type Outcome = 'stored' | 'duplicate' | 'completed';

/** By which event a change of the view is told. */
type Told = 'viewChanged' | 'cameIn';

export interface InboxDeps {
  ports: CorePorts;
  sessions: Sessions;
  book: LeaseBook;
  codes: Pick<CodeFinder, 'find'>;
  events: Events;
}

/** Takes in every message once: extracts the code, attaches it to its lease, stores it, and only then shows it. */
export class Inbox {
  #deps: InboxDeps;
  #view: Message[] = [];
  #bin: Bin;
  /** Otherwise one deletion could bring back into view what another has deleted. */
  #inTurn = pLimit(1);

  constructor(deps: InboxDeps) {
    this.#deps = deps;
    this.#bin = new Bin(deps.ports.clock);
  }

  /** The messages that a user interface gets without asking, newest first. */
  get inView(): Message[] {
    return this.#view;
  }

  #account(): string | null {
    return this.#deps.sessions.current()?.accountSid ?? null;
  }

  async load(account: string): Promise<void> {
    this.#show((await this.#deps.ports.history.messages({ account, limit: inView })).messages);
  }

  clear(): void {
    this.#bin.clear();
    this.#show([]);
  }

  /** Earlier deletions can no longer be undone. */
  forgetDeleted(): void {
    this.#bin.clear();
  }

  /** Wipes messages from the disk; resolves to how many there were. They stay deleted, even if they come again. */
  delete(account: string, sids: string[], holder?: string): Promise<number> {
    return this.#inTurn(() => this.#delete(account, sids, holder));
  }

  /** Wipes all messages, or those to a number, for good and with the codes of leases; resolves to how many there were. */
  deleteAll(account: string, number?: string): Promise<number> {
    return this.#inTurn(() => this.#deleteAll(account, number));
  }

  /** Wipes messages that are too old, for good; resolves to how many there were. */
  deleteOld(old: OldMessages): Promise<number> {
    return this.#inTurn(() => this.#deleteOld(old));
  }

  /** Undoes a deletion while it is remembered; resolves to how many messages are back. */
  restore(account: string, sids: string[]): Promise<number> {
    return this.#inTurn(() => this.#restore(account, sids));
  }

  /** One of a message's links. Rejects with NOT_FOUND. */
  async linkOf(account: string, sid: string, index: number): Promise<string> {
    const link = (await this.#deps.ports.history.message(account, sid))?.links[index];
    if (link !== undefined) return link;
    throw appError('NOT_FOUND', say.noLink, say.noLinkHint);
  }

  /** Resolves when the message is on disk. Rejects with STORAGE_FAILED, and then nothing of it is kept. */
  async receive(sms: IncomingSms, source: Message['source']): Promise<Outcome> {
    const message = await this.#toMessage(sms, source);
    const added = await this.#deps.ports.history.addMessage(sms.accountSid, message);
    const [outcome, known] = typeof added === 'string' ? [added, message] : (['completed', added] as const);
    this.#deps.events.emit('messageReceived', { sid: sms.sid, outcome, source });
    if (outcome !== 'duplicate' && sms.accountSid === this.#account()) this.#publish([known]);
    return outcome;
  }

  /** Attaches messages that arrived before this lease was known to have the number. */
  async adopt(record: LeaseRecord): Promise<void> {
    const number = leasedOf(record.life)?.number;
    if (!number) return;
    const since = this.#deps.book.messagesSince(record);
    this.#publish(await this.#deps.ports.history.adoptMessages(record.account, number, since, record.id));
  }

  async #delete(account: string, sids: string[], holder: string | undefined): Promise<number> {
    const { history } = this.#deps.ports;
    const deleted = await history.deleteMessages(account, sids, holder);
    if (deleted.length === 0 || account !== this.#account()) return deleted.length;
    this.#bin.add(deleted);
    await this.#forget(account, new Set(deleted.map(({ sid }) => sid)));
    return deleted.length;
  }

  async #deleteAll(account: string, number: string | undefined): Promise<number> {
    const { clock, history } = this.#deps.ports;
    const remember = iso(clock.now() - rememberedMs);
    const gone = new Set(await history.deleteAllMessages(account, number, remember));
    this.#bin.clear();
    if (account === this.#account() && gone.size > 0) await this.#forget(account, gone);
    return gone.size;
  }

  async #deleteOld(old: OldMessages): Promise<number> {
    const gone = new Set(await this.#deps.ports.history.deleteOldMessages(old));
    const account = this.#account();
    if (account !== null && gone.size > 0) await this.#forget(account, gone);
    return gone.size;
  }

  /** Takes deleted messages out of view, and their codes from the leases that show them. */
  async #forget(account: string, gone: ReadonlySet<string>): Promise<void> {
    for (const sid of gone) await this.#forgetCode(account, sid);
    if (this.#view.some(({ sid }) => gone.has(sid))) {
      const { messages } = await this.#deps.ports.history.messages({ account, limit: inView });
      if (account !== this.#account()) return;
      // Messages that came in meanwhile are in view, but may not be in what was read.
      this.#showWith(
        messages.filter(({ sid }) => !gone.has(sid)),
        gone,
      );
    }
    if (account === this.#account()) this.#deps.events.emit('messagesChanged', { deleted: [...gone], restored: [] });
  }

  async #forgetCode(account: string, sid: string): Promise<void> {
    const { book } = this.#deps;
    const { history } = this.#deps.ports;
    const leaseId = book.leaseShowing(sid);
    if (leaseId === null) return;
    book.forgetCode(leaseId, sid, await history.findMessage({ account, lease: leaseId, withCode: true }));
  }

  /** Not reported as new messages: nobody waits for them, and there must be no notification. */
  async #restore(account: string, sids: string[]): Promise<number> {
    const { book } = this.#deps;
    const { history } = this.#deps.ports;
    const restored = await history.restoreMessages(account, this.#bin.find(sids));
    if (restored.length === 0 || account !== this.#account()) return restored.length;
    this.#showWith(restored);
    for (const message of restored) book.noteMessage(message);
    this.#deps.events.emit('messagesChanged', { deleted: [], restored });
    return restored.length;
  }

  async #toMessage(sms: IncomingSms, source: Message['source']): Promise<Message> {
    const { sid, to, receivedAt, numMedia, media, sentBy } = sms;
    const [from, body] = [withoutNul(sms.from), withoutNul(sms.body)];
    const { code, candidates, service, reason, links } = await this.#deps.codes.find(body, from);
    const leaseId = this.#deps.book.leaseFor(to, receivedAt, source)?.id ?? null;
    const came = { sid, to, from, body, links, numMedia, media, channel: channelOf(sms), receivedAt, leaseId };
    return { ...came, code, candidates, service, sentBy, reason, source };
  }

  #publish(messages: Message[]): void {
    if (messages.length === 0) return;
    this.#showWith(messages, new Set(), 'cameIn');
    for (const message of messages) {
      this.#deps.book.noteMessage(message);
      this.#deps.events.emit('message', message);
    }
  }

  #showWith(messages: Message[], without: ReadonlySet<string> = new Set(), told?: Told): void {
    const changed = new Set(messages.map(({ sid }) => sid));
    this.#show([...messages, ...this.#view.filter(({ sid }) => !changed.has(sid) && !without.has(sid))], told);
  }

  #show(messages: Message[], told: Told = 'viewChanged'): void {
    this.#view = messages.toSorted((a, b) => byTime(b.receivedAt, a.receivedAt)).slice(0, inView);
    this.#deps.events.emit(told);
  }
}

/** Many readers, such as SQLite's search, stop at a NUL: the text after it would be hidden. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '\uFFFD');
}
