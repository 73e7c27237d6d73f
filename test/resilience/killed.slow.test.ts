import { expect, it } from 'vitest';
import { draw, seeded } from '../../electron/emulator/random.ts';
import { noFaults, type Faults } from '../../electron/emulator/faults.ts';
import {
  answersOf,
  comeToRest,
  expectNothingLost,
  liveAndDie,
  newWorld,
  type Plan,
  type Victim,
  type World,
} from './killing.ts';
import type { Errand, Phase, Proxy } from './proxy.ts';
import { bought } from './testApp.ts';

const kills = Number(process.env['OTP_DOCK_KILLS'] ?? 40);
/** A round that never comes to its moment ends after so many requests; one without requests after so long. */
const longestRound = { requests: 30, ms: 10_000 };

const random = seeded(20_260_301);
const chance = (share: number): boolean => draw(random) < share;
const upTo = (count: number): number => 1 + Math.floor(draw(random) * count);
const oneOf = <T>(all: readonly T[]): T => all[Math.floor(draw(random) * all.length)] as T;

function weather(): Partial<Faults> {
  const { balance: _kept, ...faults } = noFaults();
  if (chance(0.4)) faults.latencyMs = upTo(60);
  if (chance(0.4)) faults.dropAfterCommitShare = 0.3;
  if (chance(0.4)) Object.assign(faults, { lateCommits: upTo(3), commitDelayMs: upTo(200) });
  if (chance(0.3)) Object.assign(faults, { rateLimitShare: 0.2, serverErrorShare: 0.2, dropShare: 0.1 });
  return { ...faults, seed: upTo(1_000_000) };
}

/** When the app dies: at some phase of a request that spends or saves money, at any other, or at any time. */
async function dieAtSomeMoment(victim: Victim, proxy: Proxy): Promise<void> {
  const errands: readonly Errand[] = oneOf([['purchase'], ['purchase'], ['release'], ['purchase', 'release', 'other']]);
  const phase = oneOf<Phase>(['arrived', 'forwarded', 'answered', 'delivered']);
  let left = upTo(errands.length > 1 ? 40 : 8);
  let requests = 0;
  proxy.watch((reached, { errand }) => {
    if (reached === 'arrived') requests += 1;
    if (reached === phase && errands.includes(errand)) left -= 1;
    if (left === 0 || requests > longestRound.requests) victim.kill();
  });
  if (!chance(0.05)) await victim.ready;
  const timer = setTimeout(() => victim.kill(), chance(0.15) ? upTo(300) : longestRound.ms);
  await victim.ended;
  clearTimeout(timer);
}

function planFor({ open }: World, seed: number): Plan {
  return { seed, again: [...open], reception: chance(0.3) ? 'polling' : 'url' };
}

it(
  `an app that is killed ${kills} times buys nothing twice, forgets no number and keeps none too long`,
  async () => {
    const world = await newWorld();
    for (let kill = 1; kill <= kills; kill += 1) {
      world.emulator.setFaults(weather());
      await liveAndDie(world, planFor(world, kill), (victim) => dieAtSomeMoment(victim, world.proxy));
    }
    const ended = await comeToRest(world, world.accepted.keys());
    expect(bought(world.emulator).length).toBeGreaterThan(kills / 2);
    expectNothingLost(world, ended);
    expect(answersOf(ended)).toEqual(world.accepted);
  },
  60_000 + kills * 10_000,
);
