import { homedir } from 'node:os';
import { join } from 'node:path';
import { clipboard, dialog } from 'electron';
import { setHistoryAside } from '../../adapters/history/setAside.ts';
import type { Log } from '../../adapters/log/logger.ts';
import { systemFacts } from '../../adapters/log/systemFacts.ts';
import { resetSettingsFile } from '../../adapters/settings/reset.ts';
import { AppError, type ErrorCode } from '../../contract/errors.ts';
import type { MainWords } from '../../contract/words/main.ts';
import { diagnosticsText } from '../../core/diagnostics.ts';
import { openFolder } from '../dataFolder.ts';
import { recover } from './recovery.ts';
import type { StartAttempt } from './startAttempt.ts';

export interface SafeStartOptions {
  attempt: StartAttempt;
  /** Ask in any case. */
  safeMode: boolean;
  dataDir: string;
  version: string;
  log: Log;
  words: MainWords;
}

/** Asks how to start if the last starts failed, or in safe mode. Resolves to whether to start. */
export async function maySafelyStart(options: SafeStartOptions): Promise<boolean> {
  const { attempt, safeMode, dataDir, version, log, words } = options;
  if (!safeMode && !attempt.failedTwice) return true;
  const port = { facts: systemFacts, recentLog: () => log.recent(), home: homedir() };
  return recover({
    dialog,
    log,
    words,
    failedTwice: attempt.failedTwice,
    resetSettings: () => resetSettingsFile(dataDir),
    setHistoryAside: () => setHistoryAside(join(dataDir, 'history.db')),
    copyDiagnostics: () =>
      clipboard.writeText(diagnosticsText({ version, host: 'desktop', now: Date.now(), port, app: null })),
    openDataDir: () => openFolder(dataDir),
  });
}

/** Failures that another way of starting does not fix, and that say themselves what does. */
const explained: ReadonlySet<ErrorCode> = new Set(['HOST_RUNNING', 'INVALID_INPUT']);

/** Starts. A failure that is not explained stays counted, and the next start asks about it. */
export async function countingFailure(attempt: StartAttempt, start: () => Promise<void>): Promise<void> {
  try {
    await start();
  } catch (thrown) {
    if (thrown instanceof AppError && explained.has(thrown.failure.code)) attempt.settled();
    throw thrown;
  }
}
