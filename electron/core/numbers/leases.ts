import type { LeaseInput } from '../../contract/api.ts';
import { appError, AppError } from '../../contract/errors.ts';
import type { EndReason } from '../../contract/lease.ts';
import { phrases } from '../../contract/words/phrases.ts';
import type { Policy } from '../../contract/settings.ts';
import type { Lease } from '../../contract/state.ts';
import type { Sessions } from '../connection.ts';
import type { Events } from '../events.ts';
import type { CorePorts } from '../ports.ts';
import type { Preferences } from '../preferences.ts';
import type { WebhookAddress } from '../reception.ts';
import { freeNumbersFor, strongerPolicy, termsOf, type LeaseTerms } from './allocate.ts';
import { askedOf } from './asked.ts';
import { assertOwn } from './ownership.ts';
import { EarlierRequests } from './earlierRequests.ts';
import { endNote, entryOf } from './entries.ts';
import { ExpiryWatch } from './expiryWatch.ts';
import type { Heartbeats } from './heartbeats.ts';
import { isOpen, isPinned, leaseEnded, restAfter, type EndAll, type LeaseRecord } from './lease.ts';
import type { LeaseBook } from './leaseBook.ts';
import { assertExtended, assertPinnable, ttlWithin } from './leaseLimit.ts';
import type { Ledger } from './ledger.ts';
import { friendlyNameOf, isOwned, wanted, type Holding, type NumberRecord } from './number.ts';
import { leavePool } from './pool.ts';
import type { Purchaser } from './purchaser.ts';
import { pointTo } from './reroute.ts';

const say = phrases.numbers;

export interface LeasesDeps {
  ports: CorePorts;
  preferences: Preferences;
  sessions: Sessions;
  webhook: WebhookAddress;
  ledger: Ledger;
  book: LeaseBook;
  heartbeats: Heartbeats;
  purchaser: Pick<Purchaser, 'buy' | 'cancel'>;
  events: Events;
}

export interface StartInput extends LeaseInput {
  requestId: string;
  /** See LeaseRecord. */
  holder?: string | null;
  /** Whether this request may take an idle number; absent: any. */
  mayTake?(numberId: string): boolean;
  /** Why it should wait instead of buying a number now; null or absent: it may buy. */
  whyNotBuy?(): AppError | null;
}

/** Takes, extends and ends leases. What happens to the number afterwards is up to Maintenance. */
export class Leases {
  #deps: LeasesDeps;
  #expiry: ExpiryWatch;
  #earlier: EarlierRequests;
  #starting = new Map<string, Promise<Lease>>();

  constructor(deps: LeasesDeps) {
    this.#deps = deps;
    this.#earlier = new EarlierRequests(deps);
    this.#expiry = new ExpiryWatch(deps, (...due) => void this.#endDue(...due));
  }

  /**
   * Takes a kept number, or buys one. The same request id gives the same lease, however often sent; after a failed
   * purchase it tries again. Rejects with NOT_CONNECTED, LEASE_LIMIT, CONFLICT if the id belongs to another request, or
   * the reason why nothing was bought.
   */
  async start(input: StartInput): Promise<Lease> {
    const running = this.#starting.get(input.requestId);
    if (running) return running;
    const starting = this.#startOnce(input).finally(() => this.#starting.delete(input.requestId));
    this.#starting.set(input.requestId, starting);
    return starting;
  }

  /** See EarlierRequests. */
  known(input: StartInput): Promise<Lease | null> {
    return this.#earlier.known(input);
  }

  /**
   * A pinned lease gets the extra time when it is unpinned. The end stays within the limit. Rejects with NOT_FOUND,
   * LEASE_ENDED, or LEASE_LIMIT if that leaves nothing.
   */
  async extend(id: string, seconds: number): Promise<Lease> {
    const { book, ledger, preferences } = this.#deps;
    const extended = ledger.leaseAfter(id, { type: 'extended', ms: seconds * 1000 });
    if (!extended) throw leaseEnded(id);
    assertExtended(ledger.getLease(id), extended, preferences.leaseLimit());
    await ledger.commit({ leases: [extended] });
    this.#expiry.watch();
    return book.view(id);
  }

  /**
   * A pinned lease does not run out; once unpinned, it has the time that it had left. Rejects with NOT_FOUND,
   * LEASE_ENDED, LEASE_LIMIT while there is a limit, or CONFLICT while its number is being bought.
   */
  async pin(id: string, pinned: boolean): Promise<Lease> {
    const { book, events, ledger } = this.#deps;
    const { clock } = this.#deps.ports;
    const { life } = ledger.getLease(id);
    if (life.state === 'buying') throw appError('CONFLICT', say.stillBuying({ id }), say.pinLater, { retryable: true });
    if (life.state !== 'active') throw leaseEnded(id);
    if (pinned) assertPinnable(this.#deps.preferences.leaseLimit());
    const lease = ledger.leaseAfter(id, { type: pinned ? 'pinned' : 'unpinned', at: clock.now() });
    if (lease) {
      await ledger.commit({ leases: [lease] });
      this.#expiry.watch();
      events.emit('numbersChanged');
    }
    return book.view(id);
  }

  /**
   * Ends a lease now, by its policy; one that is already over stays as it is. One whose number is still being bought is
   * cancelled: nothing is bought any more, or the number meets its policy as soon as it is there. `by`: the token's name, or null for the
   * host's own user; absent: nobody asked for it. Rejects with NOT_FOUND.
   */
  async end(id: string, because: EndReason = 'onRequest', by?: string | null): Promise<Lease> {
    const { book, events, ledger, purchaser } = this.#deps;
    const { clock } = this.#deps.ports;
    const at = clock.now();
    const lease = ledger.leaseAfter(id, { type: 'ended', at, because });
    if (lease) {
      const freed = { type: 'idle', at, rest: restAfter(lease, at) } as const;
      const number = lease.life.state === 'ended' ? ledger.numberAfter(lease.numberId, freed) : null;
      const entries = number ? [entryOf('leaseEnded', number, { at, lease, note: endNote(lease, because, by) })] : [];
      await ledger.commit({ leases: [lease], numbers: number ? [number] : [], entries });
      if (number) events.emit('leaseEnded', id);
      else purchaser.cancel(lease.numberId);
    }
    this.watch();
    events.emit('numberFreed');
    return book.view(id);
  }

  /** Ends all open leases, or those of one holder; `pinned: false` spares pinned ones. `by`: see `end`. */
  async endAll({ pinned = true, holder, by }: EndAll = {}): Promise<Lease[]> {
    const all = this.#deps.ledger.leases().filter(({ life }) => isOpen(life) && (pinned || !isPinned(life)));
    const open = all.filter((lease) => holder === undefined || lease.holder === holder);
    return Promise.all(open.map(({ id }) => this.end(id, 'onRequest', by)));
  }

  /** Sets what happens to the number when the lease ends. Rejects with NOT_FOUND, LEASE_ENDED or CONFLICT. */
  async setPolicy(id: string, policy: Policy): Promise<Lease> {
    const { book, ledger } = this.#deps;
    const { number: before } = ledger.openLease(id);
    assertOwn(before, policy);
    if (policy !== 'keep') await leavePool(this.#deps, before);
    const { lease, number } = ledger.openLease(id);
    await ledger.commit({ leases: [{ ...lease, policy }], numbers: [{ ...number, policy }] });
    return book.view(id);
  }

  /** Call when the active leases, or an expiry, changed. */
  watch(): void {
    this.#expiry.watch();
    this.#deps.events.emit('activeLeasesChanged');
  }

  stop(): void {
    this.#expiry.stop();
  }

  /** Stops the timer, and waits for the starting leases. */
  async pause(): Promise<void> {
    this.stop();
    this.#earlier.interrupt();
    await Promise.allSettled(this.#starting.values());
    this.stop();
  }

  async #startOnce(input: StartInput): Promise<Lease> {
    const known = await this.known(input);
    if (known) return known;
    const installation = await this.#deps.preferences.installation();
    const terms = termsOf(input, this.#deps.preferences.current(), this.#deps.ledger.isMadeUp);
    for (;;) {
      const idle = await this.#idleNumber(terms, input);
      const obstacle = idle ? null : (input.whyNotBuy?.() ?? null);
      if (obstacle) throw obstacle;
      if (!idle) return this.#buy(terms, input, installation);
      // Another lease may have taken it in between.
      const isStillFree = this.#deps.ledger.number(idle.id) === idle;
      if (isStillFree && isOwned(idle.life)) return this.#reuse(idle, idle.life.holding, terms, input);
    }
  }

  async #idleNumber(terms: LeaseTerms, { mayTake }: StartInput): Promise<NumberRecord | null> {
    const { ledger, sessions } = this.#deps;
    const { clock, history } = this.#deps.ports;
    const refused = new Set<string>();
    const mayBe = ({ id }: NumberRecord) => !refused.has(id) && (mayTake?.(id) ?? true);
    for (;;) {
      const next = freeNumbersFor(terms, ledger.numbers(), clock.now()).find(mayBe);
      if (!next || !isOwned(next.life)) return null;
      if (!terms.fresh || terms.service === undefined) return next;
      const { number } = next.life.holding;
      const served = await history.servicesOf(sessions.session().accountSid, number);
      if (!served.includes(terms.service.toLowerCase())) return next;
      refused.add(next.id);
    }
  }

  async #reuse(number: NumberRecord, holding: Holding, terms: LeaseTerms, input: StartInput): Promise<Lease> {
    const { book, ledger } = this.#deps;
    const { number: e164, numberSid, type, monthlyPrice } = holding;
    const policy = strongerPolicy(number.policy, terms.policy);
    const id = this.#deps.ports.newId();
    const draft = this.#newLease(input, { ...terms, policy }, { id, numberId: number.id, reused: true });
    const leased = { number: e164, numberSid, type, monthlyPrice };
    const lease: LeaseRecord = {
      ...draft,
      life: { state: 'active', leased, expiresAt: draft.startedAt + draft.ttlSeconds * 1000 },
    };
    const taken: NumberRecord = {
      ...number,
      policy,
      leaseId: lease.id,
      leases: number.leases + 1,
      life: { state: 'leased', holding },
    };
    await ledger.commit({
      leases: [lease],
      numbers: [taken],
      entries: [entryOf('leaseStarted', taken, { at: lease.startedAt, lease })],
    });
    this.watch();
    await this.#callsUs(number.id);
    return book.view(lease.id);
  }

  /** An idle number that serves a lease must call the current webhook. */
  async #callsUs(numberId: string): Promise<void> {
    const url = this.#deps.webhook.webhookUrl();
    if (url !== null) await pointTo(this.#deps, numberId, url);
    this.#deps.events.emit('activeLeasesChanged');
  }

  async #buy(terms: LeaseTerms, input: StartInput, installation: string): Promise<Lease> {
    const { book, ledger, purchaser, sessions } = this.#deps;
    const { clock, newId } = this.#deps.ports;
    const id = newId();
    const lease = this.#newLease(input, terms, { id, numberId: id, reused: false });
    const number: NumberRecord = {
      id,
      account: sessions.session().accountSid,
      friendlyName: friendlyNameOf(id, installation),
      origin: 'lease',
      policy: terms.policy,
      country: terms.country,
      leaseId: id,
      leases: 1,
      createdAt: clock.now(),
      life: wanted,
    };
    await ledger.commit({ leases: [lease], numbers: [number] });
    await purchaser.buy(id, terms);
    const { life } = ledger.getLease(id);
    // The number came after its lease had been given up: it stays for another one.
    if (life.state === 'failed') throw new AppError(life.failure);
    return book.view(id);
  }

  #newLease(input: StartInput, terms: LeaseTerms, own: Pick<LeaseRecord, 'id' | 'numberId' | 'reused'>): LeaseRecord {
    const { preferences, sessions } = this.#deps;
    const { clock } = this.#deps.ports;
    return {
      ...own,
      account: sessions.session().accountSid,
      requestId: input.requestId,
      asked: askedOf(input, preferences.current()),
      holder: input.holder ?? null,
      country: terms.country,
      label: input.label || null,
      service: input.service ?? null,
      policy: terms.policy,
      ttlSeconds: ttlWithin(preferences.leaseLimit(), input.ttlSeconds, preferences.current().ttlSeconds),
      heartbeatSeconds: input.heartbeatSeconds ?? null,
      quarantineSeconds: input.quarantineSeconds ?? preferences.quarantineSeconds(),
      startedAt: clock.now(),
      life: { state: 'buying', endWanted: false },
    };
  }

  async #endDue(id: string, because: EndReason): Promise<void> {
    if (because === 'clientGone')
      this.#deps.ports.log.info(`The client of lease ${id} is not heard any more; the lease ends.`);
    await this.end(id, because).catch((thrown: unknown) => {
      this.#deps.ports.log.error('A lease that ran out could not be written down; trying again.', thrown);
      this.#expiry.retry();
    });
  }
}
