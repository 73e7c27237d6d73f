import { leaseEnded, leaseView, type LeaseRecord } from './lease.ts';
import type { LeaseInput } from '../../contract/api.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Lease } from '../../contract/state.ts';
import type { History } from '../ports.ts';
import { ExpiryWatch } from './expiryWatch.ts';
import { Purchaser, type PurchaserDeps } from './purchaser.ts';
import { Releaser } from './releaser.ts';

export interface LeasesDeps extends Omit<PurchaserDeps, 'onBought' | 'preferredType'> {
  history: Pick<History, 'leaseByRequest'>;
  newId(): string;
  settings(): Settings;
  /** Throws NOT_CONNECTED. */
  session(): { accountSid: string } & ReturnType<PurchaserDeps['session']>;
  onBought(record: LeaseRecord): Promise<void>;
  /** The set of active leases changed. */
  onActiveChanged(): void;
}

type StartInput = LeaseInput & { requestId: string };

/** Takes, extends and ends leases. Each lease's end is carried out by its policy. */
export class Leases {
  #deps: LeasesDeps;
  #purchaser: Purchaser;
  #releaser: Releaser;
  #expiry: ExpiryWatch;
  #starting = new Map<string, Promise<Lease>>();

  constructor(deps: LeasesDeps) {
    this.#deps = deps;
    this.#releaser = new Releaser(deps);
    this.#expiry = new ExpiryWatch(deps.book, deps.clock, (id) => void this.#endDue(id));
    this.#purchaser = new Purchaser({
      ...deps,
      preferredType: () => deps.settings().type,
      onBought: (record) => this.#onBought(record),
    });
  }

  /**
   * Takes a number. The same request id gives the same lease, however often it is sent; after a purchase that
   * failed it tries anew. Rejects with NOT_CONNECTED or the reason why nothing was bought.
   */
  async start(input: StartInput): Promise<Lease> {
    const running = this.#starting.get(input.requestId);
    if (running) return running;
    const starting = this.#startOnce(input).finally(() => this.#starting.delete(input.requestId));
    this.#starting.set(input.requestId, starting);
    return starting;
  }

  /** Rejects with NOT_FOUND or LEASE_ENDED. */
  async extend(id: string, seconds: number): Promise<Lease> {
    const extended = await this.#deps.book.apply(id, { type: 'extended', ms: seconds * 1000 });
    if (!extended) throw leaseEnded(id);
    this.#expiry.watch();
    return this.#deps.book.view(id);
  }

  /** Ends a lease now, by its policy; one that is over already stays as it is. Rejects with NOT_FOUND. */
  async end(id: string): Promise<Lease> {
    const record = await this.#deps.book.apply(id, { type: 'ended', at: this.#deps.clock.now() });
    if (record?.life.state === 'expired') this.#releaser.release(id);
    this.#activeChanged();
    return this.#deps.book.view(id);
  }

  /** After a connection: goes on where the records on disk say that we stopped. */
  async resume(): Promise<void> {
    for (const { id, life } of this.#deps.book.records()) {
      if (life.state === 'expired' || life.state === 'releasing') this.#releaser.release(id);
    }
    this.#activeChanged();
    await this.#purchaser.settleUncertain();
  }

  /** Stops all timers; what is under way ends, what waits is on disk. */
  async pause(): Promise<void> {
    this.#expiry.stop();
    this.#purchaser.pause();
    await Promise.allSettled(this.#starting.values());
    await this.#releaser.settled();
    this.#releaser.pause();
    this.#expiry.stop();
  }

  async #startOnce(input: StartInput): Promise<Lease> {
    const { book, history, session } = this.#deps;
    const known = await history.leaseByRequest(session().accountSid, input.requestId);
    if (known && known.life.state !== 'failed') {
      return book.find(known.id) ? book.view(known.id) : leaseView(known, null);
    }
    const record = this.#newRecord(input);
    await book.add(record);
    await this.#purchaser.buy(record, input);
    return book.view(record.id);
  }

  #newRecord(input: StartInput): LeaseRecord {
    const { settings, clock, newId, session } = this.#deps;
    return {
      id: newId(),
      account: session().accountSid,
      requestId: input.requestId,
      country: input.country ?? settings().country,
      label: input.label || null,
      policy: input.policy ?? settings().policy,
      ttlSeconds: input.ttlSeconds ?? settings().ttlSeconds,
      startedAt: clock.now(),
      life: { state: 'buying', endWanted: false },
    };
  }

  async #onBought(record: LeaseRecord): Promise<void> {
    if (record.life.state === 'expired') this.#releaser.release(record.id);
    this.#activeChanged();
    await this.#deps.onBought(record);
  }

  async #endDue(id: string): Promise<void> {
    await this.end(id).catch((thrown: unknown) => {
      this.#deps.log.error('A lease that ran out could not be written down; trying again.', thrown);
      this.#deps.clock.after(1_000, () => this.#expiry.watch());
    });
  }

  #activeChanged(): void {
    this.#expiry.watch();
    this.#deps.onActiveChanged();
  }
}
