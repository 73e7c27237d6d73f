import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import type { Message } from '../../../electron/contract/state.ts';
import type { History } from '../../../electron/core/ports.ts';
import { tempFolder, thrownFailure } from '../harness.ts';
import { account, failure, historyForTest, messageOf, otherAccount } from './harness.ts';

/** The schema as versions 1 and 2 made it. */
const version1 = `
  CREATE TABLE messages (
    sid TEXT PRIMARY KEY, account TEXT NOT NULL, sender TEXT NOT NULL, recipient TEXT NOT NULL, body TEXT NOT NULL,
    received_at TEXT NOT NULL, lease_id TEXT, code TEXT, candidates TEXT NOT NULL, service TEXT, source TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX messages_by_time ON messages (account, received_at DESC, sid DESC);
  CREATE INDEX messages_by_lease ON messages (lease_id, received_at DESC) WHERE lease_id IS NOT NULL;
  CREATE TABLE leases (
    id TEXT PRIMARY KEY, account TEXT NOT NULL, request_id TEXT NOT NULL, state TEXT NOT NULL,
    started_at INTEGER NOT NULL, record TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX leases_by_time ON leases (account, started_at DESC);
  CREATE INDEX leases_by_request ON leases (account, request_id, started_at DESC);
  PRAGMA user_version = 1;`;
const version2 = `${version1}
  ALTER TABLE messages ADD COLUMN reason TEXT NOT NULL DEFAULT '';
  PRAGMA user_version = 2;`;

const oldHolding =
  '{"number":"+919000012345","numberSid":"PN11111111111111111111111111111111","type":"mobile","monthlyPrice":{"amount":"3.45","currency":"USD"},"smsUrl":"https://hooks.example/webhook"}';

/** Lives as version 2 wrote them. */
const oldLives = {
  buying: '{"state":"buying","endWanted":true}',
  active: `{"state":"active","holding":${oldHolding},"expiresAt":1060}`,
  expired: `{"state":"expired","holding":${oldHolding},"expiresAt":1060}`,
  releasing: `{"state":"releasing","holding":${oldHolding},"expiresAt":1060,"attempts":2,"problem":${JSON.stringify(failure)}}`,
  released: `{"state":"released","holding":${oldHolding},"expiresAt":1060,"releasedAt":1061}`,
  failed: `{"state":"failed","failure":${JSON.stringify(failure)},"failedAt":1001}`,
};

function oldRecord(id: keyof typeof oldLives, startedAt: number, owner = account): string {
  return `{"id":"${id}","account":"${owner}","requestId":"request-${id}","country":"IN","label":"a “test”","policy":"release","ttlSeconds":60,"startedAt":${startedAt},"life":${oldLives[id]}}`;
}

function oldFile(schema: string, leases: string[] = []): string {
  const file = join(tempFolder(), 'history.db');
  const db = new DatabaseSync(file);
  db.exec(schema);
  const insert = db.prepare('INSERT INTO leases VALUES (?, ?, ?, ?, ?, ?)');
  for (const text of leases) {
    const record = JSON.parse(text) as { [name: string]: string } & { startedAt: number; life: { state: string } };
    const { id = '', account: owner = '', requestId = '', startedAt, life } = record;
    insert.run(id, owner, requestId, life.state, startedAt, text);
  }
  db.close();
  return file;
}

const leased = {
  number: '+919000012345',
  numberSid: `PN${'1'.repeat(32)}`,
  type: 'mobile',
  monthlyPrice: { amount: '3.45', currency: 'USD' },
};
const holding = {
  ...leased,
  smsUrl: 'https://hooks.example/webhook',
  boughtAt: 1000,
  nextBillAt: null,
  before: null,
  diverted: false,
  holdUntil: null,
};

async function migrated(state: keyof typeof oldLives): Promise<History> {
  return historyForTest(oldFile(version2, [oldRecord(state, 1000)])).history;
}

describe('a lease of version 2', () => {
  it.each([
    ['buying', { state: 'buying', endWanted: true }],
    ['active', { state: 'active', leased, expiresAt: 1060 }],
    ['expired', { state: 'ended', leased, expiresAt: 1060 }],
    ['releasing', { state: 'ended', leased, expiresAt: 1060 }],
    ['released', { state: 'ended', leased, expiresAt: 1060 }],
    ['failed', { state: 'failed', failure, failedAt: 1001 }],
  ] as const)('that was %s goes on where it was', async (state, life) => {
    const history = await migrated(state);
    expect((await history.leases(account)).map(({ record }) => record)).toEqual([
      {
        id: state,
        account,
        requestId: `request-${state}`,
        holder: null,
        numberId: state,
        country: 'IN',
        label: 'a “test”',
        service: null,
        policy: 'release',
        reused: false,
        ttlSeconds: 60,
        startedAt: 1000,
        life,
      },
    ]);
    expect(await history.leaseByRequest(account, `request-${state}`)).toMatchObject({ id: state, life });
  });

  it.each([
    [
      'buying',
      {
        state: 'buying',
        candidate: null,
        numberType: null,
        sentAt: 1000,
        price: null,
        problem: null,
        unansweredAt: null,
      },
    ],
    ['active', { state: 'owned', holding, idleSince: null }],
    ['expired', { state: 'owned', holding, idleSince: 1060 }],
    ['releasing', { state: 'releasing', holding, attempts: 2, problem: failure }],
    ['released', { state: 'released', holding, releasedAt: 1061, how: 'released' }],
    ['failed', { state: 'failed', failure, failedAt: 1001 }],
  ] as const)('that was %s leaves a number with its name and its state', async (state, life) => {
    const history = await migrated(state);
    expect(await history.numberById(account, state)).toEqual({
      id: state,
      account,
      friendlyName: `otp-dock ${state}`,
      origin: 'lease',
      policy: 'release',
      country: 'IN',
      leaseId: state,
      leases: 'holding' in life ? 1 : 0,
      createdAt: 1000,
      life,
    });
    const isOver = life.state === 'released' || life.state === 'failed';
    expect(await history.numbers(account)).toHaveLength(isOver ? 0 : 1);
  });

  it('is found by its end and its number', async () => {
    const history = await migrated('released');
    expect(await history.leasesSince(account, 1060)).toEqual([
      { country: 'IN', type: 'mobile', startedAt: 1000, endedAt: 1060 },
    ]);
    expect(await history.leasesSince(account, 1061)).toEqual([]);
    expect(await history.servicesOf(account, leased.number)).toEqual([]);
  });
});

describe('the ledger of a history from before there was one', () => {
  it('tells what was bought and given back, in the order of time', async () => {
    const leases = [
      oldRecord('released', 1000),
      oldRecord('active', 900),
      oldRecord('buying', 950),
      oldRecord('failed', 960),
      oldRecord('expired', 10, otherAccount),
    ];
    const { history } = historyForTest(oldFile(version2, leases));
    const { entries } = await history.ledger(account, { limit: 10 });
    const entry = {
      number: leased.number,
      numberSid: leased.numberSid,
      country: 'IN',
      label: 'a “test”',
      holder: null,
      note: null,
    };
    const amount = { amount: '3.45', currency: 'USD' };
    expect(entries.map(({ id: _id, ...rest }) => rest)).toEqual([
      { ...entry, at: '1970-01-01T00:00:01.061Z', kind: 'released', leaseId: 'released', amount: null },
      { ...entry, at: '1970-01-01T00:00:01.000Z', kind: 'purchase', leaseId: 'released', amount },
      { ...entry, at: '1970-01-01T00:00:00.900Z', kind: 'purchase', leaseId: 'active', amount },
    ]);
    expect(await history.charges(account, 950)).toEqual([{ at: 1000, amount, holder: null }]);
    expect((await history.ledger(otherAccount, { limit: 10 })).entries).toHaveLength(1);
  });
});

describe('a history of version 1', () => {
  it('is opened with all its messages, which have no reasons, and its leases', async () => {
    const file = oldFile(version1, [oldRecord('active', 1000)]);
    const db = new DatabaseSync(file);
    const { sid, from, to, body, receivedAt, code, candidates } = messageOf();
    db.prepare('INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
      ...[sid, account, from, to, body, receivedAt, 'active', code, JSON.stringify(candidates), null, 'webhook'],
    );
    db.close();
    const { history, reopen } = historyForTest(file);
    const check = async (open: History): Promise<void> => {
      expect((await open.messages({ account, limit: 5 })).messages).toEqual([
        messageOf({ leaseId: 'active', reason: '' }),
      ]);
      expect(await open.leases(account)).toMatchObject([{ record: { id: 'active' }, latestCode: { code: '123456' } }]);
      expect((await open.ledger(account, { limit: 5 })).entries).toHaveLength(1);
    };
    await check(history);
    await check(await reopen());
  });
});

describe('a history of version 3', () => {
  it('is opened with its messages in their order, and they are found', async () => {
    const { file, history } = historyForTest(oldFile(version2, [oldRecord('active', 1000)]));
    await history.close();
    const messages = version3(file);
    const { history: open, reopen } = historyForTest(file);
    const check = async (now: History): Promise<void> => {
      expect((await now.messages({ account, limit: 9 })).messages).toEqual(messages.toReversed());
      const first = await now.messages({ account, limit: 2, search: 'código' });
      const second = await now.messages({ account, limit: 2, search: 'código', before: first.next ?? '' });
      expect([...first.messages, ...second.messages]).toEqual(messages.slice(1).toReversed());
      expect((await now.messages({ account, limit: 9, search: '“test”' })).messages).toEqual([messages[1]]);
    };
    await check(open);
    await check(await reopen());
  });
});

/** Takes the steps from the fourth on back, and writes messages as version 3 did; two are of the same instant. Oldest first. */
function version3(file: string): Message[] {
  const db = new DatabaseSync(file);
  const names = db.prepare(
    `SELECT type, name FROM sqlite_schema WHERE name IN ('messages', 'deleted_messages', 'message_texts', 'unindexed_messages')`,
  );
  for (const { name } of names.all()) db.exec(`DROP TABLE ${String(name)}`);
  db.exec(
    `DROP TABLE tokens; DROP INDEX leases_by_holder; ALTER TABLE leases DROP COLUMN holder;
     ALTER TABLE ledger DROP COLUMN holder;`,
  );
  db.exec(`
    CREATE TABLE messages (
      sid TEXT PRIMARY KEY, account TEXT NOT NULL, sender TEXT NOT NULL, recipient TEXT NOT NULL, body TEXT NOT NULL,
      received_at TEXT NOT NULL, lease_id TEXT, code TEXT, candidates TEXT NOT NULL, service TEXT, source TEXT NOT NULL,
      reason TEXT NOT NULL DEFAULT ''
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX messages_by_time ON messages (account, received_at DESC, sid DESC);
    CREATE INDEX messages_by_lease ON messages (lease_id, received_at DESC) WHERE lease_id IS NOT NULL;
    CREATE INDEX messages_by_recipient ON messages (account, recipient, received_at);
    PRAGMA user_version = 3;`);
  const at = (second: number) => `2026-03-01T12:00:0${second}.123Z`;
  const messages = [
    messageOf({ sid: 'SM1', receivedAt: at(0) }),
    messageOf({ sid: 'SM4', receivedAt: at(1), body: 'Su CÓDIGO es 1', leaseId: 'active' }),
    messageOf({ sid: 'SM2', receivedAt: at(2), body: 'Su código es 2' }),
    messageOf({ sid: 'SM3', receivedAt: at(2), body: 'Su código es 3' }),
  ];
  const insert = db.prepare('INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const { sid, from, to, body, receivedAt, leaseId, code, candidates, reason } of messages.toReversed()) {
    const found = JSON.stringify(candidates);
    insert.run(sid, account, from, to, body, receivedAt, leaseId, code, found, null, 'webhook', reason);
  }
  db.close();
  return messages;
}

describe('a step that fails', () => {
  it('leaves the history as it was, for another try', () => {
    const file = oldFile(version2, [oldRecord('active', 1000)]);
    const db = new DatabaseSync(file);
    db.exec(`INSERT INTO leases VALUES ('broken', 'AC', 'r', 'active', 1, 'no JSON')`);
    db.close();
    expect(thrownFailure(() => openHistory(file))).toMatchObject({ code: 'STORAGE_FAILED' });
    const again = new DatabaseSync(file);
    expect(again.prepare('PRAGMA user_version').get()).toEqual({ user_version: 2 });
    expect(again.prepare(`SELECT name FROM sqlite_schema WHERE name = 'numbers'`).all()).toEqual([]);
    again.exec(`DELETE FROM leases WHERE id = 'broken'`);
    again.close();
    expect(historyForTest(file).history.recovered).toBeNull();
  });
});
