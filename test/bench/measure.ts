import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** One line of the table: a figure of ours beside its floor, measured in the same run. */
export interface Row {
  name: string;
  /** Median of the rounds. */
  value: number;
  unit: string;
  /** The median of the floor, in the same unit. */
  floor: number;
  floorIs: string;
  /** Ours to the floor; for rates the floor to ours is the cost, so higher is better there. null where the floor is 0. */
  ratio: number | null;
  /** Lowest and highest ratio of the rounds; null where there is none. */
  spread: [number, number] | null;
  goal: string;
  ok: boolean;
  /** Why the goal is missed, where that is known; null when it is met. */
  why: string | null;
}

interface Goal {
  goal: string;
  isOk(figures: { value: number; ratio: number }): boolean;
}

export const atMostTimes = (most: number): Goal => ({
  goal: `at most ${most} times the floor`,
  isOk: ({ ratio }) => ratio <= most,
});
export const atMostTimesOrUnder = (most: number, limit: number, unit: string): Goal => ({
  goal: `at most ${most} times the floor, or under ${limit.toLocaleString('en')} ${unit}`,
  isOk: ({ value, ratio }) => ratio <= most || value < limit,
});
export const atMost = (most: number, unit: string): Goal => ({
  goal: `at most ${most} ${unit}`,
  isOk: ({ value }) => value <= most,
});
export const under = (limit: number, unit: string): Goal => ({
  goal: `under ${limit} ${unit}`,
  isOk: ({ value }) => value < limit,
});

/** What a row says, beside its figures. */
export interface Subject extends Goal {
  name: string;
  unit: string;
  floorIs: string;
  /** What stands in the way of the goal, where that is known. */
  why?: string;
}

/** Ours and the floor, of one round unless it is said otherwise. */
export interface Pair<T = number> {
  ours: T;
  floor: T;
}

type Work<T> = () => Promise<T> | T;

/** Measures both in turns, so that a noisy moment meets both. */
export async function inTurns<T>(rounds: number, { ours, floor }: Pair<Work<T>>): Promise<Pair<T>[]> {
  const pairs: Pair<T>[] = [];
  for (let round = 0; round < rounds; round += 1) pairs.push({ floor: await floor(), ours: await ours() });
  return pairs;
}

/** One figure of each round. */
export function figures<T>(pairs: readonly Pair<T>[], figureOf: (round: T) => number): Pair[] {
  return pairs.map(({ ours, floor }) => ({ ours: figureOf(ours), floor: figureOf(floor) }));
}

export type Measurement = Subject & Pair<Work<number>>;

/** `full`: in more rounds. */
export async function measure(measurement: Measurement, { full }: { full: boolean }): Promise<Row> {
  await inTurns(1, measurement);
  return rowOf(measurement, await inTurns(full ? 7 : 3, measurement));
}

export function rowOf({ name, unit, floorIs, goal, isOk, why }: Subject, pairs: readonly Pair[]): Row {
  const ratios = pairs.map(({ ours, floor }) => ours / floor).toSorted((a, b) => a - b);
  const median = (values: readonly number[]) => quantile(values, 0.5);
  const [value, ratio] = [median(pairs.map(({ ours }) => ours)), median(ratios)];
  const ok = isOk({ value, ratio });
  const isRatio = ratios.every((each) => Number.isFinite(each));
  return {
    name,
    value,
    unit,
    floor: median(pairs.map(({ floor }) => floor)),
    floorIs,
    ratio: isRatio ? ratio : null,
    spread: isRatio ? [ratios[0] ?? ratio, ratios.at(-1) ?? ratio] : null,
    goal,
    ok,
    why: ok ? null : (why ?? null),
  };
}

export function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * values.length)] ?? Number.NaN;
}

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as (options: { type: 'minor' }) => void;

/** The processor's time that work takes, in milliseconds; other programs do not count, nor what was done before. */
export function cpuMs(work: () => unknown): number {
  // Twice: what is young and still in use is moved out of the way by the second.
  for (const _ of [1, 2]) collectGarbage({ type: 'minor' });
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
