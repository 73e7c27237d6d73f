import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { table } from '../../electron/cli/output.ts';
import { measureBurst } from './burst/burst.ts';
import { measureCaptured } from './captured/captured.ts';
import { measureDelivery } from './delivery.ts';
import { measureExtraction } from './extraction/extraction.ts';
import { measureGrowth } from './growth/growth.ts';
import { measureIdle } from './idle.ts';
import { measureIntake } from './intake.ts';
import type { Row } from './measure.ts';
import { measureScreen } from './screen/screen.ts';
import { measureSize } from './size.ts';
import { measureStart } from './start.ts';
import { measureTeam } from './team/team.ts';
import { measureWaiting } from './waiting.ts';

/** What `-- --only NAME` can choose from. */
const benches: Record<string, (options: { full: boolean }) => Promise<Row[]>> = {
  intake: measureIntake,
  extraction: measureExtraction,
  delivery: measureDelivery,
  waiting: measureWaiting,
  start: measureStart,
  screen: measureScreen,
  growth: measureGrowth,
  idle: measureIdle,
  burst: measureBurst,
  captured: measureCaptured,
  size: measureSize,
  team: measureTeam,
};

/** What the short form leaves out: sizes are the same on each run, and a database takes seconds to start. */
const longOnly = ['size', 'team'];

/**
 * `npm run bench`: figures of ours beside a floor measured in the same run. `-- --json` prints JSON, `-- --only NAME` runs
 * some, `-- --full` takes the largest sizes, `-- --against FILE` compares with an earlier run, kept as JSON.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      full: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      against: { type: 'string' },
    },
  });
  const before = values.against === undefined ? [] : (JSON.parse(readFileSync(values.against, 'utf8')) as Row[]);
  const rows: Row[] = [];
  for (const name of values.only ?? namesFor(values)) {
    const began = performance.now();
    rows.push(...(await benchOf(name)(values)));
    process.stderr.write(`${name}: ${Math.round((performance.now() - began) / 1000)} s\n`);
  }
  process.stdout.write(values.json ? `${JSON.stringify(rows)}\n` : `${describe(rows, before)}\n`);
}

function namesFor({ full }: { full: boolean }): string[] {
  return Object.keys(benches).filter((name) => full || !longOnly.includes(name));
}

function benchOf(name: string): (typeof benches)[string] {
  const bench = benches[name];
  if (bench === undefined) throw new Error(`There is no ${name}; there are ${Object.keys(benches).join(', ')}.`);
  return bench;
}

/** The ratio to the floor is what is compared: the machine may have been faster or slower then. */
function describe(rows: Row[], before: Row[]): string {
  const cells = rows.map(({ name, value, unit, floor, ratio, spread, goal, ok }) => [
    name,
    `${figure(value)} ${unit}`,
    figure(floor),
    ratio === null ? '' : ratio.toFixed(2),
    ...(before.length > 0 ? [before.find((row) => row.name === name)?.ratio?.toFixed(2) ?? ''] : []),
    spread === null ? '' : `${spread[0].toFixed(2)} to ${spread[1].toFixed(2)}`,
    `${goal}${ok ? '' : ' (missed)'}`,
  ]);
  const headings = ['what', 'ours', 'floor', 'ratio', ...(before.length > 0 ? ['before'] : []), 'spread', 'goal'];
  const floors = Map.groupBy(rows, ({ floorIs }) => floorIs);
  const notes = [...floors].map(
    ([floorIs, of]) => `${of.map(({ name }) => name).join('; ')}: the floor is ${floorIs}.`,
  );
  const reasons = rows.flatMap(({ name, why }) => (why === null ? [] : [`${name} misses its goal: ${why}`]));
  return [table([headings, ...cells]), '', ...notes, ...reasons].join('\n');
}

/** Three digits say enough. */
function figure(value: number): string {
  return value < 100 ? String(Number(value.toPrecision(3))) : String(Math.round(value));
}

await main();
