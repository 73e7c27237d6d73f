import { dirname } from 'node:path';
import { AppError, appError } from '../../contract/errors.ts';

/** SQLite's primary result codes (sqlite.org/rescode.html). */
const [busy, corrupt, notADatabase] = [5, 11, 26] as const;

/** The file is there and can be read, but what is in it is no (whole) database. */
export class DamagedDatabase extends Error {}

export function isDamage(thrown: unknown): boolean {
  const code = resultCode(thrown);
  return thrown instanceof DamagedDatabase || code === corrupt || code === notADatabase;
}

/** HOST_RUNNING when another process holds the file, STORAGE_FAILED for everything else. */
export function storageFailed(file: string, thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (resultCode(thrown) === busy) {
    return appError(
      'HOST_RUNNING',
      `OTP Dock is already running with this data folder (${dirname(file)}).`,
      'Use the one that runs, end it first, or set OTP_DOCK_DATA_DIR to another folder.',
    );
  }
  const reason = thrown instanceof Error ? thrown.message : 'unknown reason';
  return appError(
    'STORAGE_FAILED',
    `The history (${file}) could not be used: ${reason}.`,
    'Check the free space and the rights of that folder. If it stays, start OTP Dock anew: a file that is damaged is put aside then.',
    { retryable: true },
  );
}

/** The extended codes (BUSY_RECOVERY, CORRUPT_INDEX and so on) have the primary one in their lowest byte. */
function resultCode(thrown: unknown): number | null {
  return thrown instanceof Error && 'errcode' in thrown ? Number(thrown.errcode) & 0xff : null;
}
