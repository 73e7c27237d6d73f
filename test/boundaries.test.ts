import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closedTo, folderOf, mayUse, packages, places, rooms } from '../build/rooms.ts';

const root = resolve(import.meta.dirname, '..');

const allRooms = [...Object.keys(rooms), 'test'];

/** What an import can name: a file of each room, each package, a part of it, and a package that no table has. */
function namesFrom(folder: string): { name: string; refused: (place: string) => boolean }[] {
  const files = allRooms.map((room) => ({
    name: posix.relative(folder, `${room === 'test' ? room : folderOf(room)}/x.ts`).replace(/^(?!\.)/, './'),
    refused: (place: string) => closedTo(place).includes(room),
  }));
  const known = Object.keys(packages).flatMap((listed) => {
    const name = listed.replace('node:*', 'node:fs').replace('*', 'core');
    const refused = (place: string) => !mayUse(place, listed);
    return [name, `${name}/part`].map((specifier) => ({ name: specifier, refused }));
  });
  return [...files, ...known, ...['left-pad', 'zodiac'].map((name) => ({ name, refused: () => true }))];
}

/** A file for each place, and one deeper in it, that imports everything; an import a line. */
const importing = places.flatMap((place) =>
  [folderOf(place), `${folderOf(place)}/deep`].map((folder) => ({
    place,
    file: `${folder}/everything.ts`,
    names: namesFrom(folder),
  })),
);

const other = {
  'electron/core/default.ts': 'export default 1;',
  'electron/core/long.ts': '// A long file.\n'.repeat(301),
  'electron/cli/its.ts': `process.stdout.write('x');`,
  'electron/cli/given.ts': `export const say = (process: Process) => process.stdout.write('x');`,
  'test/core/everything.ts': `export { x } from '../../electron/core/app.ts';\nexport { y } from 'left-pad';`,
};

interface Diagnostic {
  code: string;
  filename: string;
  labels: { span: { line: number } }[];
}

function lint(cwd: string): Diagnostic[] {
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  // It ends with 1 when it found something; its report is on stdout all the same.
  const { stdout } = spawnSync(process.execPath, [oxlint, '-c', '.oxlint.config.ts', '--format', 'json', '.'], {
    cwd,
    encoding: 'utf8',
  });
  return (JSON.parse(stdout) as { diagnostics: Diagnostic[] }).diagnostics;
}

describe('lint', () => {
  const folder = mkdtempSync(join(tmpdir(), 'otp-dock-lint-'));
  let found: Diagnostic[] = [];
  const linesOf = (file: string, code: string) =>
    found
      .filter((one) => one.code === code && one.filename.replaceAll('\\', '/') === file)
      .map(({ labels }) => labels[0]!.span.line);

  beforeAll(() => {
    for (const file of ['.oxlint.config.ts', 'build/rooms.ts']) cpSync(join(root, file), join(folder, file));
    const sources = importing.map(({ file, names }) => [
      file,
      names.map(({ name }, line) => `export { x${line} } from '${name}';`).join('\n'),
    ]);
    for (const [file, source] of [...sources, ...Object.entries(other)] as [string, string][]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), `${source}\n`);
    }
    found = lint(folder);
  }, 30_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(importing)('$file may import what the table of rooms says, and no more', ({ place, file, names }) => {
    const refused = new Set(linesOf(file, 'eslint(no-restricted-imports)'));
    expect(names.filter((_name, line) => refused.has(line + 1)).map(({ name }) => name)).toEqual(
      names.filter((one) => one.refused(place)).map(({ name }) => name),
    );
  });

  test('a test may import what it likes', () => {
    expect(linesOf('test/core/everything.ts', 'eslint(no-restricted-imports)')).toEqual([]);
  });

  test.each([
    ['electron/core/default.ts', 'import(no-default-export)', 1],
    ['electron/core/long.ts', 'eslint(max-lines)', 1],
    ['electron/cli/its.ts', 'eslint(no-restricted-globals)', 1],
    ['electron/cli/given.ts', 'eslint(no-restricted-globals)', 0],
  ])('in %s finds %s: %i', (file, code, count) => {
    expect(linesOf(file, code)).toHaveLength(count);
  });
});

test('the core, the contract and the interface know neither Node nor Electron', () => {
  for (const place of ['core', 'contract', 'renderer'])
    for (const name of ['node:*', 'electron', 'twilio', 'express']) expect(mayUse(place, name)).toBe(false);
});

test('a test that mocks modules, or loads them anew, has a process of its own', () => {
  const shared = globSync('test/**/*.test.{ts,tsx}', { cwd: root, exclude: ['test/**/*.alone.test.ts'] });
  const anew = /\bvi\.(mock|doMock|resetModules)\(/;
  expect(shared.filter((file) => anew.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
});
