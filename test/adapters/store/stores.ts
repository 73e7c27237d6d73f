import { onTestFinished } from 'vitest';
import { HostLock } from '../../../electron/adapters/postgres/hostLock.ts';
import { openPostgres } from '../../../electron/adapters/postgres/postgresHistory.ts';
import type { History } from '../../../electron/core/ports.ts';
import { databaseForTest } from '../../support/postgres/database.ts';
import { account, historyForTest, historyInMemory } from '../history/harness.ts';

interface Opened {
  history: History;
  /** Closes it and opens the same one again, as a restart does. */
  reopen(): Promise<History>;
}

interface Store {
  name: string;
  open(): Promise<Opened>;
  /** An empty one, gone with the test. */
  fresh(): Promise<History>;
}

/** Whatever keeps the history has to pass the same tests. */
export const stores: Store[] = [
  {
    name: 'SQLite',
    open: async () => historyForTest(),
    fresh: async () => historyInMemory(),
  },
  {
    name: 'PostgreSQL',
    open: onPostgres,
    fresh: async () => (await onPostgres()).history,
  },
];

async function onPostgres(): Promise<Opened> {
  const url = await databaseForTest();
  const begin = async () => {
    const lock = await HostLock.acquire(url, account);
    return { lock, ...(await openPostgres(url, lock)) };
  };
  let open = await begin();
  const end = async () => {
    await open.history.close();
    await open.lock.release();
  };
  onTestFinished(() => end().catch(() => undefined));
  return {
    history: open.history,
    reopen: async () => {
      await end();
      open = await begin();
      return open.history;
    },
  };
}
