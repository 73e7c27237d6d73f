import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openHistory } from '../../../electron/adapters/history/sqliteHistory.ts';
import { modeOf, tempFolder, thrownFailure } from '../harness.ts';
import { account, historyForTest, leaseOf, messageOf, sidOf } from './harness.ts';

describe('the file of the history', () => {
  it.skipIf(process.platform === 'win32')(
    'and all that is beside it can be read by its owner alone, also in a folder that is open to others',
    async () => {
      const folder = tempFolder();
      chmodSync(folder, 0o755);
      const { history } = historyForTest(join(folder, 'history.db'));
      await history.addMessage(account, messageOf());
      const files = readdirSync(folder).map((name) => [name, modeOf(join(folder, name)).toString(8)]);
      expect(files).toContainEqual(['history.db-wal', '600']);
      expect(files.filter(([, mode]) => mode !== '600')).toEqual([]);
    },
  );

  it.skipIf(process.platform === 'win32')('is closed to others when it was open, and its folder is made closed', () => {
    const file = join(tempFolder(), 'data', 'history.db');
    historyForTest(file);
    expect(modeOf(dirname(file))).toBe(0o700);
    const loose = join(tempFolder(), 'history.db');
    writeFileSync(loose, '', { mode: 0o644 });
    historyForTest(loose);
    expect(modeOf(loose)).toBe(0o600);
  });

  it('is used by one host at a time, and the second is told so', async () => {
    const { file, history } = historyForTest();
    const failure = thrownFailure(() => openHistory(file));
    expect(failure).toMatchObject({
      code: 'HOST_RUNNING',
      message: expect.toSay(dirname(file)),
      hint: expect.toSay('OTP_DOCK_DATA_DIR'),
    });
    expect(await history.addMessage(account, messageOf())).toBe('stored');
  });

  it('is free again after a host was killed, and has all that was acknowledged', async () => {
    const file = join(tempFolder(), 'history.db');
    const adapter = new URL('../../../electron/adapters/history/sqliteHistory.ts', import.meta.url).href;
    const script = `
      const { openHistory } = await import(${JSON.stringify(adapter)});
      const history = openHistory(${JSON.stringify(file)});
      const message = ${JSON.stringify(messageOf())};
      for (let i = 0; i < 20; i += 1) await history.addMessage('${account}', { ...message, sid: 'SM' + String(i).padStart(32, '0') });
      console.log('stored');
      setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout, 'data');
    expect(thrownFailure(() => openHistory(file)).code).toBe('HOST_RUNNING');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { history } = historyForTest(file);
    expect((await history.messages({ account, limit: 50 })).messages.map(({ sid }) => sid)).toEqual(
      Array.from({ length: 20 }, (_, i) => sidOf(19 - i)),
    );
  });

  it('is let go when it is refused for its version', async () => {
    const { file, history } = historyForTest();
    await history.commit(account, { leases: [leaseOf()] });
    await history.close();
    const inUse = versionSet(file, 99);
    expect(thrownFailure(() => openHistory(file)).code).toBe('STORAGE_FAILED');
    versionSet(file, inUse);
    expect(await historyForTest(file).history.leases(account)).toHaveLength(1);
  });

  it('in a place where none can be says which place', () => {
    const folder = tempFolder();
    mkdirSync(join(folder, 'history.db'));
    const failure = thrownFailure(() => openHistory(join(folder, 'history.db')));
    expect(failure).toMatchObject({ code: 'STORAGE_FAILED', message: expect.toSay(folder) });
  });
});

/** Sets the version; answers what it was. */
function versionSet(file: string, version: number): number {
  const db = new DatabaseSync(file);
  const was = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  db.exec(`PRAGMA user_version = ${version}`);
  db.close();
  return was;
}
