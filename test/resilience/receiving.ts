import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openHistory } from '../../electron/adapters/history/sqliteHistory.ts';
import type { Message } from '../../electron/contract/state.ts';
import { leasedOf } from '../../electron/core/numbers/lease.ts';
import { draw, seeded } from '../../electron/emulator/random.ts';
import type { Emulator } from '../../electron/emulator/server.ts';
import { emulatorForTest, tempFolder } from '../adapters/harness.ts';
import { Carrier } from './carrier.ts';
import { fastClock, paceFrom, type Pace } from './fastClock.ts';
import { loadVictim, type Victim } from './parent.ts';
import { portAside } from './portAside.ts';
import type { Line, Orders } from './receiver.ts';

const numbersLeased = 4;
const mostMessages = 100_000;
/** Longer than a lease. */
const pauseMs = 2 * 3_600_000;

const random = seeded(20_260_302);
const chance = (share: number): boolean => draw(random) < share;
const between = (low: number, high: number): number => low + Math.floor(draw(random) * (high - low));

export interface World {
  emulator: Emulator;
  carrier: Carrier;
  pace: Pace;
  port: number;
  dataDir: string;
  /** The leases that there are to be. */
  wishes: string[];
  /** How often the account's list of messages has been read. */
  listings: number;
  onListed(): void;
  /** The app that is to start next. */
  next: Victim<Orders, Line>;
}

export async function newWorld(): Promise<World> {
  const dataDir = tempFolder();
  const world = { pace: paceFrom(Date.parse('2026-03-01T12:00:00Z'), 1), listings: 0, onListed: () => undefined };
  const emulator = await emulatorForTest({
    now: () => fastClock(world.pace).now(),
    log: (line) => {
      if (!line.includes('/Messages.json')) return;
      world.listings += 1;
      world.onListed();
    },
  });
  emulator.setFaults({ balance: '1000000' });
  return Object.assign(world, {
    emulator,
    carrier: new Carrier(emulator, seeded(7), () => world.listings),
    port: await portAside(),
    dataDir,
    wishes: wishesOf('early'),
    next: loadVictim<Orders, Line>('receiver.ts', dataDir),
  });
}

function wishesOf(time: string): string[] {
  return Array.from({ length: numbersLeased }, (_, index) => `${time}-${index}`);
}

/** Starts the next app; the last one ends by itself. */
export function begin(world: World, last: boolean, more: Partial<Orders> = {}): Victim<Orders, Line> {
  const { emulator, pace, port, dataDir, wishes, next } = world;
  const { accountSid, authToken, baseUrl } = emulator;
  const publicUrl = `http://127.0.0.1:${port}`;
  next.order({ accountSid, authToken, baseUrl, dataDir, port, publicUrl, pace, wishes, last, ...more });
  // The next one is loaded meanwhile.
  if (!last) world.next = loadVictim('receiver.ts', dataDir);
  return next;
}

/** An app that gets its share of the messages and dies on the way, or while it reads the list. What is left is lost. */
export async function liveAndDie(world: World, share: number, patiently: boolean): Promise<void> {
  const victim = begin(world, false);
  const deadline = between(Math.floor(share * 0.6), share);
  if (patiently || chance(0.6)) await victim.ready;
  else if (chance(0.5)) world.onListed = () => victim.kill();
  const numbers = world.emulator.state().numbers.map(({ phoneNumber }) => phoneNumber);
  for (let index = 0; index < share; index += 1) {
    if (index === deadline) setTimeout(() => victim.kill(), between(0, 20));
    await world.carrier.next(numbers);
  }
  victim.kill();
  const { lines, signal, stderr } = await victim.ended;
  world.onListed = () => undefined;
  expect({ signal, stderr }).toEqual({ signal: 'SIGKILL', stderr: '' });
  for (const { webhook } of lines) expect(webhook).toContain(`:${world.port}/`);
  expectKept(world, await storedNow(world));
}

/** What a dead app has left on disk. A copy is read, as reading would mend it. */
export async function storedNow({ dataDir, emulator }: World): Promise<Message[]> {
  const copy = tempFolder();
  cpSync(dataDir, copy, { recursive: true });
  const history = openHistory(join(copy, 'history.db'));
  const page = await history.messages({ account: emulator.accountSid, limit: mostMessages });
  await history.close();
  return page.messages;
}

function expectKept({ carrier }: World, stored: Message[]): void {
  const sources = new Map(stored.map(({ sid, source }) => [sid, source]));
  expect(carrier.sent.filter(({ sid, answered }) => answered && !sources.has(sid))).toEqual([]);
  expect(carrier.sent.filter(({ sid, pushed }) => pushed && sources.get(sid) !== 'webhook')).toEqual([]);
  expect(carrier.sent.filter(({ sid, lost }) => lost && sources.get(sid) === 'webhook')).toEqual([]);
}

/** The lease of each message by the time at which Twilio got it. */
async function leasesByMessage({ dataDir, emulator }: World): Promise<Map<string, string | undefined>> {
  const history = openHistory(join(dataDir, 'history.db'));
  const records = (await history.leases(emulator.accountSid)).map(({ record }) => record);
  await history.close();
  const leaseAt = (number: string, at: number) =>
    records.find(({ life, startedAt }) => {
      const until = 'expiresAt' in life ? (life.expiresAt ?? Infinity) : 0;
      return leasedOf(life)?.number === number && startedAt <= at && at < until;
    })?.id;
  return new Map(emulator.state().messages.map(({ sid, to, createdAt }) => [sid, leaseAt(to, createdAt)]));
}

/** Between two lives: the leases run out, and others are taken of the same numbers. */
export async function letTimePass(world: World): Promise<void> {
  await world.carrier.settled();
  world.pace = paceFrom(fastClock(world.pace).now() + pauseMs, 1);
  world.wishes = wishesOf('late');
}

/** Twilio sends so many messages to an app that is killed so often on the way; each has to be in the history once. */
export async function receiveThroughKills(messages: number, kills: number): Promise<void> {
  const world = await newWorld();
  const share = Math.ceil(messages / kills);
  for (let kill = 0; kill < kills; kill += 1) {
    const isHalfTime = kill === kills / 2;
    if (isHalfTime) await letTimePass(world);
    await liveAndDie(world, Math.min(share, messages - kill * share), kill === 0 || isHalfTime);
  }
  await expectAllOnce(world, messages);
}

/** The last app, which reads what it has missed; resolves with what is stored then. */
export async function expectAllOnce(world: World, messages: number): Promise<Message[]> {
  await world.carrier.settled();
  const { status, signal, stderr } = await begin(world, true).ended;
  expect({ status, signal, stderr }).toEqual({ status: 0, signal: null, stderr: '' });
  const stored = await storedNow(world);
  expectKept(world, stored);
  const expected = await leasesByMessage(world);
  expect(world.emulator.state().numbers).toHaveLength(numbersLeased);
  expect(expected.size).toBe(messages);
  expect(stored.map(({ sid, leaseId }) => `${sid} ${leaseId}`).toSorted()).toEqual(
    [...expected].map(([sid, leaseId]) => `${sid} ${leaseId}`).toSorted(),
  );
  return stored;
}
