import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createConfStore } from '../../../electron/adapters/settings/confStore.ts';
import { openSettings } from '../../../electron/adapters/settings/store.ts';
import { defaultSettings, firstSettings, type Settings } from '../../../electron/contract/settings.ts';
import { modeOf, tempFolder, thrownFailure } from '../harness.ts';
import version01 from './version01.json' with { type: 'json' };

const open = (folder: string) => openSettings(folder, createConfStore).settings;
const fileIn = (folder: string) => join(folder, 'settings.json');

describe('the settings', () => {
  it('are those of a newcomer at the first start', () => {
    const settings = open(join(tempFolder(), 'new'));
    expect(settings.read()).toEqual(firstSettings);
    expect(settings.recovered).toBeNull();
  });

  it('are the same after a restart, limits to the cent', () => {
    const folder = tempFolder();
    const changed: Settings = {
      ...defaultSettings,
      country: 'US',
      type: 'local',
      limitPerDay: '12.50',
      papers: { GB: { bundleSid: `BU${'1'.repeat(32)}`, addressSid: null, identitySid: null } },
      publicUrl: 'https://hooks.example',
      installation: '0a1b2c3d',
    };
    open(folder).write(changed);
    expect(open(folder).read()).toEqual(changed);
  });

  it('as version 0.1 wrote them go on, with what has come since at its default', () => {
    const folder = tempFolder();
    writeFileSync(fileIn(folder), JSON.stringify({ settings: version01.written, window: { width: 800 } }));
    const settings = open(folder);
    expect(settings.recovered).toBeNull();
    expect(settings.read()).toEqual({ ...version01.written, ...version01.since });
  });

  it.skipIf(process.platform === 'win32')('can be read by their owner alone, also where they were open', () => {
    const folder = tempFolder();
    open(folder).write(defaultSettings);
    expect(modeOf(fileIn(folder))).toBe(0o600);
    chmodSync(fileIn(folder), 0o644);
    open(folder);
    expect(modeOf(fileIn(folder))).toBe(0o600);
  });

  it('say which folder cannot be used', () => {
    const file = join(tempFolder(), 'a-file');
    writeFileSync(file, 'not a folder');
    expect(thrownFailure(() => open(file))).toMatchObject({
      code: 'STORAGE_FAILED',
      message: expect.toSay(file),
      hint: expect.toSay('OTP_DOCK_DATA_DIR'),
    });
    expect(thrownFailure(() => open(join(file, 'below')))).toMatchObject({ code: 'STORAGE_FAILED' });
  });

  it('that cannot be written are told as such', () => {
    const { settings } = openSettings(tempFolder(), () => ({
      get: () => undefined,
      delete: () => undefined,
      set: () => {
        throw new Error('ENOSPC /home/me');
      },
    }));
    const failure = thrownFailure(() => settings.write(defaultSettings));
    expect(failure).toMatchObject({ code: 'STORAGE_FAILED', retryable: true });
  });

  it('do not touch what else a host keeps in the same file', () => {
    const folder = tempFolder();
    const { values, settings } = openSettings(folder, createConfStore);
    values.set('window', { width: 800 });
    settings.write({ ...defaultSettings, country: 'US' });
    expect(JSON.parse(readFileSync(fileIn(folder), 'utf8'))).toMatchObject({
      window: { width: 800 },
      settings: { country: 'US' },
    });
    expect(existsSync(fileIn(folder))).toBe(true);
  });
});
