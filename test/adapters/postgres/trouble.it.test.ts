import { expect, it } from 'vitest';
import { HostLock } from '../../../electron/adapters/postgres/hostLock.ts';
import { migrateDatabase } from '../../../electron/adapters/postgres/migrate.ts';
import { openPostgres } from '../../../electron/adapters/postgres/postgresHistory.ts';
import { asPooled, Cable } from '../../support/postgres/cable.ts';
import { databaseSteps } from '../../../electron/adapters/postgres/schema.ts';
import { databaseForTest, emptyDatabaseForTest, run } from '../../support/postgres/database.ts';
import { freePort, failureOf } from '../harness.ts';
import { account, leaseOf, messageOf, sidOf } from '../history/harness.ts';

const withPart = (url: string, change: (parts: URL) => void): string => {
  const parts = new URL(url);
  change(parts);
  return parts.href;
};

it('a wrong password, and a database that does not exist, are said, and not tried again', async () => {
  const url = await emptyDatabaseForTest();
  const wrong = withPart(url, (parts) => (parts.password = 'wr0ng'));
  const refused = await failureOf(migrateDatabase(wrong));
  expect(refused).toMatchObject({ code: 'STORAGE_FAILED', message: expect.toSay('password'), retryable: false });
  expect(JSON.stringify(refused)).not.toContain('wr0ng');
  const missing = withPart(url, (parts) => (parts.pathname = '/nothing_here'));
  expect(await failureOf(migrateDatabase(missing))).toMatchObject({
    message: expect.toSay('does not exist'),
    retryable: false,
  });
});

it('a pooler that drops what a connection was to have is refused, and nothing is made in its database', async () => {
  const url = await emptyDatabaseForTest();
  const pooler = await Cable.to(url, asPooled);
  const failure = await failureOf(migrateDatabase(pooler.through(url)));
  expect(failure).toMatchObject({ code: 'STORAGE_FAILED', message: expect.toSay('pooler'), retryable: false });
  expect(await run(url, `SELECT tablename FROM pg_tables WHERE schemaname IN ('public', 'otp_dock')`)).toEqual([]);
});

it('a database that is away is worth another try', async () => {
  const url = `postgres://tester:5ecret@127.0.0.1:${await freePort()}/postgres`;
  const failure = await failureOf(migrateDatabase(url));
  expect(failure).toMatchObject({ message: expect.toSay('cannot be reached'), retryable: true });
  expect(JSON.stringify(failure)).not.toContain('5ecret');
});

it('tables of a newer version are left as they are', async () => {
  const url = await databaseForTest();
  await run(url, 'UPDATE version SET steps = 99');
  expect(await failureOf(migrateDatabase(url))).toMatchObject({
    message: expect.toSay('newer version'),
    retryable: false,
  });
  expect(await run(url, 'SELECT steps FROM version')).toEqual([{ steps: 99 }]);
  await run(url, `UPDATE version SET steps = ${databaseSteps.length}`);
});

it('a user without the right to make tables is told what to ask for', async () => {
  const url = await emptyDatabaseForTest();
  await run(url, `DROP ROLE IF EXISTS guest; CREATE ROLE guest LOGIN PASSWORD 'guest'`);
  const asGuest = withPart(url, (parts) => {
    parts.username = 'guest';
    parts.password = 'guest';
  });
  expect(await failureOf(migrateDatabase(asGuest))).toMatchObject({
    message: expect.toSay('does not let OTP Dock create'),
    hint: expect.toSay('pg_trgm'),
    retryable: false,
  });
});

it('several hosts that start at once make the tables once', async () => {
  const url = await emptyDatabaseForTest();
  await Promise.all(Array.from({ length: 5 }, () => migrateDatabase(url)));
  expect(await run(url, 'SELECT steps FROM version')).toEqual([{ steps: databaseSteps.length }]);
});

it('a database of the first version goes on with what is in it', async () => {
  const url = await emptyDatabaseForTest();
  await migrateDatabase(url, databaseSteps.slice(0, 1));
  const { links: _links, channel: _channel, leaseId: _leaseId, ...record } = messageOf();
  await run(
    url,
    `INSERT INTO messages (account, place, sid, recipient, with_code, blank, texts, record)
     VALUES ('${account}', 1, '${record.sid}', '${record.to}', true, false, '', '${JSON.stringify(record)}');
     INSERT INTO hosts VALUES ('${account}', 7, 'before')`,
  );
  await migrateDatabase(url);
  const { history } = await openPostgres(url, await HostLock.acquire(url, account));
  const start = history.here();
  expect(await history.messages({ account, limit: 5 })).toMatchObject({ messages: [messageOf()] });
  expect(await history.addMessage(account, messageOf({ sid: sidOf(2) }))).toBe('stored');
  expect(await history.changes(account, start, 5)).toMatchObject({ changes: [{ message: { sid: sidOf(2) } }] });
  expect(await history.changes(account, 0n, 5)).toMatchObject({ changes: [{ message: { sid: sidOf(2) } }] });
  await history.close();
});

it('a row that another program has changed is refused, with a way out', async () => {
  const url = await databaseForTest();
  const lock = await HostLock.acquire(url, account);
  const { history } = await openPostgres(url, lock);
  await history.addMessage(account, messageOf());
  await history.commit(account, { leases: [leaseOf()] });
  await run(url, `UPDATE messages SET record = '{}'; UPDATE leases SET record = 'no JSON'`);
  for (const read of [() => history.messages({ account, limit: 5 }), () => history.leases(account)])
    expect(await failureOf(read())).toMatchObject({ code: 'STORAGE_FAILED', hint: expect.toSay('backup') });
  await history.close();
  await lock.release();
});

it('whoever is no longer the active host writes nothing, even if nobody has told it', async () => {
  const url = await databaseForTest();
  const lock = await HostLock.acquire(url, account);
  const { history } = await openPostgres(url, lock);
  await history.addMessage(account, messageOf());
  await run(url, 'UPDATE hosts SET epoch = epoch + 1');
  const refused = await Promise.all([
    failureOf(history.addMessage(account, messageOf({ sid: sidOf(2) }))),
    failureOf(history.commit(account, { leases: [leaseOf()] })),
  ]);
  for (const failure of refused) expect(failure).toMatchObject({ code: 'STANDBY', retryable: true });
  expect(lock.isHeld()).toBe(false);
  expect(await run(url, 'SELECT sid FROM messages UNION SELECT id FROM leases')).toEqual([{ sid: sidOf(1) }]);
  await history.close().catch(() => undefined);
});

it('the lock passes on as soon as its session ends, and to one host only', async () => {
  const url = await databaseForTest();
  const first = await HostLock.acquire(url, account);
  const held: HostLock[] = [];
  const others = Array.from({ length: 3 }, async () => held.push(await HostLock.acquire(url, account)));
  for (let count = 0; count < 3; count += 1) {
    const holder = held.at(-1) ?? first;
    expect([holder.isHeld(), held.length]).toEqual([true, count]);
    await holder.release();
    expect(holder.isHeld()).toBe(false);
    await expect.poll(() => held.length).toBe(count + 1);
  }
  await Promise.all(others);
  expect(held.map(({ epoch }) => epoch)).toEqual(['2', '3', '4']);
  await held.at(-1)?.release();
});

it('waiting for the lock ends when it is no longer wanted', async () => {
  const url = await databaseForTest();
  const first = await HostLock.acquire(url, account);
  const giveUp = new AbortController();
  const waiting = HostLock.acquire(url, account, { signal: giveUp.signal });
  giveUp.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  await first.release();
});
