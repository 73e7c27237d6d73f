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
  for (const file of ['main/index.js', 'preload/index.cjs', 'renderer/index.html']) write(`out/${file}`, '');
  write('out/.stamp', sourceStamp(root));
}

describe('what was built', () => {
  test('is missing at first', () => expect(isFresh(root)).toBe(false));

  test('is fresh after a build, and after a touch', () => {
    built();
    utimesSync(join(root, 'electron/main/index.ts'), new Date(), new Date(Date.now() + 60_000));
    expect(isFresh(root)).toBe(true);
  });

  test.each([
    ['a changed file', () => write('electron/main/index.ts', 'changed')],
    ['a new file', () => write('electron/core/new.ts', '')],
    ['a new file of the automation API, which the desktop app serves, too', () => write('electron/api/new.ts', '')],
    [
      'a file moved',
      () => (rmSync(join(root, 'renderer/features/inbox/Inbox.tsx')), write('renderer/Inbox.tsx', 'inbox')),
    ],
    ['a dependency', () => write('package.json', '{"a":1}')],
  ])('is old after %s', (_what, change) => {
    built();
    change();
    expect(isFresh(root)).toBe(false);
  });

  test('does not depend on what is not in it', () => {
    built();
    write('electron/cli/index.ts', 'cli');
    write('test/a.test.ts', 'test');
    expect(isFresh(root)).toBe(true);
  });

  test('is old when a part of it is gone', () => {
    built();
    rmSync(join(root, 'out/preload/index.cjs'));
    expect(isFresh(root)).toBe(false);
  });
});
