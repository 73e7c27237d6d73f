import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivateFile } from '../../adapters/privateFiles.ts';

export interface StartAttempt {
  /** The last two starts ended before there was a window that could be used. */
  readonly failedTwice: boolean;
  /** Does not count this start: it has succeeded, or it is known why it failed. */
  settled(): void;
}

/** Counts this start in the data folder until it is settled. A crash leaves the count for the next start. */
export function beginStart(dataDir: string): StartAttempt {
  const file = join(dataDir, 'unfinished-starts');
  const unfinished = countIn(file);
  ignoringTheDisk(() => writePrivateFile(file, String(unfinished + 1)));
  return {
    failedTwice: unfinished >= 2,
    settled: () => ignoringTheDisk(() => rmSync(file, { force: true })),
  };
}

function countIn(file: string): number {
  try {
    const count = Number(readFileSync(file, 'utf8'));
    return Number.isSafeInteger(count) && count > 0 ? count : 0;
  } catch {
    return 0;
  }
}

/** Then this start is not counted. Whoever cannot do without the folder reports that it cannot be written. */
function ignoringTheDisk(work: () => void): void {
  try {
    work();
  } catch {}
}
