import { expect, it } from 'vitest';
import { draw, seeded } from '../../electron/emulator/random.ts';
import { noFaults, type Faults } from '../../electron/emulator/faults.ts';
import type { Emulator } from '../../electron/emulator/server.ts';
import { emulatorForTest, tempFolder } from '../adapters/harness.ts';
import { fastClock, paceFrom, type Pace } from './fastClock.ts';
import { loadVictim, type Ended, type Victim as Child } from './parent.ts';
import { proxyFor, type Errand, type Phase, type Proxy } from './proxy.ts';
import type { Line } from './tester.ts';
import type { Orders } from './victim.ts';

type Victim = Child<Orders, Line>;

const kills = Number(process.env['OTP_DOCK_KILLS'] ?? 40);
const speed = 50;
const restSpeed = 400;
/** A round that never comes to its moment ends so long after the app has started. */
const longestRoundMs = 1_500;

const random = seeded(20_260_301);
const chance = (share: number): boolean => draw(random) < share;
const upTo = (count: number): number => 1 + Math.floor(draw(random) * count);
const oneOf = <T>(all: readonly T[]): T => all[Math.floor(draw(random) * all.length)] as T;

/** The account, and what was asked of the apps that died. */
interface World {
  emulator: Emulator;
  proxy: Proxy;
  pace: Pace;
  dataDir: string;
  cache: string;
  /** The app that is to start next. */
  next: Victim;
  /** Leases by the wishes that they were taken for. */
  accepted: Map<string, string>;
  /** Wishes whose answer nobody got. */
  open: Set<string>;
}

async function newWorld(): Promise<World> {
  const world = { pace: paceFrom(Date.parse('2026-03-01T12:00:00Z'), speed) };
  const emulator = await emulatorForTest({ now: () => fastClock(world.pace).now() });
  emulator.setFaults({ balance: '1000000' });
  const [dataDir, cache] = [tempFolder(), tempFolder()];
  return Object.assign(world, {
    emulator,
    proxy: await proxyFor(emulator.baseUrl),
    dataDir,
    cache,
    next: loadVictim<Orders, Line>('victim.ts', dataDir, cache),
    accepted: new Map<string, string>(),
    open: new Set<string>(),
  });
}

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
  proxy.watch((reached, { errand }) => {
    if (reached === phase && errands.includes(errand) && (left -= 1) === 0) victim.kill();
  });
  if (!chance(0.05)) await victim.ready;
  const timer = setTimeout(() => victim.kill(), chance(0.15) ? upTo(300) : longestRoundMs);
  await victim.ended;
  clearTimeout(timer);
  proxy.watch(null);
}

function ordersOf(world: World, seed: number | null, again: Iterable<string>): Orders {
  const { emulator, proxy, pace, dataDir } = world;
  const { accountSid, authToken } = emulator;
  const reception = chance(0.3) ? 'polling' : 'url';
  return { accountSid, authToken, baseUrl: proxy.url, dataDir, pace, reception, seed, again: [...again] };
}

async function liveAndDie(world: World, seed: number): Promise<void> {
  const victim = world.next;
  // The next one is loaded meanwhile.
  world.next = loadVictim('victim.ts', world.dataDir, world.cache);
  world.emulator.setFaults(weather());
  victim.order(ordersOf(world, seed, world.open));
  await dieAtSomeMoment(victim, world.proxy);
  const { lines, signal, stderr } = await victim.ended;
  expect(signal, stderr).toBe('SIGKILL');
  for (const line of lines) note(world, line);
}

function note({ accepted, open }: World, line: Line): void {
  if (line.type === 'asked') open.add(line.requestId);
  if (line.type !== 'accepted') return;
  open.delete(line.requestId);
  accepted.set(line.requestId, line.leaseId);
}

/** Fair weather, nothing new, and the time that it takes. */
async function comeToRest(world: World): Promise<Ended<Line>> {
  const { balance: _kept, ...fair } = noFaults();
  world.emulator.setFaults(fair);
  world.pace = paceFrom(fastClock(world.pace).now(), restSpeed);
  world.next.order(ordersOf(world, null, world.accepted.keys()));
  return world.next.ended;
}

function doubled(names: string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

it(
  `an app that is killed ${kills} times buys nothing twice, forgets no number and keeps none too long`,
  async () => {
    const world = await newWorld();
    for (let kill = 1; kill <= kills; kill += 1) await liveAndDie(world, kill);
    const { lines, status, signal, stderr } = await comeToRest(world);
    expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: '' });

    const { numbers, released } = world.emulator.state();
    const bought = [...numbers, ...released];
    if (process.env['OTP_DOCK_KILLS'])
      process.stdout.write(
        `${kills} kills, ${bought.length} purchases, ${released.length} releases, ${doubled(bought.map(({ boughtWith }) => boughtWith['FriendlyName'] ?? '')).length} again\n`,
      );
    expect(bought.length).toBeGreaterThan(kills / 2);
    // A request that is carried out late buys its number again when that has been given back meanwhile: the app cannot call
    // it back, and gives the number back once more. What it must never do is buy another one for the same wish.
    const wishes = new Map(
      bought.map(({ boughtWith, phoneNumber }) => [`${boughtWith['FriendlyName']} ${phoneNumber}`, boughtWith]),
    );
    expect(doubled([...wishes.values()].map(({ FriendlyName = '' }) => FriendlyName))).toEqual([]);

    const rested = lines.findLast((line) => line.type === 'rested');
    expect(rested?.leases.filter(({ state }) => !['released', 'idle', 'failed'].includes(state))).toEqual([]);
    const owned = new Map(rested?.owned.map((number) => [number.sid, number]));
    for (const { sid } of numbers) {
      expect(owned.get(sid)).toMatchObject({ state: 'idle', policy: expect.stringMatching(/^(renewal|keep)$/) });
    }
    expect([...owned.keys()].sort()).toEqual(numbers.map(({ sid }) => sid).sort());

    expect(rested?.purchases.toSorted(), 'the ledger has each purchase once').toEqual(
      bought.map(({ sid }) => sid).toSorted(),
    );
    const answers = lines.filter((line) => line.type === 'accepted');
    expect(new Map(answers.map(({ requestId, leaseId }) => [requestId, leaseId]))).toEqual(world.accepted);
  },
  60_000 + kills * 10_000,
);
