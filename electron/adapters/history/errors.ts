import { dirname } from 'node:path';
import { AppError, appError } from '../../contract/errors.ts';
import { phrases } from '../../contract/words/phrases.ts';

const say = phrases.host;

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const [busy, corrupt, notADatabase] = [5, 11, 26] as const;

/** The file exists and can be read, but is not a complete database. */
export class DamagedDatabase extends Error {}

export function isDamage(thrown: unknown): boolean {
  const code = resultCode(thrown);
  return thrown instanceof DamagedDatabase || code === corrupt || code === notADatabase;
}

/** Another process holds the file. */
export function isBusy(thrown: unknown): boolean {
  return resultCode(thrown) === busy;
}

/** HOST_RUNNING when another process holds the file, otherwise STORAGE_FAILED. */
export function storageFailed(file: string, thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (isBusy(thrown)) {
    return appError('HOST_RUNNING', say.alreadyRunning({ folder: dirname(file) }), say.alreadyRunningHint);
  }
  const reason = thrown instanceof Error ? thrown.message : 'unknown reason';
  return appError('STORAGE_FAILED', say.historyFailed({ file, reason }), say.historyFailedHint, { retryable: true });
}

/** Extended codes (BUSY_RECOVERY, CORRUPT_INDEX and so on) carry the primary code in their lowest byte. */
function resultCode(thrown: unknown): number | null {
  return thrown instanceof Error && 'errcode' in thrown ? Number(thrown.errcode) & 0xff : null;
}
