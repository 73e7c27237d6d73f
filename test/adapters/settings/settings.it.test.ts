import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createConfStore } from '../../../electron/adapters/settings/confStore.ts';
import { openSettings } from '../../../electron/adapters/settings/store.ts';
import { defaultSettings, firstSettings } from '../../../electron/contract/settings.ts';
import { modeOf, tempFolder, thrownFailure } from '../harness.ts';

const open = (folder: string) => openSettings(folder, createConfStore).settings;
const fileIn = (folder: string) => join(folder, 'settings.json');

describe('the settings', () => {
  it('are those of a newcomer at the first start', () => {
    const settings = open(join(tempFolder(), 'new'));
    expect(settings.read()).toEqual(firstSettings);
    expect(settings.recovered).toBeNull();
  });

  it('are the same after a restart', () => {
    const folder = tempFolder();
    const changed = {
      ...defaultSettings,
      country: 'US',
      type: 'local' as const,
      ttlSeconds: 90,
      publicUrl: 'https://hooks.example',
    };
    open(folder).write(changed);
    expect(open(folder).read()).toEqual(changed);
  });

  it('of an older version have the defaults of what is new', () => {
    const folder = tempFolder();
    writeFileSync(fileIn(folder), JSON.stringify({ settings: { country: 'CA' } }));
    expect(open(folder).read()).toEqual({ ...defaultSettings, country: 'CA' });
  });

  it('as version 0.1 wrote them go on, with what has come since at its default', () => {
    const folder = tempFolder();
    const old = {
      country: 'US',
      type: 'local',
      ttlSeconds: 120,
      policy: 'keep',
      reception: 'url',
      publicUrl: 'https://hooks.example',
      ngrokDomain: null,
      notifications: false,
      rules: [{ id: 'r1', name: 'Bank', sender: 'Kettlebank', pattern: '(?<code>\\d{6})' }],
    };
    writeFileSync(fileIn(folder), JSON.stringify({ settings: old, window: { width: 800 } }));
    const settings = open(folder);
    expect(settings.recovered).toBeNull();
    expect(settings.read()).toEqual({
      ...old,
      setup: 'done',
      language: 'auto',
      poolSize: 0,
      leasesAtOnce: null,
      ngrokRootCas: 'trusted',
      maxLeaseSeconds: null,
      limitPerDay: null,
      limitPerMonth: null,
      papers: {},
      onQuit: 'ask',
      notificationCodes: 'show',
      globalShortcut: null,
      closeToTray: false,
      startAtLogin: false,
      theme: 'system',
      apiEnabled: false,
      autoCopy: false,
      clearClipboardSeconds: null,
      installation: null,
      limitsToConfirm: [],
    });
  });

  it('keep limits to the cent, the papers by country and the name of the installation', () => {
    const folder = tempFolder();
    const papers = { GB: { bundleSid: `BU${'1'.repeat(32)}`, addressSid: null, identitySid: null } };
    const changed = {
      ...defaultSettings,
      poolSize: 5,
      limitPerDay: '12.50',
      limitPerMonth: '100',
      papers,
      onQuit: 'keep' as const,
      installation: '0a1b2c3d',
    };
    open(folder).write(changed);
    expect(open(folder).read()).toEqual(changed);
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
    expect(thrownFailure(() => settings.write(defaultSettings))).toMatchObject({
      code: 'STORAGE_FAILED',
      retryable: true,
    });
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
