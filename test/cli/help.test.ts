import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { examplesOf } from '../../electron/cli/examples.ts';
import { cli } from './harness.ts';

it('the README lists every command', async () => {
  const readme = readFileSync(new URL('../../electron/cli/README.md', import.meta.url), 'utf8');
  const { stdout } = await cli(['--help']);
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name);
  const listed = [...readme.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([a-z]+)/g)].map(([, name = '']) => name),
  );
  expect(listed.toSorted()).toEqual(commands.filter((name) => name !== 'help').sort());
});

it('every command shows in its help how it is called', async () => {
  const [{ stdout: all }, { stdout: help }] = await Promise.all([cli(['--help']), cli(['wait', '--help'])]);
  const commands = [...all.matchAll(/^ {2}(\w+) .*\[options\]|^ {2}(\w+) \[options\]/gm)].map(
    ([, one, other]) => one ?? other ?? '',
  );
  expect(commands).toEqual(expect.arrayContaining(['check', 'lease', 'wait', 'serve', 'emulator']));
  for (const name of commands)
    expect(examplesOf(name), name).toMatch(new RegExp(`^\nExamples:\n  # .*\n  .*npm run -s cli -- ${name}\\b`));
  expect(help).toContain(examplesOf('wait'));
});
