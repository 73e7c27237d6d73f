import { expect, it } from 'vitest';
import { answersOf, comeToRest, expectNothingLost, liveAndDie, newWorld, type Victim, type World } from './killing.ts';
import type { Errand, Phase } from './proxy.ts';
import { bought } from './testApp.ts';

/** Where an app dies that was about to do what the errand is, or has done it. */
interface Moment {
  errand: Errand;
  phase: Phase;
  /** The request never comes as far as the account. */
  cut?: boolean;
}

/** Kills at that moment of the first such request. */
function dieAt({ errand, phase, cut = false }: Moment, { proxy }: World): (victim: Victim) => Promise<unknown> {
  return (victim) => {
    proxy.watch((reached, passing) => {
      if (reached !== phase || passing.errand !== errand) return;
      victim.kill();
      if (cut) throw new Error('It goes no further.');
    });
    return victim.ended;
  };
}

it('an app that is killed before it buys, before it knows what it bought, and before it knows what it gave back, buys one number for each wish and gives it back', async () => {
  const world = await newWorld();
  const moments: Moment[] = [
    { errand: 'purchase', phase: 'arrived', cut: true },
    { errand: 'purchase', phase: 'answered' },
    { errand: 'release', phase: 'answered' },
  ];
  const wishes = moments.map((_moment, index) => `wish-${index}`);
  const boughtBy: number[] = [];
  for (const [index, moment] of moments.entries()) {
    const again = [...world.open, wishes[index] ?? ''];
    await liveAndDie(world, { seed: null, again }, dieAt(moment, world));
    boughtBy.push(bought(world.emulator).length);
  }
  // The first had bought nothing when it died, and the second a number that it did not know of, or one for each wish.
  expect(boughtBy[0]).toBe(0);
  expect(boughtBy[1]).toBeGreaterThan(0);
  // Nothing is under way any more: it need not wait for what comes late.
  const ended = await comeToRest(world, wishes, 3 * 60_000);
  expect(bought(world.emulator)).toHaveLength(wishes.length);
  expect(world.emulator.state().numbers).toEqual([]);
  expectNothingLost(world, ended);
  expect([...answersOf(ended).keys()].sort()).toEqual(wishes);
  for (const [wish, lease] of world.accepted) expect(answersOf(ended).get(wish)).toBe(lease);
});
