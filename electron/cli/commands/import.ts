import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../../adapters/environment.ts';
import { exportHistory } from '../../adapters/history/exported.ts';
import { HostLock } from '../../adapters/postgres/hostLock.ts';
import { importHistory, type Imported } from '../../adapters/postgres/import.ts';
import { migrateDatabase } from '../../adapters/postgres/migrate.ts';
import { createConfStore } from '../../adapters/settings/confStore.ts';
import { openSettings } from '../../adapters/settings/store.ts';
import { plainError } from '../../contract/errors.ts';
import { print } from '../output.ts';
import type { Process } from '../process.ts';

/** How long another host of the account may take to end. Milliseconds. */
const patienceMs = 10_000;

/** Copies the history and settings of the data folder into the database. Nothing in the folder changes. */
export async function importIntoDatabase(process: Process, environment: Environment, asJson: boolean): Promise<void> {
  const { credentials, databaseUrl, dataDir } = environment;
  if (!credentials || databaseUrl === null) throw notSet();
  const file = join(dataDir, 'history.db');
  if (!existsSync(file)) throw nothingThere(dataDir);
  const { settings } = openSettings(dataDir, createConfStore);
  const history = exportHistory(file, credentials.accountSid);
  try {
    await migrateDatabase(databaseUrl);
    const signal = AbortSignal.timeout(patienceMs);
    const lock = await HostLock.acquire(databaseUrl, credentials.accountSid, { signal }).catch((thrown: unknown) => {
      throw thrown instanceof DOMException ? hostRunning() : thrown;
    });
    try {
      const imported = await importHistory(databaseUrl, lock, history, settings.read());
      print(process, asJson, imported, describe(imported));
    } finally {
      await lock.release();
    }
  } finally {
    history.close();
  }
}

function describe({ messages, leases, numbers, entries, tokens }: Imported): string {
  return `Taken over: ${messages} messages, ${leases} leases, ${numbers} numbers, ${entries} ledger entries, ${tokens} tokens and the settings.`;
}

function notSet(): Error {
  return plainError(
    'INVALID_INPUT',
    'It is not said whose history to take over, or where to.',
    'Set OTP_DOCK_DATABASE_URL, and TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN (or an API key) of the account.',
  );
}

function nothingThere(dataDir: string): Error {
  return plainError(
    'NOT_FOUND',
    `There is no history in ${dataDir}.`,
    'Set OTP_DOCK_DATA_DIR to the data folder of the host whose history is meant.',
  );
}

function hostRunning(): Error {
  return plainError(
    'HOST_RUNNING',
    'A host of this account is active on the database.',
    'Stop the hosts of the team, and start them again afterwards.',
  );
}
