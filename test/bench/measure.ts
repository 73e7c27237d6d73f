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

/** What a row says, beside its figures. */
export interface Subject {
  name: string;
  unit: string;
  floorIs: string;
  goal: string;
  isOk(figures: { value: number; ratio: number }): boolean;
  /** What stands in the way of the goal, where that is known. */
  why?: string;
}

export interface Measurement extends Subject {
  /** One round each, in turns, so that a noisy moment meets both. */
  ours(): Promise<number> | number;
  floor(): Promise<number> | number;
}

/** Of one round. */
export interface Pair {
  ours: number;
  floor: number;
}

const rounds = 7;

export async function measure(measurement: Measurement): Promise<Row> {
  const pairs: Pair[] = [];
  await measurement.floor();
  await measurement.ours();
  for (let round = 0; round < rounds; round += 1) {
    pairs.push({ floor: await measurement.floor(), ours: await measurement.ours() });
  }
  return rowOf(measurement, pairs);
}

export function rowOf({ name, unit, floorIs, goal, isOk, why }: Subject, pairs: readonly Pair[]): Row {
  const ratios = pairs.map(({ ours, floor }) => ours / floor).toSorted((a, b) => a - b);
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

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as (options: { type: 'minor' }) => void;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The processor's time that work takes, in milliseconds; other programs do not count, nor what was done before. */
export function cpuMs(work: () => unknown): number {
  // Twice: what is young and still in use is moved out of the way by the second.
  for (const _ of [1, 2]) collectGarbage({ type: 'minor' });
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
