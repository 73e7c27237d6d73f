import { negatives, positives } from '../../core/otp/texts.ts';
import { rowOf, type Row } from '../measure.ts';
import { ours, rival, type Finder } from './rivals.ts';

interface Counts {
  /** Codes that are found. */
  right: number;
  /** Messages with a code where another is found. */
  wrong: number;
  /** Messages without a code where one is found. */
  falseAlarms: number;
}

const floorIs = 'parse-otp-message on the same texts';

/** On the labelled texts that the extractor is tested with. */
export function accuracyRows(): Row[] {
  const [mine, theirs] = [countsOf(ours), countsOf(rival)];
  const row = (key: keyof Counts, name: string, of: number, better: (mine: number, theirs: number) => boolean) =>
    rowOf(
      {
        name: `extraction: ${name}`,
        unit: '%',
        floorIs,
        goal: 'better than the floor',
        isOk: () => better(mine[key], theirs[key]),
      },
      [{ ours: (100 * mine[key]) / of, floor: (100 * theirs[key]) / of }],
    );
  const [more, less] = [(a: number, b: number) => a > b, (a: number, b: number) => a < b];
  return [
    row('right', 'codes found', positives.length, more),
    row('wrong', 'another code taken', positives.length, less),
    row('falseAlarms', 'false alarms', negatives.length, less),
  ];
}

function countsOf(find: Finder): Counts {
  const counts = { right: 0, wrong: 0, falseAlarms: 0 };
  for (const { text, code } of positives) {
    const found = find(text);
    if (found === null) continue;
    if (bare(found) === bare(code)) counts.right += 1;
    else counts.wrong += 1;
  }
  for (const { text } of negatives) if (find(text) !== null) counts.falseAlarms += 1;
  return counts;
}

/** Grouping and case are forgiven. */
function bare(code: string): string {
  return code.replaceAll(/[\s-]/g, '').toUpperCase();
}
