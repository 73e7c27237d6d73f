import { describe, expect, it } from 'vitest';
import { ManualClock } from '../fakes/manualClock.ts';
import type { Passing } from './proxy.ts';
import { appForTest, bought, wish, type TestApp } from './testApp.ts';
import { quiet, until } from './until.ts';

/** A purchase that its asker has given up, on its way to the account. */
interface LatePurchase {
  /** Resolves when the asker has given it up. */
  lost: Promise<void>;
  /** Lets it come there; resolves with what the account says, which nobody hears. */
  arrive(): Promise<number | null>;
}

/** The connection of the next purchase is cut; those after it go their way. `beforeNext` is done as the second one comes. */
function nextComesLate({ proxy }: TestApp, beforeNext?: () => Promise<unknown>): LatePurchase {
  const [lost, onItsWay] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const answered = Promise.withResolvers<number | null>();
  let late: Passing | null = null;
  let isFirstOfOthers = true;
  proxy.watch(async (phase, passing) => {
    if (passing.errand !== 'purchase') return;
    if (phase === 'arrived' && late === null) {
      late = passing;
      passing.abandon();
      lost.resolve();
      await onItsWay.promise;
    } else if (passing === late) {
      if (phase === 'answered') answered.resolve(passing.status);
    } else if (phase === 'arrived' && isFirstOfOthers) {
      isFirstOfOthers = false;
      await beforeNext?.();
    }
  });
  const arrive = () => (onItsWay.resolve(), answered.promise);
  return { lost: lost.promise, arrive };
}

/** Moves on until the lease has its number, a second at a time. */
async function untilActive(test: TestApp, clock: ManualClock): Promise<void> {
  for (let second = 0; second < 60; second += 1) {
    await quiet(test.proxy);
    if (test.app.listLeases()[0]?.state === 'active') return;
    await clock.advance(1_000);
  }
}

function expectOneLease({ app, emulator }: TestApp): void {
  const numbers = bought(emulator);
  expect(numbers).toHaveLength(1);
  expect(app.listLeases()).toMatchObject([{ state: 'active', numberSid: numbers[0]?.sid }]);
}

describe('a purchase whose answer is lost', () => {
  it('is found, and its lease begins', async () => {
    const clock = new ManualClock();
    const test = await appForTest(clock);
    test.emulator.setFaults({ dropAfterCommit: 1 });
    const lease = await test.app.leases.start(wish(1));
    expect(lease.state).toBe('active');
    expectOneLease(test);
    expect(test.emulator.state().faults.dropAfterCommit).toBe(0);
  });

  it('and that is carried out before the next attempt is found then', async () => {
    const clock = new ManualClock();
    const test = await appForTest(clock);
    const late = nextComesLate(test);
    const starting = test.app.leases.start(wish(1));
    await late.lost;
    expect(await late.arrive()).toBe(201);
    await untilActive(test, clock);
    await starting;
    expectOneLease(test);
  });

  it('and that is carried out between a look and the next attempt is found after it', async () => {
    const clock = new ManualClock();
    const test = await appForTest(clock);
    const late: LatePurchase = nextComesLate(test, async () => expect(await late.arrive()).toBe(201));
    const starting = test.app.leases.start(wish(1));
    await late.lost;
    await untilActive(test, clock);
    await starting;
    expectOneLease(test);
  });

  it('and that comes after the next attempt finds its number taken', async () => {
    const clock = new ManualClock();
    const test = await appForTest(clock);
    const late = nextComesLate(test);
    const starting = test.app.leases.start(wish(1));
    await untilActive(test, clock);
    await starting;
    expect(await late.arrive()).toBe(400);
    expectOneLease(test);
  });

  it('keeps its number from other wishes until its fate is known', async () => {
    const clock = new ManualClock();
    const test = await appForTest(clock);
    const late = nextComesLate(test);
    const starting = test.app.leases.start(wish(1));
    await late.lost;
    // Had it the number of the first wish, that number would be free again by the time that it is bought late.
    const other = await test.app.leases.start(wish(2));
    await clock.advance(2_000);
    await starting;
    await test.app.leases.end(other.id);
    await until('the number has gone back', () => test.emulator.state().released.length === 1);
    await late.arrive();
    const names = bought(test.emulator).map(({ name }) => name);
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(2);
  });

  it('and that is still on its way finds its number held back, and buys nothing', async () => {
    const clock = new ManualClock();
    const test = await appForTest(clock);
    const late = nextComesLate(test);
    const starting = test.app.leases.start(wish(1));
    await untilActive(test, clock);
    await test.app.leases.end((await starting).id);
    expect(await late.arrive()).toBe(400);
    await clock.advance(35_000);
    await until('the number has gone back', () => test.emulator.state().released.length === 1);
    expect(bought(test.emulator)).toHaveLength(1);
  });

  it('and that is carried out when its number has been given back already goes back once more', async () => {
    const clock = new ManualClock();
    const test = await appForTest(clock);
    const late = nextComesLate(test);
    const starting = test.app.leases.start(wish(1));
    await untilActive(test, clock);
    await test.app.leases.end((await starting).id);
    // Longer than a number is held back for such a late one.
    await clock.advance(35_000);
    await until('the number has gone back', () => test.emulator.state().released.length === 1);
    expect(await late.arrive()).toBe(201);
    await clock.advance(60_000);
    await quiet(test.proxy);
    expect(test.emulator.state()).toMatchObject({ numbers: [], released: { length: 2 } });
    const { entries } = await test.app.listLedger({ limit: 10 });
    expect(entries.filter(({ kind }) => kind === 'purchase')).toHaveLength(2);
  });
});

describe('a purchase that is carried out after the app has stopped', () => {
  /** An app that has asked for a number, got no answer, and is gone. */
  async function stoppedWhileBuying(clock: ManualClock): Promise<TestApp & { late: LatePurchase }> {
    const test = await appForTest(clock);
    const late = nextComesLate(test);
    const starting = test.app.leases.start(wish(1)).catch((thrown: unknown) => thrown);
    await late.lost;
    await test.stop();
    expect(await starting).toMatchObject({ failure: { code: 'NOT_CONNECTED' } });
    return Object.assign(test, { late });
  }

  it('is found at the next start, and its lease begins', async () => {
    const clock = new ManualClock();
    const test = await stoppedWhileBuying(clock);
    expect(await test.late.arrive()).toBe(201);
    await test.start();
    await untilActive(test, clock);
    expectOneLease(test);
    // The wish that is sent again has this very lease.
    expect(await test.app.leases.start(wish(1))).toMatchObject({ state: 'active' });
    expectOneLease(test);
  });

  it('and after the next start has looked for it in vain is found by the next comparison, and goes back', async () => {
    const clock = new ManualClock();
    const test = await stoppedWhileBuying(clock);
    await test.start();
    for (let second = 0; second < 10; second += 1) {
      await quiet(test.proxy);
      await clock.advance(1_000);
    }
    await quiet(test.proxy);
    expect(test.app.listLeases()).toMatchObject([{ state: 'failed' }]);
    expect(await test.late.arrive()).toBe(201);
    await clock.advance(60_000);
    await quiet(test.proxy);
    expect(bought(test.emulator)).toHaveLength(1);
    expect(test.emulator.state().numbers).toEqual([]);
    const { entries } = await test.app.listLedger({ limit: 10 });
    expect(entries.map(({ kind }) => kind)).toEqual(['released', 'purchase', 'purchaseFailed']);
  });
});
