import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createConfStore } from '../../../electron/adapters/settings/confStore.ts';
import { openSettings } from '../../../electron/adapters/settings/store.ts';
import { defaultSettings, firstSettings, limitNames, type Settings } from '../../../electron/contract/settings.ts';
import { modeOf, tempFolder } from '../harness.ts';

const open = (folder: string) => openSettings(folder, createConfStore);
const fileIn = (folder: string) => join(folder, 'settings.json');
const copyIn = (folder: string) => join(folder, 'settings.last-good.json');

const limited: Settings = {
  ...defaultSettings,
  country: 'GB',
  limitPerDay: '5',
  limitPerMonth: '40.50',
  leasesAtOnce: 3,
  maxLeaseSeconds: 600,
};

/** A folder with settings as a host has written them. */
function folderWith(settings: Partial<Settings>): string {
  const folder = tempFolder();
  open(folder).settings.write({ ...limited, ...settings });
  return folder;
}

function spoil(folder: string, change: Record<string, unknown>): void {
  const content = JSON.parse(readFileSync(fileIn(folder), 'utf8')) as { settings: object };
  writeFileSync(fileIn(folder), JSON.stringify({ ...content, settings: { ...content.settings, ...change } }));
}

const unreadable: [what: string, content: (whole: string) => string][] = [
  ['is cut off', (whole) => whole.slice(0, whole.length / 2)],
  ['is empty', () => ''],
  ['is full of zeros', (whole) => '\0'.repeat(whole.length)],
  ['holds a list', () => '[1, 2]'],
  ['holds nothing', () => 'null'],
  ['has lost its settings', () => '{}'],
  ['has a list for settings', () => '{"settings": [1, 2]}'],
];

describe('a settings file that', () => {
  it.each(unreadable)('%s is put aside, and its last good copy takes its place', (_what, content) => {
    const folder = folderWith({});
    const damaged = content(readFileSync(fileIn(folder), 'utf8'));
    writeFileSync(fileIn(folder), damaged);
    const { settings } = open(folder);
    expect(settings.read()).toEqual(limited);
    expect(settings.recovered).toMatchObject({ readable: false, lost: [] });
    expect(readFileSync(settings.recovered?.movedTo ?? '', 'utf8')).toBe(damaged);
    expect(open(folder).settings).toMatchObject({ recovered: null });
    expect(open(folder).settings.read()).toEqual(limited);
  });

  it.each(unreadable.filter(([what]) => what !== 'has lost its settings'))(
    '%s and has no copy leaves no limit known, also at the next start, until they are written',
    (_what, content) => {
      const folder = folderWith({});
      rmSync(copyIn(folder));
      writeFileSync(fileIn(folder), content(readFileSync(fileIn(folder), 'utf8')));
      const unknown = { ...firstSettings, limitsToConfirm: [...limitNames] };
      expect(open(folder).settings.read()).toEqual(unknown);
      expect(open(folder).settings.recovered).toBeNull();
      expect(open(folder).settings.read()).toEqual(unknown);
      open(folder).settings.write({ ...unknown, limitsToConfirm: [] });
      expect(open(folder).settings.read().limitsToConfirm).toEqual([]);
    },
  );

  it('is gone has its last good copy', () => {
    const folder = folderWith({});
    rmSync(fileIn(folder));
    const { settings } = open(folder);
    expect([settings.read(), settings.recovered?.movedTo]).toEqual([limited, null]);
  });

  it('has one wrong value keeps the others, with what else a host keeps in it', () => {
    const folder = folderWith({});
    open(folder).values.set('secrets', { twilio: 'ciphertext' });
    spoil(folder, { limitPerMonth: 'lots', country: 'US' });
    const { settings, values } = open(folder);
    expect(settings.read()).toEqual({ ...limited, country: 'US' });
    expect(settings.recovered).toMatchObject({ readable: true, copied: ['limitPerMonth'], lost: [] });
    expect(values.get('secrets.twilio')).toBe('ciphertext');
  });

  it.each([
    ['limitPerDay', 5],
    ['limitPerMonth', '-1'],
    ['leasesAtOnce', 'three'],
    ['maxLeaseSeconds', 1e9],
  ] as const)('has a wrong %s and no copy does not know it, and knows the others', (name, value) => {
    const folder = folderWith({});
    spoil(folder, { [name]: value });
    rmSync(copyIn(folder));
    const { settings } = open(folder);
    expect(settings.read()).toEqual({ ...limited, [name]: null, limitsToConfirm: [name] });
    expect(settings.recovered).toMatchObject({ copied: [], lost: [name] });
  });

  it('has a limit that cannot be read is not without one because its copy was', () => {
    const folder = folderWith({ limitPerMonth: null });
    spoil(folder, { limitPerMonth: 40 });
    expect(open(folder).settings.read()).toEqual({
      ...limited,
      limitPerMonth: null,
      limitsToConfirm: ['limitPerMonth'],
    });
  });

  it('has lost a limit has that of its copy', () => {
    const folder = folderWith({});
    spoil(folder, { limitPerMonth: undefined });
    expect(open(folder).settings.read()).toEqual(limited);
  });

  it('does not say any more which limits are known knows none', () => {
    const folder = folderWith({ limitsToConfirm: ['limitPerDay'] });
    spoil(folder, { limitsToConfirm: 'none' });
    expect(open(folder).settings.read().limitsToConfirm).toEqual(['limitPerDay']);
    spoil(folder, { limitsToConfirm: 'none' });
    rmSync(copyIn(folder));
    expect(open(folder).settings.read().limitsToConfirm).toEqual([...limitNames]);
  });
});

describe('the last good copy of the settings', () => {
  it.skipIf(process.platform === 'win32')('can be read by their owner alone', () => {
    expect(modeOf(copyIn(folderWith({})))).toBe(0o600);
  });

  it('has what was written last, and no secret that was forgotten', () => {
    const folder = folderWith({});
    const { settings, values } = open(folder);
    values.set('secrets.twilio', 'ciphertext');
    settings.write({ ...limited, limitPerDay: '1' });
    expect(readFileSync(copyIn(folder), 'utf8')).toBe(readFileSync(fileIn(folder), 'utf8'));
    values.delete('secrets.twilio');
    expect(readFileSync(copyIn(folder), 'utf8')).not.toContain('ciphertext');
  });

  it('is not made by a first start', () => {
    const folder = tempFolder();
    expect(open(folder).settings.recovered).toBeNull();
    expect(existsSync(copyIn(folder))).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });
});
