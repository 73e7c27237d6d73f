import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivateFile } from '../adapters/privateFiles.ts';

/** So many starts in a row that came to nothing, and the next one asks what to do. */
const patience = 2;

export interface StartAttempt {
  /** The starts before this one ended before there was a window that could be used. */
  readonly failedTwice: boolean;
  /** This start got where it should, or it is known why not: it does not count. */
  settled(): void;
}

/** Counts this start in the data folder until it is settled; a crash leaves the count behind for the next start. */
export function beginStart(dataDir: string): StartAttempt {
  const file = join(dataDir, 'unfinished-starts');
  const unfinished = countIn(file);
  ignoringTheDisk(() => writePrivateFile(file, String(unfinished + 1)));
  return {
    failedTwice: unfinished >= patience,
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

/** A folder that cannot be written is told by whoever cannot do without it. */
function ignoringTheDisk(work: () => void): void {
  try {
    work();
  } catch {
    // Then this start is not counted.
  }
}
