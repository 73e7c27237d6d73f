import { toFailure } from '../contract/errors.ts';
import type { Message } from '../contract/state.ts';
import type { Cancel, Clock, IncomingSms, Logger, Telephony } from './ports.ts';
import type { LeaseBook } from './numbers/leaseBook.ts';
import type { LeaseRecord } from './numbers/lease.ts';

const everyMs = 2_000;
const longestWaitMs = 60_000;

export interface PollerDeps {
  book: LeaseBook;
  clock: Clock;
  log: Logger;
  telephony(): Telephony | null;
  /** The URL at which webhooks arrive now; null while none can. */
  webhookUrl(): string | null;
  receive(sms: IncomingSms, source: Message['source']): Promise<unknown>;
}

/** Reads Twilio's message list for the active leases whose number calls no webhook that can arrive. */
export class Poller {
  #deps: PollerDeps;
  #cancel: Cancel = () => undefined;
  #wanted = false;
  #asking = false;
  #failures = 0;

  constructor(deps: PollerDeps) {
    this.#deps = deps;
  }

  /** Whether the list is being asked now: it is wanted, and there is a lease to ask for. */
  get running(): boolean {
    return this.#wanted && this.#active().length > 0;
  }

  /** To be called when the way in or the active leases change. */
  want(wanted: boolean): void {
    this.#wanted = wanted;
    if (!this.running) this.#cancel();
    else if (!this.#asking) this.#schedule(0);
  }

  #active(): LeaseRecord[] {
    const url = this.#deps.webhookUrl();
    const isDeaf = (smsUrl: string | null) => url === null || smsUrl !== url;
    return this.#deps.book.records().filter(({ life }) => life.state === 'active' && isDeaf(life.holding.smsUrl));
  }

  #schedule(ms: number): void {
    this.#cancel();
    this.#cancel = this.#deps.clock.after(ms, () => void this.#ask());
  }

  async #ask(): Promise<void> {
    this.#asking = true;
    try {
      for (const record of this.#active()) await this.#read(record);
      this.#failures = 0;
    } catch (thrown) {
      this.#failures += 1;
      this.#deps.log.warn(`Twilio's message list could not be read: ${toFailure(thrown).message}`);
    } finally {
      this.#asking = false;
    }
    if (this.running) this.#schedule(Math.min(longestWaitMs, everyMs * 2 ** Math.min(this.#failures, 5)));
  }

  async #read(record: LeaseRecord): Promise<void> {
    const telephony = this.#deps.telephony();
    if (!telephony || record.life.state !== 'active') return;
    const messages = await telephony.messagesTo(record.life.holding.number, this.#deps.book.messagesSince(record));
    for (const message of messages) await this.#deps.receive(message, 'backfill');
  }
}
