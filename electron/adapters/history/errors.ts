import { dirname } from 'node:path';
import { AppError, appError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';

const say = phrases.host;

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const [busy, corrupt, notADatabase] = [5, 11, 26] as const;

/** The file is there and can be read, but what is in it is no (whole) database. */
export class DamagedDatabase extends Error {}

export function isDamage(thrown: unknown): boolean {
  const code = resultCode(thrown);
  return thrown instanceof DamagedDatabase || code === corrupt || code === notADatabase;
}

/** Another process holds the file. */
export function isBusy(thrown: unknown): boolean {
  return resultCode(thrown) === busy;
}

/** HOST_RUNNING when another process holds the file, STORAGE_FAILED for everything else. */
export function storageFailed(file: string, thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isBusy(thrown)) {
    return appError('HOST_RUNNING', say.alreadyRunning({ folder: dirname(file) }), say.alreadyRunningHint);
  }
  const reason = thrown instanceof Error ? thrown.message : 'unknown reason';
  return appError('STORAGE_FAILED', say.historyFailed({ file, reason }), say.historyFailedHint, { retryable: true });
}

/** The extended codes (BUSY_RECOVERY, CORRUPT_INDEX and so on) have the primary one in their lowest byte. */
function resultCode(thrown: unknown): number | null {
  return thrown instanceof Error && 'errcode' in thrown ? Number(thrown.errcode) & 0xff : null;
}
