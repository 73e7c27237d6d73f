import { expect, it } from 'vitest';
import type { NumberState } from '../../electron/emulator/state.ts';
import { draw, seeded } from '../../electron/emulator/random.ts';
import { ManualClock } from '../fakes/manualClock.ts';
import { appForTest, wish, type TestApp } from './testApp.ts';
import { quiet, until } from './until.ts';

const hour = 3_600_000;
const day = 24 * hour;
const first = Date.parse('2026-03-01T20:00:00Z');

interface Use {
  from: number;
  to: number;
}

/** What a year of testing leaves: when each number was leased. */
type Uses = Map<string, Use[]>;

interface Wanted {
  at: number;
  ttlSeconds: number;
}

/** About a hundred leases in busy weeks and quiet ones: most of hours, some of days. */
function wishes(): Wanted[] {
  const random = seeded(365);
  const all: Wanted[] = [];
  for (let at = first; at < first + 365 * day; at += day) {
    const busy = Math.sin(at / (11 * day)) > 0;
    if (draw(random) > (busy ? 0.4 : 0.08)) continue;
    const long = draw(random) < 0.3;
    const hours = 1 + Math.floor(draw(random) * (long ? 150 : 4));
    all.push({ at: at + Math.floor(draw(random) * 24) * hour, ttlSeconds: hours * 3_600 });
  }
  return all;
}

/** Moves the app, and the account's server with it, to an instant; resolves when all that was due has been done. */
async function moveTo(at: number, clock: ManualClock, { proxy }: TestApp): Promise<void> {
  await clock.jump(at - clock.now());
  await quiet(proxy);
}

/** Every instant at which something is to happen: the leases' beginnings and ends, and once a day four hours before midnight. */
function instants(wanted: Wanted[]): number[] {
  const days = Array.from({ length: 400 }, (_, index) => first + index * day);
  const leases = wanted.flatMap(({ at, ttlSeconds }) => [at, at + ttlSeconds * 1_000]);
  return [...new Set([...days, ...leases])].sort((a, b) => a - b);
}

async function spendYear(clock: ManualClock, test: TestApp): Promise<Uses> {
  const uses: Uses = new Map();
  const wanted = wishes();
  for (const at of instants(wanted)) {
    await moveTo(at, clock, test);
    for (const [index, { ttlSeconds }] of wanted.entries()) {
      if (wanted[index]?.at !== at) continue;
      const { numberSid } = await test.app.leases.start(wish(index, ttlSeconds));
      const use = { from: at, to: at + ttlSeconds * 1_000 };
      uses.set(numberSid ?? '', [...(uses.get(numberSid ?? '') ?? []), use]);
      await quiet(test.proxy);
    }
  }
  return uses;
}

/** The bills of a number's later months that fell while nobody leased it. */
function idleBills({ sid, bills }: NumberState, uses: Uses): string[] {
  const leased = (bill: number) => uses.get(sid)?.some(({ from, to }) => from <= bill && bill <= to);
  return bills.slice(1).flatMap((bill) => (leased(bill) ? [] : [`${sid} ${new Date(bill).toISOString()}`]));
}

it('a year with the policy “renewal” pays no month of a number that nobody leased when it began', async () => {
  const clock = new ManualClock(first - hour);
  const test = await appForTest(clock, { policy: 'renewal' });
  await until('the account is connected', () => test.app.state().account.kind === 'connected');
  const uses = await spendYear(clock, test);
  const leases = [...uses.values()].flat().length;

  const { numbers, released, balance } = test.emulator.state();
  const bought = [...numbers, ...released];
  expect(bought.flatMap((number) => idleBills(number, uses))).toEqual([]);
  const bills = bought.flatMap(({ bills: all }) => all);
  // Or the year would say nothing: leases that ran over a bill, numbers that went back before theirs, and reuse.
  expect(bills.length).toBeGreaterThan(bought.length + 2);
  expect(released.length).toBeGreaterThan(5);
  expect(bought.length).toBeLessThan(leases / 2);
  expect(numbers).toEqual([]);

  expect(balance.amount).toBe((500 - bills.length * 1.15).toFixed(2));
  const { entries } = await test.app.listLedger({ limit: 1_000 });
  const charged = entries.filter(({ amount }) => amount !== null);
  const inOrder = (instants: number[]) => instants.sort((a, b) => a - b);
  expect(inOrder(charged.map(({ at }) => Date.parse(at)))).toEqual(inOrder(bills));
  expect(new Set(charged.map(({ amount }) => amount?.amount))).toEqual(new Set(['1.15']));
});
