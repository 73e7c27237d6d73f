import { toFailure } from '../contract/errors.ts';
import type { Sessions } from './connection.ts';
import type { PowerMode } from './powerMode.ts';
import type { Events } from './events.ts';
import type { Inbox } from './inbox.ts';
import type { Active, LeaseBook } from './numbers/leaseBook.ts';
import type { Cancel, CorePorts } from './ports.ts';
import { english } from '../contract/words/english.ts';

/** How often the list is read, by the age of the youngest waiting lease: most codes come in the first minute. */
const paces = [
  { untilAgeMs: 60_000, everyMs: 2_000 },
  { untilAgeMs: 300_000, everyMs: 5_000 },
  { untilAgeMs: Infinity, everyMs: 15_000 },
];
const longestWaitMs = 60_000;

/** While saving power, leases this old or older are polled half as often. Before that, someone waits for a code. */
const patientMs = 60_000;

export interface PollerDeps {
  ports: CorePorts;
  sessions: Sessions;
  book: LeaseBook;
  inbox: Pick<Inbox, 'receive'>;
  /** The webhook of numbers whose messages arrive by themselves; null while none do. */
  webhookUrl(): string | null;
  events: Events;
}

/** Reads Twilio's message list for active leases whose number calls no webhook that can reach us. */
export class Poller {
  #deps: PollerDeps;
  #cancel: Cancel = () => undefined;
  #wanted = false;
  #asking = false;
  #failures = 0;
  #powerMode: PowerMode = 'full';
  /** The leases to poll for, and what they were chosen from: each change of the state asks for them. */
  #chosen: { from: readonly Active[]; url: string | null; active: Active[] } | null = null;

  constructor(deps: PollerDeps) {
    this.#deps = deps;
  }

  /** Whether the list is being polled: it is wanted, and there is a lease to poll for. */
  get running(): boolean {
    return this.#wanted && this.#powerMode !== 'asleep' && this.#active().length > 0;
  }

  /** Call it when the way in or the active leases change. */
  want(wanted: boolean): void {
    this.#wanted = wanted;
    if (!this.running) this.#cancel();
    else if (!this.#asking) this.#schedule(0);
  }

  /** Call `want` afterwards. */
  setPowerMode(powerMode: PowerMode): void {
    this.#powerMode = powerMode;
  }

  wakeUp(): void {
    if (this.#powerMode === 'asleep') this.#powerMode = 'full';
  }

  #active(): Active[] {
    const [url, from] = [this.#deps.webhookUrl(), this.#deps.book.active()];
    if (this.#chosen?.from !== from || this.#chosen.url !== url)
      this.#chosen = { from, url, active: from.filter(({ holding }) => url === null || holding.smsUrl !== url) };
    return this.#chosen.active;
  }

  #schedule(ms: number): void {
    this.#cancel();
    this.#cancel = this.#deps.ports.clock.after(ms, () => void this.#ask());
  }

  async #ask(): Promise<void> {
    this.#asking = true;
    try {
      for (const active of this.#active()) await this.#read(active);
      this.#failures = 0;
    } catch (thrown) {
      this.#failures += 1;
      this.#deps.ports.log.warn(`Twilio's message list could not be read: ${english(toFailure(thrown).message)}`);
    } finally {
      this.#asking = false;
    }
    if (this.running) this.#schedule(Math.min(longestWaitMs, this.#pace() * 2 ** Math.min(this.#failures, 5)));
  }

  #pace(): number {
    const youngest = Math.max(...this.#active().map(({ lease }) => lease.startedAt));
    const age = this.#deps.ports.clock.now() - youngest;
    const everyMs = paces.find(({ untilAgeMs }) => age < untilAgeMs)?.everyMs ?? longestWaitMs;
    return this.#powerMode === 'saving' && age >= patientMs ? 2 * everyMs : everyMs;
  }

  async #read({ lease, holding }: Active): Promise<void> {
    const telephony = this.#deps.sessions.current()?.telephony;
    if (!telephony) return;
    const messages = await telephony.messagesTo(holding.number, this.#deps.book.messagesSince(lease));
    let found = 0;
    for (const message of messages)
      if ((await this.#deps.inbox.receive(message, 'backfill')) !== 'duplicate') found += 1;
    this.#deps.events.emit('listRead', found);
  }
}
