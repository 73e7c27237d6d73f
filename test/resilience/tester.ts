import { toFailure } from '../../electron/contract/errors.ts';
import type { Policy } from '../../electron/contract/settings.ts';
import type { Lease, OwnedNumber } from '../../electron/contract/state.ts';
import type { App } from '../../electron/core/app.ts';
import type { Clock } from '../../electron/core/ports.ts';
import { draw, seeded } from '../../electron/emulator/random.ts';

/** What the program says, a line of JSON each. */
export type Line =
  | { type: 'ready' }
  | { type: 'asked'; requestId: string }
  | { type: 'accepted'; requestId: string; leaseId: string }
  | { type: 'rested'; leases: Lease[]; owned: OwnedNumber[]; purchases: string[] };

const policies: Policy[] = ['release', 'renewal', 'keep'];

/** A tester who takes, extends and ends leases without a pause. */
export class Tester {
  #app: App;
  #clock: Clock;
  #random: () => number;
  #name: string;
  #wishes = 0;

  constructor(app: App, clock: Clock, seed: number) {
    const sequence = seeded(seed);
    this.#app = app;
    this.#clock = clock;
    this.#random = () => draw(sequence);
    this.#name = `wish-${seed}`;
  }

  /** Works until the process ends. */
  go(): void {
    void this.#act().catch(ignoreRefusal);
    this.#clock.after(100 + this.#random() * 1_500, () => this.go());
  }

  async #act(): Promise<unknown> {
    const { leases, ownership } = this.#app;
    const turn = this.#random();
    if (turn < 0.6) return this.#wish();
    if (turn < 0.65) return leases.endAll();
    const lease = this.#pick(this.#app.listLeases().filter(({ state }) => state === 'active' || state === 'buying'));
    if (turn < 0.8) return lease && leases.end(lease.id);
    if (turn < 0.85) return lease && leases.extend(lease.id, 5 + Math.floor(this.#random() * 20));
    if (turn < 0.9) return lease && leases.setPolicy(lease.id, this.#policy());
    const idle = this.#pick(this.#app.listLeases().filter(({ state }) => state === 'idle'));
    return idle?.numberSid && ownership.release(idle.numberSid);
  }

  #wish(): Promise<void> {
    this.#wishes += 1;
    return wish(this.#app, `${this.#name}-${this.#wishes}`);
  }

  #policy(): Policy {
    return this.#pick(policies) ?? 'release';
  }

  #pick<T>(from: T[]): T | undefined {
    return from[Math.floor(this.#random() * from.length)];
  }
}

/** Asks for a number, and says so before and once it has one. Rejects as the app does. */
export async function wish(app: App, requestId: string): Promise<void> {
  say({ type: 'asked', requestId });
  const { id, state } = await app.leases.start({ requestId, ...contentOf(requestId) });
  // A purchase of which nobody knows yet may still fail, and the wish may be sent again.
  if (state !== 'buying') say({ type: 'accepted', requestId, leaseId: id });
}

/** What a tester's wish asks for: the same whenever it is sent, by whichever process. Others ask for a number alone. */
function contentOf(requestId: string): { ttlSeconds?: number; fresh?: boolean; policy?: Policy } {
  if (!/^wish-\d+-\d+$/.test(requestId)) return {};
  const sequence = seeded([...requestId].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) | 0, 0));
  const policy = policies[Math.floor(draw(sequence) * policies.length)] ?? 'release';
  return { ttlSeconds: 1 + Math.floor(draw(sequence) * 40), fresh: draw(sequence) < 0.5, policy };
}

/** Twilio refuses a lot here; anything else ends the process, and with it the test. */
export function ignoreRefusal(thrown: unknown): void {
  if (['INTERNAL', 'STORAGE_FAILED'].includes(toFailure(thrown).code)) throw thrown;
}

/** A line for whoever started the program. */
export function say(line: Line): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
