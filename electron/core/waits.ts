import type { Message } from '../contract/state.ts';
import { iso } from '../contract/time.ts';
import { earliestAfter, type Arrivals } from './arrivals.ts';
import type { MessageAfter, MessageSearch } from './messageHistory.ts';
import type { LeaseBook } from './numbers/leaseBook.ts';
import type { Clock, History } from './ports.ts';
import { isWanted, type WantedMessage } from './wantedMessage.ts';

/** By number and without `after`, older messages do not count: their codes are no longer good. */
const recentMs = 10 * 60_000;

/** Whose messages: those of a lease, or all to a number, leased or not. `holder`: see OwnFilter. */
export type WaitTarget = { leaseId: string } | { number: string; holder?: string | undefined };

export interface Wait {
  target: WaitTarget;
  awaited: 'code' | 'message';
  timeoutMs: number;
  /** Only what came later counts. */
  after?: MessageAfter | null;
  /** Only such a message; absent: any. */
  wanted?: WantedMessage;
  signal?: AbortSignal;
}

export interface WaitRulesDeps {
  book: LeaseBook;
  clock: Clock;
  history: Pick<History, 'message'>;
  arrivals: Arrivals;
  /** Throws NOT_CONNECTED. */
  account(): string;
}

/** Whether a message that comes now counts. `isNew`: see Arrivals. */
export type Counts = (message: Message, isNew: boolean) => boolean;

/** Which messages count for someone who waits. */
export class WaitRules {
  readonly #deps: WaitRulesDeps;

  constructor(deps: WaitRulesDeps) {
    this.#deps = deps;
  }

  /** Finds the one that is there already. Throws NOT_CONNECTED. */
  search(wait: Wait): MessageSearch {
    const { target, awaited, after } = wait;
    const counts = (message: Message) => isMeant(wait, message);
    const search = {
      account: this.#deps.account(),
      ...('leaseId' in target ? { lease: target.leaseId } : target),
      withCode: awaited === 'code',
      counts,
    };
    if (!after) return 'leaseId' in target ? search : { ...search, ...this.#recent(target.number, counts) };
    const order = awaited === 'code' ? 'newest' : 'oldest';
    if ('sid' in after) return { ...search, order, after };
    const at = Date.parse(after.at);
    return {
      ...search,
      order,
      after: { at: iso(earliestAfter(at)) },
      counts: (message) => counts(message) && this.#deps.arrivals.isAfter(message, at),
    };
  }

  /** Judges those that are yet to come. Rejects with NOT_CONNECTED. */
  async counts(wait: Wait): Promise<Counts> {
    const { arrivals } = this.#deps;
    const { after = null } = wait;
    const isOurs = (message: Message) => isMeant(wait, message) && this.#isOwn(wait.target, message);
    if (!after) return isOurs;
    if ('at' in after) return (message) => isOurs(message) && arrivals.isAfter(message, Date.parse(after.at));
    const at = await this.#timeOf(after.sid);
    return (message, isNew) =>
      message.sid !== after.sid &&
      isOurs(message) &&
      (arrivals.isAfter(message, at) || (isNew && arrivals.isNewAfter(message, at)));
  }

  /** Where a lease runs, what came for the one before does not count. */
  #recent(number: string, counts: (message: Message) => boolean): Pick<MessageSearch, 'after' | 'counts'> {
    const { book, clock } = this.#deps;
    const lease = book.active().find(({ holding }) => holding.number === number)?.lease.id;
    return {
      after: { at: iso(clock.now() - recentMs) },
      counts: (message) => counts(message) && (lease === undefined || message.leaseId === lease),
    };
  }

  #isOwn(target: WaitTarget, { leaseId }: Message): boolean {
    if ('leaseId' in target || target.holder === undefined) return true;
    return leaseId !== null && this.#deps.book.find(leaseId)?.holder === target.holder;
  }

  /** NaN for a message that does not exist: the search rejects it. */
  async #timeOf(sid: string): Promise<number> {
    const message = await this.#deps.history.message(this.#deps.account(), sid);
    return Date.parse(message?.receivedAt ?? '');
  }
}

/** A message whose text is still being looked for counts once it is known. */
function isMeant({ awaited, wanted = {} }: Wait, message: Message): boolean {
  const { code, body, numMedia } = message;
  const isAwaited = awaited === 'code' ? code !== null : body.trim() !== '' || numMedia > 0;
  return isAwaited && isWanted(message, wanted);
}
