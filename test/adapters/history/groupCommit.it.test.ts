import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { GroupCommit } from '../../../electron/adapters/history/groupCommit.ts';
import { failureOf } from '../harness.ts';
import { account, historyForTest, historyInMemory, leaseOf, messageOf, sidOf } from './harness.ts';

const anywhere = () => undefined;

function tableForTest() {
  const db = new DatabaseSync(':memory:');
  onTestFinished(() => db.close());
  db.exec('CREATE TABLE things (name TEXT UNIQUE)');
  const insert = db.prepare('INSERT INTO things VALUES (?)');
  const names = () => db.prepare('SELECT name FROM things').all();
  return { db, add: (name: string) => () => insert.run(name).changes, names };
}

describe('what is written in one turn', () => {
  it('is written in one transaction, and told when that is done', async () => {
    const { db, add, names } = tableForTest();
    const exec = vi.spyOn(db, 'exec');
    const group = new GroupCommit(db, anywhere);
    const all = ['a', 'b', 'c'].map((name) => group.add(add(name)).then(() => db.isTransaction));
    expect(names()).toEqual([]);
    expect(await Promise.all(all)).toEqual([false, false, false]);
    expect(names()).toEqual([{ name: 'a' }, { name: 'b' }, { name: 'c' }]);
    expect(exec.mock.calls.flat()).toEqual(['BEGIN IMMEDIATE', 'COMMIT']);
  });

  async function afterCrowd() {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const table = tableForTest();
    const group = new GroupCommit(table.db, anywhere);
    await Promise.all(['a', 'b', 'c', 'd'].map((name) => group.add(table.add(name))));
    return { ...table, group };
  }

  it('is written with what the next milliseconds bring, while much comes in', async () => {
    const { db, group, add, names } = await afterCrowd();
    const exec = vi.spyOn(db, 'exec');
    const first = group.add(add('e'));
    await new Promise((resolve) => setImmediate(resolve));
    const second = group.add(add('f'));
    expect(names()).toHaveLength(4);
    vi.runAllTimers();
    await Promise.all([first, second]);
    expect(exec.mock.calls.flat()).toEqual(['BEGIN IMMEDIATE', 'COMMIT']);
    expect(names()).toHaveLength(6);
  });

  it('waits no longer once as much has come as before', async () => {
    const { group, add, names } = await afterCrowd();
    await Promise.all(['e', 'f', 'g', 'h'].map((name) => group.add(add(name))));
    expect(names()).toHaveLength(8);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('fails alone when it fails', async () => {
    const { db, add, names } = tableForTest();
    const group = new GroupCommit(db, anywhere);
    const all = await Promise.allSettled(['a', 'a', 'b'].map((name) => group.add(add(name))));
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(names()).toEqual([{ name: 'a' }, { name: 'b' }]);
  });

  it('fails together when the disk takes none of it, and what comes later is written', async () => {
    const { db, add, names } = tableForTest();
    const group = new GroupCommit(db, anywhere);
    const exec = db.exec.bind(db);
    const broken = vi.spyOn(db, 'exec').mockImplementation((sql) => {
      if (sql === 'COMMIT') throw new Error('disk I/O error');
      exec(sql);
    });
    const all = await Promise.allSettled(['a', 'b'].map((name) => group.add(add(name))));
    expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken.mockRestore();
    await group.add(add('c'));
    expect(names()).toEqual([{ name: 'c' }]);
  });
});

describe('a message that is not on the disk yet', () => {
  it('is seen by everything that is asked for after it', async () => {
    const history = historyInMemory();
    const stored = history.addMessage(account, messageOf());
    const page = await history.messages({ account, limit: 10 });
    expect(page.messages.map(({ sid }) => sid)).toEqual([sidOf(1)]);
    expect(await stored).toBe('stored');
  });

  it('is given to the lease that is begun just after it', async () => {
    const history = historyInMemory();
    const message = messageOf();
    const stored = history.addMessage(account, message);
    await history.commit(account, { leases: [leaseOf()] });
    const adopted = await history.adoptMessages(account, message.to, '2026-03-01T11:59:00Z', 'lease-1');
    expect(adopted.map(({ leaseId }) => leaseId)).toEqual(['lease-1']);
    expect(await stored).toBe('stored');
  });

  it('is there after the history is closed', async () => {
    const { history, reopen } = historyForTest();
    const stored = history.addMessage(account, messageOf());
    const again = await reopen();
    expect(await stored).toBe('stored');
    expect((await again.messages({ account, limit: 10 })).messages).toHaveLength(1);
  });

  it('is refused when the history is closed', async () => {
    const { history } = historyForTest();
    await history.close();
    expect((await failureOf(history.addMessage(account, messageOf()))).code).toBe('STORAGE_FAILED');
  });
});
