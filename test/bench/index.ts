import { table } from '../../electron/cli/output.ts';
import { extraction } from './extraction.ts';
import { openIntake } from './intake.ts';
import { measure, type Row } from './measure.ts';

/** `npm run bench`: figures of ours beside a floor measured in the same run. `-- --json` prints JSON. */
async function main(): Promise<void> {
  const { intake, flooded, close } = await openIntake();
  const rows = [await measure(intake), await measure(flooded), await measure(extraction)];
  await close();
  process.stdout.write(process.argv.includes('--json') ? `${JSON.stringify(rows)}\n` : `${describe(rows)}\n`);
}

function describe(rows: Row[]): string {
  const cells = rows.map(({ name, value, unit, floor, ratio, spread, goal, ok }) => [
    name,
    `${Math.round(value)} ${unit}`,
    `${Math.round(floor)}`,
    ratio.toFixed(2),
    `${spread[0].toFixed(2)} to ${spread[1].toFixed(2)}`,
    `${goal}${ok ? '' : ' (missed)'}`,
  ]);
  const floors = rows.map(({ name, floorIs }) => `${name}: the floor is ${floorIs}.`);
  return [table([['what', 'ours', 'floor', 'ratio', 'spread', 'goal'], ...cells]), '', ...floors].join('\n');
}

await main();
