import type { Lease } from '../../contract/state.ts';
import { interrupted } from '../interrupted.ts';
import { askedOf, isSameAsked, keyOfAnother } from './asked.ts';
import { leaseView } from './lease.ts';
import type { LeasesDeps, StartInput } from './leases.ts';

/** A purchase, too, is tried for two minutes before its request is told that nobody knows. Milliseconds. */
const patienceMs = 120_000;

/** What came of requests that are sent once more, also of those to an earlier run of the host. */
export class EarlierRequests {
  readonly #deps: LeasesDeps;
  readonly #interrupts = new Set<() => void>();

  constructor(deps: LeasesDeps) {
    this.#deps = deps;
  }

  /**
   * The lease of an earlier request, unless it failed. If its purchase was interrupted, waits until it is known whether
   * that succeeded, at most two minutes. Rejects with NOT_CONNECTED, or CONFLICT if the id belongs to another request.
   */
  async known(input: StartInput): Promise<Lease | null> {
    const { book, ledger, preferences, sessions } = this.#deps;
    const { history } = this.#deps.ports;
    const stored = await history.leaseByRequest(sessions.session().accountSid, input.requestId);
    if (stored) await this.#settled(stored.id);
    // It may have failed since it was read.
    const known = stored && (ledger.lease(stored.id) ?? stored);
    if (!known || known.life.state === 'failed') return null;
    if (known.asked && !isSameAsked(known.asked, askedOf(input, preferences.current()))) throw keyOfAnother();
    return book.find(known.id) ?? leaseView(known, null, null);
  }

  /** The host is closing: the next run will know. */
  interrupt(): void {
    for (const interrupt of this.#interrupts) interrupt();
  }

  async #settled(leaseId: string): Promise<void> {
    const { events, ledger } = this.#deps;
    const isBuying = () => ledger.lease(leaseId)?.life.state === 'buying';
    if (!isBuying()) return;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const interrupt = () => reject(interrupted());
    const ends = [
      events.on('ledgerCommitted', () => void (isBuying() || resolve())),
      this.#deps.ports.clock.after(patienceMs, resolve),
    ];
    this.#interrupts.add(interrupt);
    try {
      await promise;
    } finally {
      for (const end of ends) end();
      this.#interrupts.delete(interrupt);
    }
  }
}
