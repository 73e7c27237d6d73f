import { Client } from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import { HostLock } from '../../../electron/adapters/postgres/hostLock.ts';
import { clientFor } from '../../../electron/adapters/postgres/connect.ts';
import { readLeases } from '../../../electron/adapters/postgres/ledger.ts';
import { openPostgres } from '../../../electron/adapters/postgres/postgresHistory.ts';
import { leasePage } from '../../../electron/adapters/postgres/upkeep.ts';
import { databaseForTest } from '../../support/postgres/database.ts';
import { waitingIn } from '../../support/postgres/trouble.ts';
import { account, leaseOf, messageOf, sidOf } from '../history/harness.ts';

async function opened() {
  const url = await databaseForTest();
  const lock = await HostLock.acquire(url, account);
  const { history } = await openPostgres(url, lock);
  onTestFinished(async () => {
    await history.close();
    await lock.release();
  });
  return { url, history };
}

it('searches that take their time leave connections for everybody else', async () => {
  const { url, history } = await opened();
  const other = new Client({ connectionString: url, options: '-c search_path=otp_dock' });
  await other.connect();
  await other.query('BEGIN; LOCK TABLE messages');
  const searches = Array.from({ length: 20 }, (_, index) =>
    index % 2 === 0
      ? history.messages({ account, limit: 5, search: 'lumora' })
      : history.countMessages(account, { search: 'lumora' }),
  );
  await expect.poll(() => waitingIn(url)).toBe(3);
  expect(await history.numbers(account)).toEqual([]);
  await other.query('COMMIT');
  await other.end();
  expect(await Promise.all(searches)).toHaveLength(20);
});

it('however many leases there are, they are read with few questions', async () => {
  const { url, history } = await opened();
  const leases = Array.from({ length: 30 }, (_, index) =>
    leaseOf({ id: `lease-${index}`, requestId: `request-${index}` }),
  );
  await history.commit(account, { leases });
  for (const [index, { id }] of leases.entries())
    await history.addMessage(account, messageOf({ sid: sidOf(index + 1), leaseId: id }));
  const client = clientFor(url);
  await client.connect();
  let asked = 0;
  const counting = {
    query: (...args: unknown[]) => ((asked += 1), (client.query as (...all: unknown[]) => unknown)(...args)),
  };
  const database = Object.assign(Object.create(client) as Client, counting);
  const read = await readLeases(database, account);
  expect([read.length, read.filter(({ latestCode }) => latestCode !== null).length, asked]).toEqual([30, 30, 2]);
  const page = await leasePage(database, account, { limit: 20 });
  expect([page.leases.length, asked]).toEqual([20, 5]);
  await client.end();
});
