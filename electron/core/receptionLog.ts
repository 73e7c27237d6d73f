import { refusalReasons, type ReceptionState, type RefusalReason } from '../contract/reception.ts';
import { iso } from '../contract/time.ts';
import type { Clock } from './ports.ts';

/** Nothing has come in yet. */
function noReception(): ReceptionState {
  const refused = Object.fromEntries(refusalReasons.map((reason) => [reason, 0])) as Record<RefusalReason, number>;
  return { accepted: 0, lastWebhookAt: null, backfilled: 0, lastListAt: null, refused };
}

/** Counts what comes in during this run, and how. */
export class ReceptionLog {
  #clock: Clock;
  #onChange: () => void;
  #state = noReception();

  constructor(clock: Clock, onChange: () => void) {
    this.#clock = clock;
    this.#onChange = onChange;
  }

  get state(): ReceptionState {
    return this.#state;
  }

  /** A message that was already known is a sign of life, but is not counted again. */
  pushed(isNew: boolean): void {
    const accepted = this.#state.accepted + (isNew ? 1 : 0);
    this.#become({ accepted, lastWebhookAt: iso(this.#clock.now()) });
  }

  listed(found: number): void {
    this.#become({ backfilled: this.#state.backfilled + found, lastListAt: iso(this.#clock.now()) });
  }

  refused(reason: RefusalReason): void {
    const { refused } = this.#state;
    this.#become({ refused: { ...refused, [reason]: refused[reason] + 1 } });
  }

  #become(change: Partial<ReceptionState>): void {
    this.#state = { ...this.#state, ...change };
    this.#onChange();
  }
}
