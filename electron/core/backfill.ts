import { toFailure } from '../contract/errors.ts';
import { iso } from '../contract/time.ts';
import type { Sessions } from './connection.ts';
import type { Events } from './events.ts';
import type { Inbox } from './inbox.ts';
import { orInterrupted } from './interrupted.ts';
import type { LeaseBook } from './numbers/leaseBook.ts';
import type { Ledger } from './numbers/ledger.ts';
import { holdingOf, type NumberRecord } from './numbers/number.ts';
import type { Cancel, CorePorts, IncomingSms } from './ports.ts';
import type { Preferences } from './preferences.ts';
import { english } from '../contract/words/english.ts';

const dayMs = 86_400_000;

/** The search starts this long before the newest known message, because messages arrive out of order. */
const overlapMs = dayMs;

/** Messages older than this are not looked for. */
export const longestMs = 7 * dayMs;

/** The list may return a deleted message that is younger than this again. A day more, as clocks differ. */
export const rememberedMs = longestMs + dayMs;

/** A message that arrives in a lease's last moment may take a while to appear in Twilio's list. */
const afterEndMs = 20_000;

const slackMs = 5_000;

/** How long to wait when Twilio's list could not be read, or a message not be stored. */
const tryAgainMs = 5_000;

/** How many messages from the list are stored without a pause. */
const untilPause = 50;

export interface BackfillDeps {
  ports: CorePorts;
  preferences: Pick<Preferences, 'retentionDays'>;
  sessions: Sessions;
  ledger: Ledger;
  book: LeaseBook;
  inbox: Pick<Inbox, 'receive'>;
  events: Events;
}

/** Reads Twilio's message list for messages that no webhook delivered. */
export class Backfill {
  #deps: BackfillDeps;
  #timers = new Set<Cancel>();
  #running: Promise<number> | null = null;
  #stop = new AbortController();
  #missedSince: number | null = null;
  #isTrying = false;

  constructor(deps: BackfillDeps) {
    this.#deps = deps;
  }

  /** Checks all our numbers, retrying until Twilio answers. Never rejects. */
  async all(): Promise<void> {
    const { signal } = this.#stop;
    // A check already under way may have started too early.
    await this.#running?.catch(() => undefined);
    if (signal.aborted) return;
    await this.checkAll().catch((thrown: unknown) => {
      if (signal.aborted) return;
      this.#warn(thrown);
      this.#tryAgain();
    });
  }

  /** A message of this instant could not be stored, and whoever sent it may not do so again: it is looked for soon. */
  notStored(at: number): void {
    this.missed(at);
    this.#tryAgain();
  }

  /** The same, once. Resolves to how many messages were missing; rejects with the account's AppError. */
  checkAll(): Promise<number> {
    return (this.#running ??= this.#readAll().finally(() => (this.#running = null)));
  }

  /** Checks one lease's number since the lease began. Rejects with NOT_FOUND or the account's AppError. */
  async checkLease(leaseId: string): Promise<number> {
    const { book, ledger, sessions } = this.#deps;
    const record = ledger.getLease(leaseId);
    const { number } = book.view(leaseId);
    const telephony = sessions.current()?.telephony;
    if (number === null || !telephony) return 0;
    const since = book.messagesSince(record);
    return this.#takeIn(await telephony.messagesTo(number, book.isOpen(leaseId) ? since : this.#kept(since)));
  }

  /** Nothing has come in since this instant: the next check of all numbers goes back that far, however long it is. */
  missed(since: number): void {
    this.#missedSince = Math.min(since, this.#missedSince ?? since);
  }

  /** Checks an ended lease now, and once more for messages from its last moment. */
  leaseEnded(leaseId: string): void {
    void this.checkLease(leaseId).catch((thrown: unknown) => this.#warn(thrown));
    this.#later(afterEndMs, () => void this.checkLease(leaseId).catch((thrown: unknown) => this.#warn(thrown)));
  }

  /** Called when the account is left: drops open requests to Twilio and schedules no more. */
  stop(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
    this.#isTrying = false;
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  async settled(): Promise<void> {
    await this.#running?.catch(() => undefined);
  }

  async #readAll(): Promise<number> {
    const { signal } = this.#stop;
    const missed = this.#missedSince;
    const session = this.#deps.sessions.current();
    const since = session && (await this.#since(session.accountSid));
    if (!session || since === null) return 0;
    const listed = await orInterrupted(session.telephony.messagesSince(this.#kept(iso(since))), signal);
    const found = await this.#takeIn(listed.filter((sms) => this.#isOurs(sms)));
    if (missed === this.#missedSince) this.#missedSince = null;
    return found;
  }

  /** null when no number could have received a message. */
  async #since(account: string): Promise<number | null> {
    const { ledger } = this.#deps;
    const { clock, history } = this.#deps.ports;
    const earliest = Math.min(...ledger.numbers().map(oursSince), ...ledger.leases().map(({ startedAt }) => startedAt));
    if (earliest === Infinity) return null;
    const [newest] = (await history.messages({ account, limit: 1 })).messages;
    // A clock that was set back may have left messages in the future.
    const from = newest ? Math.min(Date.parse(newest.receivedAt), clock.now()) - overlapMs : earliest - slackMs;
    const missed = this.#missedSince === null ? Infinity : this.#missedSince - overlapMs;
    return Math.max(Math.min(Math.max(from, clock.now() - longestMs), missed), earliest - slackMs);
  }

  /** Not what would be wiped at once, or has been. */
  #kept(since: string): string {
    const days = this.#deps.preferences.retentionDays();
    const oldest = days === null ? since : iso(this.#deps.ports.clock.now() - days * dayMs);
    return oldest > since ? oldest : since;
  }

  // The account may have other numbers. Their messages are not ours.
  #isOurs({ to, receivedAt }: IncomingSms): boolean {
    const { book, ledger } = this.#deps;
    const { clock } = this.#deps.ports;
    if (book.leaseFor(to, receivedAt, 'backfill')) return true;
    const at = Date.parse(receivedAt) + slackMs;
    // If the clock was set back, a number may be dated in the future. When it came is then unknown.
    const hadBy = (since: number) => since <= at || since > clock.now();
    return ledger.numbers().some((number) => holdingOf(number.life)?.number === to && hadBy(oursSince(number)));
  }

  async #takeIn(listed: IncomingSms[]): Promise<number> {
    let found = 0;
    for (const sms of listed) {
      if ((await this.#deps.inbox.receive(sms, 'backfill')) === 'duplicate') continue;
      found += 1;
      // Messages are stored one by one. Without a pause, webhooks and windows would wait for a long list to end.
      if (found % untilPause === 0) await new Promise<void>((resume) => this.#deps.ports.clock.after(0, resume));
    }
    this.#deps.events.emit('listRead', found);
    return found;
  }

  /** Once, however many ask for it. */
  #tryAgain(): void {
    if (this.#isTrying) return;
    this.#isTrying = true;
    this.#later(tryAgainMs, () => {
      this.#isTrying = false;
      void this.all();
    });
  }

  #later(ms: number, call: () => void): void {
    const cancel = this.#deps.ports.clock.after(ms, () => {
      this.#timers.delete(cancel);
      call();
    });
    this.#timers.add(cancel);
  }

  #warn(thrown: unknown): void {
    this.#deps.ports.log.warn(`Twilio's message list could not be read: ${english(toFailure(thrown).message)}`);
  }
}

/** A recovered number has been ours since it was bought, whenever its record was made. */
function oursSince({ createdAt, origin, life }: NumberRecord): number {
  return origin === 'recovered' ? Math.min(createdAt, holdingOf(life)?.boughtAt ?? createdAt) : createdAt;
}
