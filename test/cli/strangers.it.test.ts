import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask, failureOf, openHost } from '../../electron/cli/host.ts';
import { serverForTest } from '../adapters/harness.ts';
import { folderOfHost } from './harness.ts';

/** The id of a process that has ended. */
async function gonePid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  return child.pid!;
}

it('the token is not sent to whoever took the place of a host that is gone', async () => {
  const heard: (string | undefined)[] = [];
  const api = await serverForTest((request, response) => {
    heard.push(request.headers.authorization);
    response.end('{}');
  });
  const health = async (pid: number) => ask(openHost(join(folderOfHost(api, pid), 'data'), {}), 'GET', '/v1/health');
  for (const pid of [0, await gonePid()])
    expect(await health(pid).catch(failureOf)).toMatchObject({ code: 'NOT_FOUND' });
  expect(heard).toEqual([]);
  await health(process.pid);
  expect(heard).toEqual([`Bearer ${'t'.repeat(43)}`]);
});
