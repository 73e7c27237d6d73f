import { measure, type Row } from '../measure.ts';
import { accuracyRows } from './accuracy.ts';
import { growthRows } from './growth.ts';
import { rates } from './rates.ts';

/** The search for the code in a text: how fast, how well, and how its cost grows. */
export async function measureExtraction(options: { full: boolean }): Promise<Row[]> {
  const rows: Row[] = [];
  for (const rate of rates) rows.push(await measure(rate, options));
  return [...rows, ...accuracyRows(), ...growthRows(options)];
}
