import { expect } from 'vitest';
import { noFaults } from '../../electron/emulator/faults.ts';
import type { Emulator } from '../../electron/emulator/server.ts';
import { emulatorForTest, tempFolder } from '../adapters/harness.ts';
import { fastClock, paceFrom, type Pace } from './fastClock.ts';
import { loadVictim, type Ended, type Victim as Child } from './parent.ts';
import { proxyFor, type Proxy } from './proxy.ts';
import { bought } from './testApp.ts';
import type { Line } from './tester.ts';
import type { Orders } from './victim.ts';

export type Victim = Child<Orders, Line>;

const speed = 50;
const restSpeed = 400;
/** Longer than everything that is to be tried again by itself, until the next comparison with the account's list. */
const restMs = 12 * 60_000;

/** The account, and what was asked of the apps that died. */
export interface World {
  emulator: Emulator;
  proxy: Proxy;
  pace: Pace;
  dataDir: string;
  /** The app that is to start next. */
  next: Victim;
  /** Leases by the wishes that they were taken for. */
  accepted: Map<string, string>;
  /** Wishes whose answer nobody got. */
  open: Set<string>;
}

export async function newWorld(): Promise<World> {
  const world = { pace: paceFrom(Date.parse('2026-03-01T12:00:00Z'), speed) };
  const emulator = await emulatorForTest({ now: () => fastClock(world.pace).now() });
  emulator.setFaults({ balance: '1000000' });
  const dataDir = tempFolder();
  return Object.assign(world, {
    emulator,
    proxy: await proxyFor(emulator.baseUrl),
    dataDir,
    next: loadVictim<Orders, Line>('victim.ts', dataDir),
    accepted: new Map<string, string>(),
    open: new Set<string>(),
  });
}

/** What an app is told beside where it finds its account: a tester's seed, or wishes alone. */
export type Plan = Pick<Orders, 'seed' | 'again'> & Partial<Pick<Orders, 'reception' | 'restMs'>>;

function orderNext({ emulator, proxy, pace, dataDir, next }: World, plan: Plan): void {
  const { accountSid, authToken } = emulator;
  next.order({ accountSid, authToken, baseUrl: proxy.url, dataDir, pace, reception: 'url', restMs, ...plan });
}

/** The life of one app; `die` kills it, at once or at its moment, and resolves when it is dead. */
export async function liveAndDie(world: World, plan: Plan, die: (victim: Victim) => Promise<unknown>): Promise<void> {
  const victim = world.next;
  orderNext(world, plan);
  // The next one is loaded meanwhile.
  world.next = loadVictim('victim.ts', world.dataDir);
  await die(victim);
  world.proxy.watch(null);
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

/** Fair weather, nothing new but wishes that are sent once more, and the time that it takes. */
export async function comeToRest(world: World, again: Iterable<string>, restMs?: number): Promise<Ended<Line>> {
  const { balance: _kept, ...fair } = noFaults();
  world.emulator.setFaults(fair);
  world.pace = paceFrom(fastClock(world.pace).now(), restSpeed);
  orderNext(world, { seed: null, again: [...again], ...(restMs !== undefined && { restMs }) });
  const ended = await world.next.ended;
  const { status, signal, stderr } = ended;
  expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: '' });
  return ended;
}

function doubled(names: string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index);
}

/** Nothing was bought twice, no number is forgotten, and none is kept that nobody wants. */
export function expectNothingLost({ emulator }: World, { lines }: Ended<Line>): void {
  // A request that is carried out late buys its number again when that has been given back meanwhile: the app cannot call
  // it back, and gives the number back once more. What it must never do is buy another one for the same wish.
  const numbersByWish = new Set(bought(emulator).map(({ name, phoneNumber }) => `${name} ${phoneNumber}`));
  expect(doubled([...numbersByWish].map((wish) => wish.slice(0, wish.lastIndexOf(' '))))).toEqual([]);

  const rested = lines.findLast((line) => line.type === 'rested');
  expect(rested?.leases.filter(({ state }) => !['released', 'idle', 'failed'].includes(state))).toEqual([]);
  const owned = new Map(rested?.owned.map((number) => [number.sid, number]));
  const { numbers } = emulator.state();
  for (const { sid } of numbers) {
    expect(owned.get(sid)).toMatchObject({ state: 'idle', policy: expect.stringMatching(/^(renewal|keep)$/) });
  }
  expect([...owned.keys()].sort()).toEqual(numbers.map(({ sid }) => sid).sort());
  expect(rested?.purchases.toSorted(), 'the ledger has each purchase once').toEqual(
    bought(emulator)
      .map(({ sid }) => sid)
      .toSorted(),
  );
}

/** The leases that the last app gave for the wishes that it was sent. */
export function answersOf({ lines }: Ended<Line>): Map<string, string> {
  return new Map(lines.flatMap((line) => (line.type === 'accepted' ? [[line.requestId, line.leaseId]] : [])));
}
