import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { beginStart } from '../../../electron/main/start/startAttempt.ts';
import { tempFolder } from '../../adapters/harness.ts';

describe('a start', () => {
  it('is asked about after two in a row that came to nothing', () => {
    const dataDir = tempFolder();
    expect([1, 2, 3, 4].map(() => beginStart(dataDir).failedTwice)).toEqual([false, false, true, true]);
  });

  it('that got where it should leaves nothing behind', () => {
    const dataDir = tempFolder();
    beginStart(dataDir);
    beginStart(dataDir).settled();
    expect(readdirSync(dataDir)).toEqual([]);
    expect([1, 2].map(() => beginStart(dataDir).failedTwice)).toEqual([false, false]);
  });

  it.each(['', 'rubbish', '-3', '1e999'])('is not asked about for a count that makes no sense: %s', (text) => {
    const dataDir = tempFolder();
    writeFileSync(join(dataDir, 'unfinished-starts'), text);
    expect(beginStart(dataDir).failedTwice).toBe(false);
  });

  it('goes on where the folder cannot be written', () => {
    const dataDir = tempFolder();
    chmodSync(dataDir, 0o500);
    const attempt = beginStart(join(dataDir, 'missing'));
    attempt.settled();
    expect(attempt.failedTwice).toBe(false);
    chmodSync(dataDir, 0o700);
  });
});
