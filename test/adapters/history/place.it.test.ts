import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createConfStore } from '../../../electron/adapters/settings/confStore.ts';
import { createFileSecrets } from '../../../electron/adapters/settings/fileSecrets.ts';
import { openSettings } from '../../../electron/adapters/settings/store.ts';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import type { Place } from '../../../electron/core/ports.ts';
import { failureOf, tempFolder, thrownFailure } from '../harness.ts';
import { account, entryOf, historyForTest, leaseOf, messageOf, sidOf } from './harness.ts';

// Windows deletes and moves nothing that is open.
describe.skipIf(process.platform === 'win32')('a history whose files are not where they were', () => {
  const open = () => {
    const { file, history } = historyForTest();
    const places: Place[] = [];
    history.watchPlace((place) => places.push(place));
    return { file, folder: dirname(file), history, places };
  };

  it.each<[what: string, place: Place, move: (file: string) => void]>([
    ['was deleted with its folder', 'gone', (file) => rmSync(dirname(file), { recursive: true })],
    ['was deleted', 'gone', (file) => rmSync(file)],
    ['has lost its log', 'gone', (file) => rmSync(`${file}-wal`)],
    ['was moved with its folder', 'gone', (file) => renameSync(dirname(file), `${dirname(file)}.old`)],
    ['was moved away with the folder above', 'gone', (file) => moveAbove(file)],
    ['was replaced', 'replaced', (file) => replace(file)],
  ])('because it %s acknowledges nothing, and says so', async (_what, place, move) => {
    const { file, history, places } = open();
    expect(await history.addMessage(account, messageOf())).toBe('stored');
    move(file);
    for (const refused of [
      history.addMessage(account, messageOf({ sid: sidOf(2) })),
      history.commit(account, { leases: [leaseOf()], entries: [entryOf()] }),
      history.addToken({ name: 'ci', hash: 'x', createdAt: 1, limits: { leases: null, perDay: null, perMonth: null } }),
    ])
      expect(await failureOf(refused)).toMatchObject({ code: 'STORAGE_FAILED', retryable: true });
    expect(places).toEqual([place]);
  });

  it('is not told of what goes while it is written', async () => {
    const { file, history, places } = open();
    const written = history.addMessage(account, messageOf());
    rmSync(file);
    expect(await failureOf(written)).toMatchObject({ code: 'STORAGE_FAILED' });
    expect(places).toEqual(['gone']);
  });

  it('says so also while nothing is written', () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const { folder, places } = open();
    rmSync(folder, { recursive: true });
    vi.advanceTimersByTime(5_000);
    expect(places).toEqual(['gone']);
  });

  it('goes on when they are back, and takes what comes again', async () => {
    const { folder, history, places } = open();
    renameSync(folder, `${folder}.old`);
    expect(await failureOf(history.addMessage(account, messageOf()))).toMatchObject({ code: 'STORAGE_FAILED' });
    renameSync(`${folder}.old`, folder);
    expect(await history.addMessage(account, messageOf())).toBe('stored');
    expect(places).toEqual(['gone', 'here']);
  });
});

describe.skipIf(process.platform === 'win32')('a data folder that is gone', () => {
  it('is not made anew by settings or secrets, so that it can be put back', async () => {
    const folder = join(tempFolder(), 'data');
    const { settings, values } = openSettings(folder, createConfStore);
    const secrets = createFileSecrets(folder);
    renameSync(folder, `${folder}.old`);
    const failure = thrownFailure(() => settings.write(defaultSettings));
    expect(failure).toMatchObject({ code: 'STORAGE_FAILED', message: expect.toSay(folder) });
    expect(thrownFailure(() => values.set('secrets.twilio', 'ciphertext'))).toMatchObject({ code: 'STORAGE_FAILED' });
    expect(await failureOf(secrets.write('twilio', 'secret'))).toMatchObject({ code: 'STORAGE_FAILED' });
    expect(existsSync(folder)).toBe(false);
    renameSync(`${folder}.old`, folder);
    settings.write({ ...defaultSettings, country: 'GB' });
    expect(openSettings(folder, createConfStore).settings.read().country).toBe('GB');
  });
});

function moveAbove(file: string): void {
  const above = dirname(dirname(file));
  renameSync(above, `${above}.old`);
  // Where the test looks for what it is to clean up.
  mkdirSync(above);
  renameSync(`${above}.old`, join(above, 'old'));
}

function replace(file: string): void {
  const other = join(dirname(dirname(file)), 'other');
  renameSync(dirname(file), other);
  mkdirSync(dirname(file));
  historyForTest(file);
}
