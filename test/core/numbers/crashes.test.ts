import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import type { Policy } from '../../../electron/contract/settings.ts';
import { plainError } from '../../../electron/contract/errors.ts';
import { FakeTelephony, taken, unreachable } from '../../fakes/fakeTelephony.ts';
import { ManualClock, settle } from '../../fakes/manualClock.ts';
import { Life } from '../../fakes/mortal.ts';
import { startCore, type CoreApp } from '../../support/coreApp.ts';
import { forAll } from '../../support/runs.ts';

const limited = () => plainError('RATE_LIMITED', 'Too many.', 'Wait.', { retryable: true });
const installation = '0abc1def';

/** An account and a data folder that outlive the apps that work with them. */
class World {
  readonly twilio = new FakeTelephony();
  readonly history = openHistory(':memory:');
  #clock = new ManualClock();
  #life = new Life();
  core: CoreApp | null = null;

  async start(): Promise<void> {
    this.#life.kill();
    this.#life = new Life();
    this.#clock = new ManualClock(this.#clock.now());
    this.twilio.now = () => this.#clock.now();
    this.core = await startCore({
      clock: this.#clock,
      twilio: this.twilio,
      history: this.#life.bind(this.history),
      telephony: this.#life.bind(this.twilio),
      settings: { installation },
    });
  }

  dieAfter(calls: number): void {
    this.#life.dieAfter(calls);
  }

  async advance(ms: number): Promise<void> {
    await this.#clock.advance(ms);
  }

  wish(policy: Policy): void {
    void this.core?.take({ policy }).catch(() => null);
  }

  end(index: number): void {
    const leases = this.core?.app.listLeases() ?? [];
    const lease = leases[index % Math.max(1, leases.length)];
    if (lease) void this.core?.app.leases.end(lease.id).catch(() => null);
  }
}

type Step = (world: World) => Promise<void> | void;

const nat = (max: number) => fc.integer({ min: 0, max });
const call = fc.constantFrom(
  'search' as const,
  'purchase' as const,
  'release' as const,
  'findByFriendlyName' as const,
  'ownedNumbers' as const,
);

const steps: fc.Arbitrary<{ name: string; run: Step }> = fc.oneof(
  fc
    .constantFrom('release' as const, 'renewal' as const, 'keep' as const)
    .map((policy) => ({ name: `wish ${policy}`, run: (world: World) => world.wish(policy) })),
  nat(20).map((index) => ({ name: `end ${index}`, run: (world: World) => world.end(index) })),
  nat(90_000).map((ms) => ({ name: `advance ${ms}`, run: (world: World) => world.advance(ms) })),
  fc.constant({ name: 'settle', run: () => settle() }),
  fc.tuple(call, fc.constantFrom(limited, unreachable, taken)).map(([which, error]) => ({
    name: `fail ${which} ${error().failure.code}`,
    run: ({ twilio }: World) => twilio.failNext(which, error()),
  })),
  fc
    .constantFrom('purchase' as const, 'release' as const)
    .map((which) => ({ name: `lose ${which}`, run: ({ twilio }: World) => twilio.loseAnswer(which) })),
  nat(12).map((calls) => ({ name: `die after ${calls}`, run: (world: World) => world.dieAfter(calls) })),
  fc.constant({ name: 'restart', run: (world: World) => world.start() }),
);

/** The account answers again, the app starts once more, and gets the time that it needs. */
async function comeToRest(world: World): Promise<void> {
  world.twilio.heal();
  await world.start();
  await world.advance(12 * 60_000);
}

function boughtTwice({ twilio }: World): string[] {
  const names = twilio.purchases.map(({ friendlyName }) => friendlyName);
  return names.filter((name, index) => names.indexOf(name) !== index);
}

it('whatever fails, and whenever the app dies, no wish is bought twice, no number is forgotten, and none is kept that was to be given back', () =>
  forAll(30, [fc.array(steps, { minLength: 3, maxLength: 25 })], async (script) => {
    const world = new World();
    await world.start();
    for (const { run } of script) await run(world);
    await comeToRest(world);
    expect(boughtTwice(world)).toEqual([]);
    const { app } = world.core as CoreApp;
    const known = new Map((await app.ownedNumbers()).map((number) => [number.sid, number]));
    for (const sid of world.twilio.owned.keys()) {
      expect(known.get(sid)?.policy, `the policy of ${sid}`).toMatch(/renewal|keep/);
      expect(known.get(sid)?.state).toBe('idle');
    }
    expect(
      app.listLeases().filter(({ state }) => state === 'buying' || state === 'active' || state === 'releasing'),
    ).toEqual([]);
    await app.stop();
  }));
