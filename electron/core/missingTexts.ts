import { toFailure } from '../contract/errors.ts';
import type { Cancel, Clock, Logger } from './ports.ts';
import { english } from '../contract/words/english.ts';

/** The wait before each reading of Twilio's list for a text. A text still missing after the last was never sent. */
const triesAfterMs = [1_000, 3_000, 10_000, 30_000];

export interface MissingTextsDeps {
  clock: Clock;
  log: Logger;
  /** Reads Twilio's list for a lease. Rejects with the account's AppError. */
  read(leaseId: string): Promise<unknown>;
}

interface Search {
  sids: Set<string>;
  tries: number;
  cancel: Cancel;
}

/**
 * Messages of running leases that a webhook delivered without their text. Twilio's list may have it, but is not read
 * while webhooks arrive, so the code would never be seen.
 */
export class MissingTexts {
  #deps: MissingTextsDeps;
  #byLease = new Map<string, Search>();

  constructor(deps: MissingTextsDeps) {
    this.#deps = deps;
  }

  /** A message came without its text. */
  missing(leaseId: string, sid: string): void {
    const before = this.#byLease.get(leaseId);
    before?.cancel();
    const search = { sids: new Set(before?.sids).add(sid), tries: 0, cancel: () => undefined };
    this.#byLease.set(leaseId, search);
    this.#readLater(leaseId, search);
  }

  /** A message has its text now. */
  found(sid: string): void {
    for (const { sids } of this.#byLease.values()) sids.delete(sid);
  }

  stop(): void {
    for (const { cancel } of this.#byLease.values()) cancel();
    this.#byLease.clear();
  }

  #readLater(leaseId: string, search: Search): void {
    const wait = triesAfterMs[search.tries++];
    if (wait === undefined || search.sids.size === 0) return void this.#byLease.delete(leaseId);
    search.cancel = this.#deps.clock.after(wait, () => void this.#read(leaseId, search));
  }

  async #read(leaseId: string, search: Search): Promise<void> {
    const { log, read } = this.#deps;
    await read(leaseId).catch((thrown: unknown) =>
      log.warn(`Twilio's message list could not be read for a text: ${english(toFailure(thrown).message)}`),
    );
    // Meanwhile another message may have restarted the tries, or the account may have been left.
    if (this.#byLease.get(leaseId) === search) this.#readLater(leaseId, search);
  }
}
