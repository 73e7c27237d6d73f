import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeDataDir } from '../../electron/adapters/dataDir.ts';
import { setHistoryAside } from '../../electron/adapters/history/setAside.ts';
import { openHistory } from '../../electron/adapters/history/sqliteHistory.ts';
import { createLogger, logFolder } from '../../electron/adapters/log/logger.ts';
import {
  preparePrivateFolder,
  readPrivateFile,
  securePrivateFile,
  writePrivateFile,
} from '../../electron/adapters/privateFiles.ts';
import { createConfStore } from '../../electron/adapters/settings/confStore.ts';
import { createFileSecrets } from '../../electron/adapters/settings/fileSecrets.ts';
import { resetSettingsFile } from '../../electron/adapters/settings/reset.ts';
import { openSettings } from '../../electron/adapters/settings/store.ts';
import { openPurse } from '../../electron/cli/purse.ts';
import { openToken, readToken } from '../../electron/api/token.ts';
import { failureOf, modeOf, tempFolder, thrownFailure } from './harness.ts';

const someToken = 'x'.repeat(43);

/** A folder in which a name is a link to something that lies beside it. */
function linkIn(name: string, content: string | null, mode = 0o600) {
  const folder = tempFolder();
  const [link, target] = [join(folder, name), join(folder, 'target')];
  if (content !== null) writeFileSync(target, content, { mode });
  symlinkSync(target, link);
  return { folder, link, target };
}

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

  it('that is a link is refused, with a way out, and nothing is made where it leads', () => {
    const { link: folder, target } = linkIn('data', null);
    const refused = {
      code: 'STORAGE_FAILED',
      message: expect.toSay(`${folder} is a link`),
      hint: expect.toSay('OTP_DOCK_DATA_DIR'),
    };
    expect(thrownFailure(() => makeDataDir(folder))).toMatchObject(refused);
    mkdirSync(target, { mode: 0o755 });
    chmodSync(target, 0o755);
    expect(thrownFailure(() => makeDataDir(folder))).toMatchObject(refused);
    expect(thrownFailure(() => makeDataDir(`${folder}/`))).toMatchObject({ code: 'STORAGE_FAILED' });
    expect(thrownFailure(() => openSettings(folder, createConfStore))).toMatchObject(refused);
    expect(thrownFailure(() => openHistory(join(folder, 'history.db')))).toMatchObject(refused);
    expect([modeOf(target), readdirSync(target)]).toEqual([0o755, []]);
  });

  it('may lie below a link, as temporary folders do', () => {
    const above = tempFolder();
    mkdirSync(join(above, 'real'));
    symlinkSync(join(above, 'real'), join(above, 'link'));
    makeDataDir(join(above, 'link', 'data'));
    expect(modeOf(join(above, 'real', 'data'))).toBe(0o700);
  });

  it('is shut with all that is in it but the token, whose openness has to be seen', () => {
    const folder = tempFolder();
    for (const name of ['logs', 'secrets', 'other']) mkdirSync(join(folder, name));
    const theirs = join(tempFolder(), 'theirs');
    const ours = ['settings.json', 'history.db-wal', 'api-token', 'logs/otp-dock.1.log', 'secrets/twilio'];
    const open = [...ours, 'other/file'];
    for (const file of [theirs, ...open.map((name) => join(folder, name))]) {
      writeFileSync(file, '');
      chmodSync(file, 0o644);
    }
    for (const name of ['logs', 'secrets']) chmodSync(join(folder, name), 0o755);
    symlinkSync(theirs, join(folder, 'link'));
    makeDataDir(folder);
    const modes = ['logs', 'secrets', ...open].map((name) => modeOf(join(folder, name)));
    expect(modes).toEqual([0o700, 0o700, 0o600, 0o600, 0o644, 0o600, 0o600, 0o644]);
    expect(modeOf(theirs)).toBe(0o644);
  });

  it('of another user is refused, with a way out', () => {
    const folder = join(tempFolder(), 'theirs');
    mkdirSync(folder);
    // Who may give folders away is root, whose folders are trusted.
    if (process.getuid!() === 0) chownSync(folder, 4_321, 4_321);
    expect(thrownFailure(() => preparePrivateFolder(folder, statSync(folder).uid + 1))).toMatchObject({
      code: 'STORAGE_FAILED',
      message: expect.toSay('another user'),
      hint: expect.toSay('OTP_DOCK_DATA_DIR'),
    });
  });
});

describe.skipIf(process.platform === 'win32')('a private file', () => {
  it('takes the place of a link, and what the link leads to stays as it was', () => {
    const { link: file, target } = linkIn('file', 'theirs');
    writePrivateFile(file, 'ours');
    expect([lstatSync(file).isSymbolicLink(), modeOf(file)]).toEqual([false, 0o600]);
    expect([readFileSync(file, 'utf8'), readFileSync(target, 'utf8')]).toEqual(['ours', 'theirs']);
  });

  it('is written past a draft that somebody has laid out', () => {
    const { folder, target } = linkIn('file.new', null);
    const file = join(folder, 'file');
    writePrivateFile(file, 'ours');
    expect([readFileSync(file, 'utf8'), existsSync(target)]).toEqual(['ours', false]);
  });

  it('of another user is refused, with a way out; what root made is trusted', () => {
    const file = join(tempFolder(), 'file');
    writePrivateFile(file, 'theirs');
    const { uid } = statSync(file);
    if (process.getuid!() === 0) chownSync(file, 4_321, 4_321);
    expect(thrownFailure(() => securePrivateFile(file, uid + 1))).toMatchObject({
      code: 'STORAGE_FAILED',
      message: expect.toSay(`${file} belongs to another user`),
      hint: expect.toSay(/\w/),
    });
    securePrivateFile(file, 0);
  });

  it('where a folder stands in its place says so', () => {
    for (const name of ['file', 'file.new']) {
      const folder = tempFolder();
      mkdirSync(join(folder, name));
      const failure = thrownFailure(() => writePrivateFile(join(folder, 'file'), 'ours'));
      expect(failure).toMatchObject({ code: 'STORAGE_FAILED', message: expect.toSay(join(folder, name)) });
    }
  });

  it('that cannot be written says so', () => {
    const file = join(tempFolder(), 'gone', 'file');
    expect(thrownFailure(() => writePrivateFile(file, 'ours'))).toMatchObject({
      code: 'STORAGE_FAILED',
      message: expect.toSay(`${file} could not be written (ENOENT)`),
    });
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
    const { link: file, target } = linkIn('api-token', someToken);
    expect([readToken(target), readToken(file)], 'it is read by nobody').toEqual([someToken, null]);
    expect(openToken(file)).not.toBe(someToken);
    expect([lstatSync(file).isSymbolicLink(), readFileSync(target, 'utf8')]).toEqual([false, someToken]);
  });

  it('cannot be kept where a folder has its name, which is said', () => {
    const file = join(tempFolder(), 'api-token');
    mkdirSync(file);
    expect(thrownFailure(() => openToken(file))).toMatchObject({
      code: 'STORAGE_FAILED',
      message: expect.toSay(`${file} is not a file`),
      hint: expect.toSay(/\w/),
    });
  });

  it('stays what it was where it was kept well, and is another for each folder', () => {
    const [file, other] = [join(tempFolder(), 'api-token'), join(tempFolder(), 'api-token')];
    const token = openToken(file);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(openToken(file)).toBe(token);
    expect(openToken(other)).not.toBe(token);
  });
});

/** What opens a file of the data folder, and says what it makes of it. */
const opened: [name: string, open: (folder: string) => unknown][] = [
  ['settings.json', (folder) => openSettings(folder, createConfStore)],
  ['settings.json', (folder) => resetSettingsFile(folder)],
  ['settings.json', (folder) => openPurse(folder, 'AC1')],
  ['settings.last-good.json', (folder) => openSettings(folder, createConfStore)],
  ['history.db', (folder) => openHistory(join(folder, 'history.db'))],
  ['history.db-wal', (folder) => openHistory(join(folder, 'history.db'))],
  ['history.db-shm', (folder) => openHistory(join(folder, 'history.db'))],
  ['history.db-journal', (folder) => openHistory(join(folder, 'history.db'))],
  ['history.db', (folder) => setHistoryAside(join(folder, 'history.db'))],
  ['secrets', (folder) => createFileSecrets(folder).read('twilio')],
  ['secrets/twilio', (folder) => createFileSecrets(folder).read('twilio')],
];

describe.skipIf(process.platform === 'win32')('a link in the data folder', () => {
  it.each(opened)('with the name %s is not followed, but refused with what to do', async (name, open) => {
    const folder = tempFolder();
    const target = join(tempFolder(), 'theirs');
    if (name === 'secrets') mkdirSync(target);
    else writeFileSync(target, 'theirs', { mode: 0o644 });
    if (name === 'secrets/twilio') mkdirSync(join(folder, 'secrets'));
    const modeBefore = modeOf(target);
    symlinkSync(target, join(folder, name));
    const failure = await failureOf((async () => open(folder))());
    expect(failure).toMatchObject({
      code: 'STORAGE_FAILED',
      message: expect.toSay(`${join(folder, name)} is a link`),
      hint: expect.toSay(/\w/),
    });
    expect(modeOf(target)).toBe(modeBefore);
    if (name !== 'secrets') expect(readFileSync(target, 'utf8')).toBe('theirs');
  });

  it.each(['logs', 'logs/otp-dock.log'])('with the name %s gets no line of the log, and that is said', (name) => {
    const folder = tempFolder();
    const target = join(tempFolder(), 'theirs');
    if (name === 'logs') mkdirSync(target);
    else mkdirSync(logFolder(folder));
    const theirs = name === 'logs' ? join(target, 'otp-dock.log') : target;
    writeFileSync(theirs, '2026-01-01T00:00:00Z warn  theirs\n');
    symlinkSync(target, join(folder, name));
    const lines: string[] = [];
    const log = createLogger((line) => void lines.push(line));
    log.keepIn(folder);
    log.warn('ours');
    expect(log.recent().join('\n')).not.toContain('theirs');
    expect(lines).toContainEqual(expect.stringContaining(`${join(folder, name)} is a link`));
    expect(lines.join('\n')).not.toMatch(/\n\s+at /);
    expect(readFileSync(theirs, 'utf8')).not.toContain('ours');
  });
});
