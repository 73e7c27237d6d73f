import { appError } from '../contract/errors.ts';
import type { Fault } from '../contract/faults.ts';
import type { FaultsInput } from '../contract/faultsInput.ts';
import { phrases } from '../contract/words/phrases.ts';
import type { Sessions } from './connection.ts';
import type { FaultsPort } from './ports.ts';

const say = phrases.faults;

/** Enough for every test that runs at a time, and few enough to be looked through for each message. */
const most = 1_000;

/** What befalls the captured messages of the app under test. All of it throws CONFLICT unless they are captured. */
export class CaptureFaults {
  readonly #sessions: Sessions;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  list(): readonly Fault[] {
    return this.#port().current();
  }

  /** Replaces the faults of one recipient, or those for everybody; the others stay. */
  set({ to, faults }: FaultsInput): readonly Fault[] {
    const scope = to ?? null;
    const others = this.list().filter((fault) => fault.to !== scope);
    const all = [...others, ...faults.map((fault) => ({ ...fault, to: scope, times: fault.times ?? null }))];
    if (all.length > most) throw appError('CONFLICT', say.tooMany({ most }), say.tooManyHint);
    return this.#port().replace(all);
  }

  /** Ends the faults of one recipient, or all that there are. */
  clear(to?: string): readonly Fault[] {
    return this.#port().replace(to === undefined ? [] : this.list().filter((fault) => fault.to !== to));
  }

  /** A lease of this number is over: what was meant for it does not befall the next one. */
  leaseEnded(number: string | null): void {
    const port = this.#sessions.current()?.emulated?.faults;
    if (port?.current().some(({ to }) => to !== null && to === number)) this.clear(number ?? undefined);
  }

  #port(): FaultsPort {
    const faults = this.#sessions.current()?.emulated?.faults;
    if (faults) return faults;
    throw appError('CONFLICT', say.notCapturing, say.notCapturingHint);
  }
}
