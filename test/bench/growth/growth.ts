import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import { inFolder } from '../inFolder.ts';
import { atMostTimes, atMostTimesOrUnder, rowOf, type Pair, type Row } from '../measure.ts';
import { fillHistory } from './fill.ts';
import { openFullHost, type FullHost } from './hosts.ts';
import { pushCost, type PushCost } from './pushes.ts';
import { searchCost, searches, type SearchName } from './searches.ts';

interface Size {
  messages: number;
  numbers: number;
}

const account = `AC${'c'.repeat(32)}`;
const rounds = 3;

/** What stands in the way of a row's goal. */
const copied =
  'the list of a hundred times as many numbers is made anew, and the messages in view belong to ten times as many leases.';
/** From profiles of both hosts. */
const isMerged =
  'a quarter of the processor’s time goes into merging the search index, which a hundred messages hardly need: each message ' +
  'is merged once more whenever there are twice as many.';
const isMadeAnew =
  'each of its some fifteen changes makes the lists of leases and of those that run anew, and what is due is looked for ' +
  'among all numbers: two fifths of the processor’s time with a thousand of them.';
const isWalked =
  'what occurs in each of 15,625 blocks of a million messages is looked at, which takes half of the time, and then all messages of a hundred blocks.';

/** What an operation costs on a host with little in it, and on one with much. `full`: with a million messages and a thousand numbers. */
export async function measureGrowth({ full }: { full: boolean }): Promise<Row[]> {
  const sizes: Size[] = [
    { messages: 100, numbers: 10 },
    ...(full ? [{ messages: 10_000, numbers: 100 }] : []),
    full ? { messages: 1_000_000, numbers: 1_000 } : { messages: 30_000, numbers: 300 },
  ];
  return inFolder(async (folder) => {
    const fileOf = ({ messages }: Size) => join(folder, `${messages}.db`);
    for (const size of sizes) fillHistory(fileOf(size), account, size.messages);
    return [...(await pushRows(sizes)), ...(await searchRows(sizes, fileOf)), ...(await hostRows(sizes, fileOf))];
  });
}

async function pushRows(sizes: Size[]): Promise<Row[]> {
  // The first is for the engine to get to know the code.
  const costs = await measured(() => inTurn(sizes, ({ numbers }) => pushCost(numbers)));
  const row = (name: string, unit: string, key: keyof PushCost) => {
    const figures = costs.map((of) => of.map((cost) => cost[key]));
    return growthRow({ name, unit, sizes, costs: figures, why: copied });
  };
  return [
    row('a push of one message is made', 'µs', 'made'),
    row('a push of one message is applied', 'µs', 'applied'),
    row('a push of one message', 'bytes', 'bytes'),
  ];
}

async function searchRows(sizes: Size[], fileOf: (size: Size) => string): Promise<Row[]> {
  const histories = sizes.map((size) => openHistory(fileOf(size)));
  const rows: Row[] = [];
  try {
    for (const name of Object.keys(searches) as SearchName[]) {
      const costs = await measured(() => inTurn(histories, (history) => searchCost(history, account, name)));
      const why = name.includes('letters') ? { why: isWalked } : {};
      rows.push(growthRow({ name, unit: 'µs', sizes, costs, ...why, fastEnough: 50_000 }));
    }
    return rows;
  } finally {
    for (const history of histories) await history.close();
  }
}

async function hostRows(sizes: Size[], fileOf: (size: Size) => string): Promise<Row[]> {
  const hosts: FullHost[] = [];
  try {
    for (const size of sizes)
      hosts.push(await openFullHost({ ...size, account, fill: (file) => renameSync(fileOf(size), file) }));
    const costs = (of: (host: FullHost) => Promise<number>) => measured(() => inTurn(hosts, of));
    return [
      growthRow({ name: 'intake', unit: 'ms', sizes, costs: await costs((host) => host.intake()), why: isMerged }),
      growthRow({
        name: 'a lease is taken and ended',
        unit: 'ms',
        sizes,
        costs: await costs((host) => host.lease()),
        why: isMadeAnew,
      }),
    ];
  } finally {
    for (const host of hosts) await host.close();
  }
}

/** Some rounds, after one for which nobody is measured. */
async function measured<T>(round: () => Promise<T[]>): Promise<T[][]> {
  await round();
  return inTurn(Array.from({ length: rounds }), round);
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

interface Growth {
  name: string;
  unit: string;
  sizes: Size[];
  /** Of each round, one for each size. */
  costs: number[][];
  why?: string;
  /** What is under this does not have to keep to the floor. */
  fastEnough?: number;
}

/** Of each round the cost at the smallest size and the highest at the others. */
function growthRow({ name, unit, sizes, costs, why, fastEnough }: Growth): Row {
  const { messages, numbers } = sizes.at(-1)!;
  const large = `${messages.toLocaleString('en')} messages and ${numbers.toLocaleString('en')} numbers`;
  const pairs = costs.map(([floor = Number.NaN, ...others]): Pair => ({ floor, ours: Math.max(...others) }));
  return rowOf(
    {
      name: `growth: ${name}`,
      unit,
      floorIs: `the same with 100 messages and 10 numbers; ours is the most that it costs with up to ${large}`,
      ...(fastEnough === undefined ? atMostTimes(1.5) : atMostTimesOrUnder(1.5, fastEnough, unit)),
      ...(why !== undefined && { why }),
    },
    pairs,
  );
}
