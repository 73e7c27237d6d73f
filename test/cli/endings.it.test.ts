import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { examplesOf } from '../../electron/cli/examples.ts';
import { serverForTest, tempFolder } from '../adapters/harness.ts';
import { cli, finished, start } from './harness.ts';

it.skipIf(process.platform === 'win32')(
  'a wait that is interrupted ends at once, and says that the lease runs on',
  async () => {
    const { promise: asked, resolve: isAsked } = Promise.withResolvers<string>();
    const api = await serverForTest((request, response) => {
      if (request.url !== '/v1/leases') return isAsked(request.url ?? '');
      response.end(JSON.stringify({ leases: [{ id: 'lease-1', number: '+14155550100' }] }));
    });
    const cwd = tempFolder();
    const dataDir = join(cwd, 'data');
    mkdirSync(dataDir, { mode: 0o700 });
    writeFileSync(join(dataDir, 'host.json'), JSON.stringify({ api, pid: process.pid }), { mode: 0o600 });
    writeFileSync(join(dataDir, 'api-token'), 'a'.repeat(43), { mode: 0o600 });
    const waiting = start(['wait', '+14155550100', '--timeout', '600', '--json'], { cwd });
    expect(await asked).toContain('/v1/leases/lease-1/code');
    waiting.kill('SIGINT');
    const { status, stdout, stderr } = await finished(waiting);
    expect([status, stdout]).toEqual([1, '']);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: 'NO_CODE', hint: expect.stringContaining('runs on') } });
  },
);

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
