import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openHistory } from '../adapters/history/sqliteHistory.ts';
import { isDamaged, settingsFileIn } from '../adapters/settings/repair.ts';
import { systemClock } from '../adapters/systemClock.ts';
import { AppError, plainError, toFailure } from '../contract/errors.ts';
import { defaultSettings, settingsSchema, type Settings } from '../contract/settings.ts';
import type { Money } from '../contract/state.ts';
import { Budget, monthStart } from '../core/money/budget.ts';
import type { History, NewLedgerEntry } from '../core/ports.ts';

type Limits = Pick<Settings, 'limitPerDay' | 'limitPerMonth' | 'limitsToConfirm'>;

/** An account's money for a purchase without a host: obeys the limits in Settings and records it in the ledger. */
export interface Purse {
  /** Throws SPEND_LIMIT when a purchase at this price would pass a limit. */
  assertRoom(price: Money | null): void;
  record(entry: Pick<NewLedgerEntry, 'kind' | 'number' | 'numberSid' | 'country' | 'amount'>): Promise<void>;
  close(): Promise<void>;
}

/** Rejects with HOST_RUNNING when there is a limit, as only the running host knows what is spent. */
export async function openPurse(dataDir: string, account: string): Promise<Purse> {
  const limits = limitsIn(dataDir);
  const isLimited = limits.limitPerDay !== null || limits.limitPerMonth !== null;
  const history = ledgerIn(join(dataDir, 'history.db'), isLimited);
  await assertWhole(history);
  const budget = new Budget({
    clock: systemClock,
    settings: () => limits,
    unknownLimits: () => limits.limitsToConfirm,
    underWay: () => [],
  });
  budget.load((await history?.charges(account, monthStart(systemClock.now()))) ?? []);
  return {
    assertRoom: (price) => budget.assertRoom('', price),
    record: async (entry) => {
      const whole = { at: systemClock.now(), leaseId: null, label: 'check', holder: null, note: null, ...entry };
      await history?.commit(account, { entries: [whole] });
    },
    close: async () => history?.close(),
  };
}

const contentSchema = z.object({ settings: settingsSchema.prefault({}) });

/** The limits in a host's settings; none without a file. Throws STORAGE_FAILED when they cannot be read. */
function limitsIn(dataDir: string): Limits {
  const file = settingsFileIn(dataDir);
  try {
    if (!isDamaged(dataDir))
      return existsSync(file) ? contentSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).settings : defaultSettings;
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
  }
  throw plainError(
    'STORAGE_FAILED',
    `It is not known whether there is a spending limit: ${file} cannot be read.`,
    'Start OTP Dock, which repairs a damaged file and says what it has lost, and try again.',
  );
}

/** Reported here because the next host to start finds no damage any more; and we don't know what was spent. */
async function assertWhole(history: History | null): Promise<void> {
  const kept = history?.recovered?.movedTo ?? history?.logDamage?.keptIn;
  if (kept === undefined) return;
  await history?.close();
  throw plainError(
    'STORAGE_FAILED',
    `The history was damaged, so it is not known what was spent. What there was is kept: ${kept}.`,
    'Nothing was bought. Start OTP Dock, which finds its numbers and messages on Twilio again, and try again after that.',
  );
}

/** null when it is not needed and either does not exist or is in use. */
function ledgerIn(file: string, isLimited: boolean): History | null {
  if (!isLimited && !existsSync(file)) return null;
  try {
    return openHistory(file);
  } catch (thrown) {
    if (!isLimited) return null;
    if (toFailure(thrown).code !== 'HOST_RUNNING') throw thrown;
    throw plainError(
      'HOST_RUNNING',
      'There is a spending limit, and what is spent is known to the OTP Dock alone that runs with this data folder.',
      'Test a purchase by taking a number there, or end it and try again.',
    );
  }
}
