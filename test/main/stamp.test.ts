import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isFresh, sourceStamp } from '../../build/scripts/stamp.ts';

let root: string;

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'otp-dock-stamp-'));
  write('electron/main/index.ts', 'main');
  write('renderer/features/inbox/Inbox.tsx', 'inbox');
  write('package.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

function built(): void {
  for (const file of ['main/index.js', 'preload/index.cjs', 'renderer/index.html', 'host/program.js']) {
    write(`out/${file}`, '');
  }
  write('out/.stamp', sourceStamp(root));
}

type Case = [what: string, change: () => void];

describe('what was built', () => {
  test('is missing at first', () => expect(isFresh(root)).toBe(false));

  test('is fresh after a build, and after a touch', () => {
    built();
    utimesSync(join(root, 'electron/main/index.ts'), new Date(), new Date(Date.now() + 60_000));
    expect(isFresh(root)).toBe(true);
  });

  test('is looked at by its names, times and sizes alone from the second time on', () => {
    const changedAt = new Date();
    utimesSync(join(root, 'electron/main/index.ts'), changedAt, changedAt);
    built();
    expect(isFresh(root)).toBe(true);
    write('electron/main/index.ts', 'niam');
    utimesSync(join(root, 'electron/main/index.ts'), changedAt, changedAt);
    expect(isFresh(root)).toBe(true);
    rmSync(join(root, 'out/.seen'));
    expect(isFresh(root)).toBe(false);
  });

  const moveInbox = () => {
    rmSync(join(root, 'renderer/features/inbox/Inbox.tsx'));
    write('renderer/Inbox.tsx', 'inbox');
  };
  const without = (part: string): Case => [`the loss of ${part}`, () => rmSync(join(root, 'out', part))];

  test.each<Case>([
    ['a changed file', () => write('electron/main/index.ts', 'changed')],
    ['a new file', () => write('electron/core/new.ts', '')],
    ['a new file of the automation API, which the desktop app serves, too', () => write('electron/api/new.ts', '')],
    ['a file moved', moveInbox],
    ['a changed plugin of the build', () => write('build/plugins/plugin.ts', 'changed')],
    ['a dependency', () => write('package.json', '{"a":1}')],
    ['another build, though the files look as they did', () => write('out/.stamp', 'another')],
    ...['preload/index.cjs', 'host/program.js', '.stamp'].map(without),
  ])('is old after %s', (_what, change) => {
    built();
    expect(isFresh(root)).toBe(true);
    change();
    expect(isFresh(root)).toBe(false);
  });

  test('does not depend on what is not in it', () => {
    built();
    write('electron/client/client.ts', 'client');
    write('electron/main/README.md', 'How the desktop app is built');
    write('test/a.test.ts', 'test');
    write('electron/main/.index.ts.swp', 'half of it');
    expect(isFresh(root)).toBe(true);
  });
});
