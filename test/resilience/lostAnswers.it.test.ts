import { describe, expect, it } from 'vitest';
import { ManualClock } from '../fakes/manualClock.ts';
import type { Passing } from './proxy.ts';
import { appForTest, bought, wish, type TestApp } from './testApp.ts';
import { quiet, until } from './until.ts';

/**
 * The connection of the next purchase is cut; those after it go their way. `lost` resolves when its asker has given it up;
 * `arrive` lets it come to the account, and resolves with what that says, which nobody hears.
 */
function nextComesLate({ proxy }: TestApp) {
  const [lost, onItsWay] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const answered = Promise.withResolvers<number | null>();
  let late: Passing | null = null;
  proxy.watch(async (phase, passing) => {
    if (passing.errand !== 'purchase') return;
    if (phase === 'arrived' && late === null) {
      late = passing;
      passing.abandon();
      lost.resolve();
      await onItsWay.promise;
    } else if (passing === late && phase === 'answered') {
      answered.resolve(passing.status);
    }
  });
  const arrive = () => (onItsWay.resolve(), answered.promise);
  return { lost: lost.promise, arrive };
}

/** An app that has asked for a number, and got no answer. */
async function appWithoutAnswer() {
  const clock = new ManualClock();
  const test = await appForTest(clock);
  const late = nextComesLate(test);
  const starting = test.app.leases.start(wish(1)).catch((thrown: unknown) => thrown);
  await late.lost;
  return { test, clock, late, starting };
}

/** Moves on by so many seconds, or until the lease has its number. */
async function pass(seconds: number, { app, proxy }: TestApp, clock: ManualClock): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    await quiet(proxy);
    if (app.listLeases()[0]?.state === 'active') return;
    await clock.advance(1_000);
  }
  await quiet(proxy);
}

async function untilReleased({ emulator }: TestApp): Promise<void> {
  await until('the number has gone back', () => emulator.state().released.length === 1);
}

describe('a purchase whose answer is lost', () => {
  it('and that comes after the next attempt finds its number taken', async () => {
    const { test, clock, late, starting } = await appWithoutAnswer();
    await pass(60, test, clock);
    await starting;
    expect(await late.arrive()).toBe(400);
    const numbers = bought(test.emulator);
    expect(numbers).toHaveLength(1);
    expect(test.app.listLeases()).toMatchObject([{ state: 'active', numberSid: numbers[0]?.sid }]);
  });

  it('keeps its number from other wishes until its fate is known', async () => {
    const { test, clock, late, starting } = await appWithoutAnswer();
    // Had it the number of the first wish, that number would be free again by the time that it is bought late.
    const other = await test.app.leases.start(wish(2));
    await clock.advance(2_000);
    await starting;
    await test.app.leases.end(other.id);
    await untilReleased(test);
    await late.arrive();
    const names = bought(test.emulator).map(({ name }) => name);
    expect(names).toHaveLength(2);
    expect(new Set(names).size).toBe(2);
  });

  it('and that is carried out when its number has been given back already goes back once more', async () => {
    const { test, clock, late, starting } = await appWithoutAnswer();
    await pass(60, test, clock);
    await starting;
    await test.app.leases.endAll();
    // Longer than a number is held back for such a late one.
    await clock.advance(35_000);
    await untilReleased(test);
    expect(await late.arrive()).toBe(201);
    await clock.advance(60_000);
    await quiet(test.proxy);
    expect(test.emulator.state()).toMatchObject({ numbers: [], released: { length: 2 } });
    const { entries } = await test.app.requests['ledger.list']({ limit: 10 });
    expect(entries.filter(({ kind }) => kind === 'purchase')).toHaveLength(2);
  });

  it('and that is carried out after the next start has looked for it in vain is found later, and goes back', async () => {
    const { test, clock, late, starting } = await appWithoutAnswer();
    await test.stop();
    expect(await starting).toMatchObject({ failure: { code: 'NOT_CONNECTED' } });
    await test.start();
    await pass(10, test, clock);
    expect(test.app.listLeases()).toMatchObject([{ state: 'failed' }]);
    expect(await late.arrive()).toBe(201);
    await clock.advance(60_000);
    await quiet(test.proxy);
    expect(bought(test.emulator)).toHaveLength(1);
    expect(test.emulator.state().numbers).toEqual([]);
    const { entries } = await test.app.requests['ledger.list']({ limit: 10 });
    expect(entries.map(({ kind }) => kind)).toEqual(['released', 'purchase', 'purchaseFailed']);
  });
});
