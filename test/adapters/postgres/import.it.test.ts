import { join } from 'node:path';
import { expect, it } from 'vitest';
import { HostLock } from '../../../electron/adapters/postgres/hostLock.ts';
import { openPostgres } from '../../../electron/adapters/postgres/postgresHistory.ts';
import { exportHistory } from '../../../electron/adapters/history/exported.ts';
import { importHistory } from '../../../electron/adapters/postgres/import.ts';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import type { History } from '../../../electron/core/ports.ts';
import { databaseForTest } from '../../support/postgres/database.ts';
import { failureOf, tempFolder } from '../harness.ts';
import {
  account,
  entryOf,
  historyForTest,
  leaseOf,
  messageOf,
  numberOf,
  otherAccount,
  sidOf,
} from '../history/harness.ts';

const at = (second: number) => new Date(Date.parse('2026-03-01T12:00:00Z') + second * 1000).toISOString();

async function everythingIn(history: History) {
  return {
    messages: await history.messages({ account, limit: 2_000 }),
    found: await history.countMessages(account, { search: 'checkout' }),
    leases: await history.leases(account),
    numbers: await history.numbers(account),
    ledger: (await history.ledger(account, { limit: 100 })).entries.map(({ id: _id, ...entry }) => entry),
    charges: await history.charges(account, 0),
    tokens: await history.tokens(),
  };
}

it('a history in a file is copied with all that is in it, in its order, once', async () => {
  const { file, history } = historyForTest(join(tempFolder(), 'history.db'));
  await history.commit(account, {
    leases: [leaseOf({ label: 'Checkout' }), leaseOf({ id: 'lease-2', requestId: 'r2' })],
    numbers: [numberOf()],
    entries: [entryOf(), entryOf({ amount: null, kind: 'released' })],
  });
  for (let n = 1; n <= 1_100; n += 1)
    await history.addMessage(
      account,
      messageOf({ sid: sidOf(n), receivedAt: at(n >> 2), leaseId: n % 50 === 0 ? 'lease-1' : null }),
    );
  await history.addMessage(otherAccount, messageOf({ sid: sidOf(5_000) }));
  await history.deleteMessages(account, [sidOf(7), sidOf(8)]);
  await history.addToken({
    name: 'ci',
    hash: 'a'.repeat(64),
    createdAt: 5,
    limits: { leases: 2, perDay: '1.00', perMonth: null },
  });
  const before = await everythingIn(history);
  await history.close();

  const url = await databaseForTest();
  const copy = async () => {
    const lock = await HostLock.acquire(url, account);
    const exported = exportHistory(file, account);
    try {
      return await importHistory(url, lock, exported, { ...defaultSettings, poolSize: 3 });
    } finally {
      exported.close();
      await lock.release();
    }
  };
  expect(await copy()).toEqual({ messages: 1_098, leases: 2, numbers: 1, entries: 2, tokens: 1 });
  expect(await failureOf(copy())).toMatchObject({ code: 'CONFLICT' });

  const lock = await HostLock.acquire(url, account);
  const opened = await openPostgres(url, lock);
  expect(await everythingIn(opened.history)).toEqual(before);
  expect(opened.settings.read()).toMatchObject({ poolSize: 3 });
  expect(await opened.history.addMessage(account, messageOf({ sid: sidOf(7) }))).toBe('duplicate');
  await opened.history.close();
  await lock.release();
});
