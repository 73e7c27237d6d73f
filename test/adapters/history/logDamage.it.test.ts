import { copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLogDamaged } from '../../../electron/adapters/history/logDamage.ts';
import type { History } from '../../../electron/core/ports.ts';
import { forAll } from '../../support/runs.ts';
import { modeOf, tempFolder } from '../harness.ts';
import { account, historyForTest, messageOf, sidOf } from './harness.ts';

const frame = 24 + 4096;
const damagedBytes = 64;

/** What a host leaves that is killed now: a copy of the file and its log, in a folder of their own. */
function killed(file: string): string {
  const copy = join(tempFolder(), 'history.db');
  for (const end of ['', '-wal']) copyFileSync(file + end, copy + end);
  return copy;
}

async function receive(history: History, from: number, to: number): Promise<void> {
  for (let index = from; index < to; index += 1) await history.addMessage(account, messageOf({ sid: sidOf(index) }));
}

/** As a host leaves it that was killed while messages came. */
async function killedHistory(messages = 30): Promise<string> {
  const { file, history } = historyForTest();
  await receive(history, 0, messages);
  return killed(file);
}

function damage(file: string, at: number): void {
  const bytes = readFileSync(file);
  for (let index = at; index < at + damagedBytes; index += 1) bytes[index] = (bytes[index] ?? 0) ^ (0x5a + (index % 7));
  writeFileSync(file, bytes);
}

const countIn = async (history: History) => (await history.countMessages(account, {})).count;

describe('a log of the history that was damaged', () => {
  it('is told, kept as it was, and told once', async () => {
    const file = await killedHistory();
    const written = statSync(file).mtime.toISOString();
    damage(`${file}-wal`, 32 + 10 * frame + 2_000);
    const log = readFileSync(`${file}-wal`);
    const { history, reopen } = historyForTest(file);
    expect(await countIn(history)).toBeLessThan(30);
    expect(history.recovered).toBeNull();
    expect(history.logDamage).toEqual({ since: written, keptIn: expect.stringContaining(dirname(file)) });
    const { keptIn = '' } = history.logDamage ?? {};
    expect(readFileSync(keptIn).equals(log)).toBe(true);
    if (process.platform !== 'win32') expect(modeOf(keptIn)).toBe(0o600);
    await receive(history, 100, 105);
    expect(historyForTest(killed(file)).history.logDamage).toBeNull();
    expect((await reopen()).logDamage).toBeNull();
  });

  it('is told wherever the damage is before what was written last', async () => {
    const file = await killedHistory();
    const log = readFileSync(`${file}-wal`);
    const lastFrame = log.length - frame;
    await forAll(60, [fc.integer({ min: 0, max: lastFrame - damagedBytes })], async (at) => {
      const copy = join(dirname(file), 'copy-wal');
      writeFileSync(copy, log);
      damage(copy, at);
      expect(isLogDamaged(copy)).toBe(true);
    });
  });

  it.each([0, 8, 16, 24])('is told when its header is wrong from byte %i on', async (at) => {
    const file = await killedHistory();
    damage(`${file}-wal`, at);
    const { history } = historyForTest(file);
    expect([history.logDamage === null, await countIn(history)]).toEqual([false, 0]);
  });
});

describe('a log of the history that is whole', () => {
  it('is no damage after a kill, and has every message', async () => {
    const { history } = historyForTest(await killedHistory());
    expect([history.logDamage, await countIn(history)]).toEqual([null, 30]);
  });

  it('is no damage wherever a kill has cut it off', async () => {
    const { file, history } = historyForTest();
    await receive(history, 0, 10);
    const copy = killed(file);
    const { size } = statSync(`${copy}-wal`);
    for (let at = size; at > 32; at -= 1_371) {
      truncateSync(`${copy}-wal`, at);
      expect(isLogDamaged(`${copy}-wal`), String(at)).toBe(false);
    }
  });

  it('is no damage where the end of an older one is left behind it', async () => {
    const { file, history } = historyForTest();
    let size = 0;
    // Until it has begun anew: it is no longer than before then, with what is left of the one before at its end.
    for (let index = 0; index < 200; index += 1) {
      await receive(history, index, index + 1);
      if (statSync(file).size > 20 * 4096 && size === 0) size = statSync(`${file}-wal`).size;
    }
    expect(size).toBeGreaterThan(0);
    const copy = killed(file);
    expect(isLogDamaged(`${copy}-wal`)).toBe(false);
    expect(await countIn(historyForTest(copy).history)).toBe(200);
  });

  it('is no damage when the run before was killed in the middle of a change', async () => {
    const file = await killedHistory();
    truncateSync(`${file}-wal`, statSync(`${file}-wal`).size - frame);
    const { history } = historyForTest(file);
    await receive(history, 100, 102);
    expect(historyForTest(killed(file)).history.logDamage).toBeNull();
  });

  it('is emptied into the file when nothing more comes, so that nothing of it can be lost', async () => {
    const { file, history } = historyForTest();
    await receive(history, 0, 5);
    await expect.poll(() => statSync(`${file}-wal`).size).toBe(0);
    const copy = join(tempFolder(), 'history.db');
    copyFileSync(file, copy);
    expect(await countIn(historyForTest(copy).history)).toBe(5);
  });
});
