import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createConfStore } from '../../../electron/adapters/settings/confStore.ts';
import { resetSettingsFile } from '../../../electron/adapters/settings/reset.ts';
import { openSettings } from '../../../electron/adapters/settings/store.ts';
import { defaultSettings } from '../../../electron/contract/settings.ts';
import { modeOf, tempFolder } from '../../adapters/harness.ts';

describe('resetting the settings', () => {
  it('brings the defaults back, keeps secrets and the mark of the numbers, and the old file', () => {
    const dataDir = tempFolder();
    const { settings, values } = openSettings(dataDir, createConfStore);
    settings.write({ ...defaultSettings, country: 'GB', installation: 'abcd1234' });
    values.set('secrets.twilio', 'ciphertext');
    const before = readFileSync(join(dataDir, 'settings.json'), 'utf8');

    const aside = resetSettingsFile(dataDir);
    expect(readFileSync(aside!, 'utf8')).toBe(before);
    expect(modeOf(join(dataDir, 'settings.json'))).toBe(0o600);
    const again = openSettings(dataDir, createConfStore);
    expect(again.settings.read()).toEqual({ ...defaultSettings, installation: 'abcd1234' });
    expect(again.settings.recovered).toBeNull();
    expect(again.values.get('secrets.twilio')).toBe('ciphertext');
  });

  it.each(['{"settings": {', '[]', '"text"', '{"settings": {"installation": 7}}'])(
    'keeps nothing of %s but the file',
    (text) => {
      const dataDir = tempFolder();
      writeFileSync(join(dataDir, 'settings.json'), text);
      expect(readFileSync(resetSettingsFile(dataDir)!, 'utf8')).toBe(text);
      const { settings } = openSettings(dataDir, createConfStore);
      expect([settings.recovered, settings.read().country]).toEqual([null, 'IN']);
    },
  );

  it('has nothing to do where there are none', () => {
    expect(resetSettingsFile(tempFolder())).toBeNull();
  });
});
