import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { preparePrivateFolder, readPrivateFile, writePrivateFile } from '../../electron/adapters/privateFiles.ts';
import { openToken } from '../../electron/api/token.ts';
import { modeOf, tempFolder, thrownFailure } from './harness.ts';

const someToken = 'x'.repeat(43);

describe.skipIf(process.platform === 'win32')('the data folder', () => {
  it('is made for its owner alone', () => {
    const folder = join(tempFolder(), 'new', 'data');
    preparePrivateFolder(folder);
    expect(modeOf(folder)).toBe(0o700);
  });

  it.each([0o777, 0o775, 0o755, 0o750])('that was open to others (%o) is shut', (mode) => {
    const folder = tempFolder();
    chmodSync(folder, mode);
    preparePrivateFolder(folder);
    expect(modeOf(folder)).toBe(0o700);
  });

  it('of another user is refused, with a way out', () => {
    const folder = join(tempFolder(), 'theirs');
    mkdirSync(folder);
    // Who may give folders away is root, whose folders are trusted.
    if (process.getuid!() === 0) chownSync(folder, 4_321, 4_321);
    expect(thrownFailure(() => preparePrivateFolder(folder, statSync(folder).uid + 1))).toMatchObject({
      code: 'STORAGE_FAILED',
      message: expect.stringContaining('another user'),
      hint: expect.stringContaining('OTP_DOCK_DATA_DIR'),
    });
  });
});

describe.skipIf(process.platform === 'win32')('a private file', () => {
  it('takes the place of a link, and what the link leads to stays as it was', () => {
    const folder = tempFolder();
    const [file, target] = [join(folder, 'file'), join(folder, 'target')];
    writeFileSync(target, 'theirs');
    symlinkSync(target, file);
    writePrivateFile(file, 'ours');
    expect([lstatSync(file).isSymbolicLink(), modeOf(file)]).toEqual([false, 0o600]);
    expect([readFileSync(file, 'utf8'), readFileSync(target, 'utf8')]).toEqual(['ours', 'theirs']);
  });

  it('is written past a draft that somebody has laid out', () => {
    const folder = tempFolder();
    const [file, target] = [join(folder, 'file'), join(folder, 'target')];
    symlinkSync(target, `${file}.new`);
    writePrivateFile(file, 'ours');
    expect([readFileSync(file, 'utf8'), existsSync(target)]).toEqual(['ours', false]);
  });

  it('is read only as long as nobody else could have', () => {
    const file = join(tempFolder(), 'file');
    writePrivateFile(file, 'ours');
    const { uid } = statSync(file);
    expect([readPrivateFile(file), readPrivateFile(file, uid + 1)]).toEqual(['ours', null]);
    for (const mode of [0o640, 0o604, 0o620, 0o602]) {
      chmodSync(file, mode);
      expect(readPrivateFile(file), mode.toString(8)).toBeNull();
    }
  });
});

describe.skipIf(process.platform === 'win32')('the token of the API', () => {
  it('that others could read is replaced', () => {
    const file = join(tempFolder(), 'api-token');
    writeFileSync(file, someToken, { mode: 0o644 });
    expect(openToken(file)).not.toBe(someToken);
    expect(modeOf(file)).toBe(0o600);
  });

  it('behind a link is replaced, and the link with it', () => {
    const folder = tempFolder();
    const [file, target] = [join(folder, 'api-token'), join(folder, 'target')];
    writeFileSync(target, someToken, { mode: 0o600 });
    symlinkSync(target, file);
    expect(openToken(file)).not.toBe(someToken);
    expect([lstatSync(file).isSymbolicLink(), readFileSync(target, 'utf8')]).toEqual([false, someToken]);
  });

  it('stays what it was where it was kept well, and is another for each folder', () => {
    const [file, other] = [join(tempFolder(), 'api-token'), join(tempFolder(), 'api-token')];
    const token = openToken(file);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(openToken(file)).toBe(token);
    expect(openToken(other)).not.toBe(token);
  });
});
