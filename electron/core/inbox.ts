import type { Message } from '../contract/state.ts';
import type { History, IncomingSms } from './ports.ts';
import type { LeaseBook } from './numbers/leaseBook.ts';
import { leasedOf, type LeaseRecord } from './numbers/lease.ts';
import type { CodeFinder } from './codeFinder.ts';

/** How many messages a user interface is sent without asking. */
const inView = 100;

export interface InboxDeps {
  history: History;
  book: LeaseBook;
  codes: Pick<CodeFinder, 'find'>;
  /** The account whose messages these are; null while none is connected. */
  account(): string | null;
  onMessage(message: Message): void;
  onView(messages: Message[]): void;
}

/** Every message, once: extract, attach to its lease, on disk, and only then seen. */
export class Inbox {
  #deps: InboxDeps;
  #view: Message[] = [];

  constructor(deps: InboxDeps) {
    this.#deps = deps;
  }

  async load(account: string): Promise<void> {
    this.#show((await this.#deps.history.messages({ account, limit: inView })).messages);
  }

  clear(): void {
    this.#show([]);
  }

  /** Resolves when the message is on disk. Rejects with STORAGE_FAILED, and then nothing is known of it. */
  async receive(sms: IncomingSms, source: Message['source']): Promise<'stored' | 'duplicate'> {
    const message = this.#toMessage(sms, source);
    const outcome = await this.#deps.history.addMessage(sms.accountSid, message);
    if (outcome === 'stored' && sms.accountSid === this.#deps.account()) this.#publish([message]);
    return outcome;
  }

  /** Messages that came before it was known whose number it is, now that a lease has it. */
  async adopt(record: LeaseRecord): Promise<void> {
    const number = leasedOf(record.life)?.number;
    if (!number) return;
    const since = this.#deps.book.messagesSince(record);
    this.#publish(await this.#deps.history.adoptMessages(record.account, number, since, record.id));
  }

  #toMessage(sms: IncomingSms, source: Message['source']): Message {
    const { sid, to, from, body, receivedAt } = sms;
    const { code, candidates, service, reason } = this.#deps.codes.find(body, from);
    const leaseId = this.#deps.book.leaseFor(to, receivedAt)?.id ?? null;
    return { sid, to, from, body, receivedAt, leaseId, code, candidates, service, reason, source };
  }

  #publish(messages: Message[]): void {
    if (messages.length === 0) return;
    const changed = new Set(messages.map(({ sid }) => sid));
    this.#show([...messages, ...this.#view.filter(({ sid }) => !changed.has(sid))]);
    for (const message of messages) {
      this.#deps.book.noteMessage(message);
      this.#deps.onMessage(message);
    }
  }

  #show(messages: Message[]): void {
    this.#view = messages.toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt)).slice(0, inView);
    this.#deps.onView(this.#view);
  }
}
