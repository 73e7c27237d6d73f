import {
  closeSync,
  copyFileSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modeOf, tempFolder } from '../harness.ts';
import { account, entryOf, historyForTest, leaseOf, messageOf, sidOf } from './harness.ts';

const pageSize = 4096;

/** A closed history of many pages. */
async function filledHistory(): Promise<string> {
  const { file, history } = historyForTest();
  const text = 'word '.repeat(100);
  for (let i = 0; i < 200; i += 1) await history.addMessage(account, messageOf({ sid: sidOf(i), body: text }));
  await history.commit(account, { leases: [leaseOf()], entries: [entryOf()] });
  await history.close();
  return file;
}

function overwrite(file: string, position: number, bytes: Buffer): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, bytes, 0, bytes.length, position);
  closeSync(descriptor);
}

describe('a damaged history', () => {
  it.each([
    ['is no database at all', (file: string) => writeFileSync(file, 'somebody may want this back\n'.repeat(500))],
    ['has a spoilt header', (file: string) => overwrite(file, 0, Buffer.alloc(100, 'x'))],
    ['has a spoilt page in the middle', spoilMiddle],
    ['is cut off', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 10 * pageSize))],
  ])('that %s is put aside as it is, and a new one begins', async (_what, damage) => {
    const file = await filledHistory();
    damage(file);
    const before = readFileSync(file);
    const { history, reopen } = historyForTest(file);
    const movedTo = history.recovered?.movedTo ?? '';
    expect(dirname(movedTo)).toBe(dirname(file));
    expect(movedTo).toMatch(/history\.damaged-\d{4}-\d\d-\d\dT[\d-]+Z\.db$/);
    expect(readFileSync(movedTo).equals(before)).toBe(true);
    expect(await history.messages({ account, limit: 5 })).toEqual({ messages: [], next: null });
    await history.commit(account, { leases: [leaseOf({ id: 'new' })] });
    const again = await reopen();
    expect(again.recovered).toBeNull();
    expect((await again.leases(account)).map(({ record }) => record.id)).toEqual(['new']);
  });

  it('takes its log along, which holds what was written last', async () => {
    const folder = tempFolder();
    const [source, file] = [join(folder, 'source.db'), join(folder, 'history.db')];
    const { history } = historyForTest(source);
    for (let i = 0; i < 50; i += 1) await history.addMessage(account, messageOf({ sid: sidOf(i) }));
    // As a crash leaves it: the log is not yet in the file.
    copyFileSync(`${source}-wal`, `${file}-wal`);
    const log = readFileSync(`${file}-wal`);
    // A log without its beginning is none to SQLite, so that the file decides.
    log.fill(0, 0, 32);
    writeFileSync(`${file}-wal`, log);
    writeFileSync(file, 'garbage'.repeat(1_000), { mode: 0o600 });
    const { history: again } = historyForTest(file);
    const movedTo = again.recovered?.movedTo ?? '';
    expect(readFileSync(`${movedTo}-wal`).equals(log)).toBe(true);
    expect(await again.messages({ account, limit: 5 })).toEqual({ messages: [], next: null });
  });

  it.skipIf(process.platform === 'win32')('and the new one can be read by their owner alone', async () => {
    const file = await filledHistory();
    spoilMiddle(file);
    historyForTest(file);
    const files = readdirSync(dirname(file)).map((name) => [name, modeOf(join(dirname(file), name)).toString(8)]);
    expect(files.length).toBeGreaterThanOrEqual(2);
    expect(files.filter(([, mode]) => mode !== '600')).toEqual([]);
  });
});

describe('a history that is whole', () => {
  it('is not put aside', async () => {
    const { file, reopen } = historyForTest();
    expect((await reopen()).recovered).toBeNull();
    expect(readdirSync(dirname(file)).filter((name) => name.includes('damaged'))).toEqual([]);
  });

  it('is new where the file is empty', () => {
    const file = join(tempFolder(), 'history.db');
    writeFileSync(file, '');
    expect(historyForTest(file).history.recovered).toBeNull();
  });
});

function spoilMiddle(file: string): void {
  const pages = statSync(file).size / pageSize;
  expect(pages).toBeGreaterThan(20);
  overwrite(file, Math.floor(pages / 2) * pageSize, Buffer.alloc(pageSize, 0xa5));
}
