import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ask, failureOf, openHost } from '../../electron/cli/host.ts';
import { serverForTest, tempFolder } from '../adapters/harness.ts';

const token = 't'.repeat(43);

function folderWith(host: object): string {
  const folder = join(tempFolder(), 'data');
  mkdirSync(folder);
  writeFileSync(join(folder, 'host.json'), JSON.stringify(host));
  writeFileSync(join(folder, 'api-token'), token, { mode: 0o600 });
  return folder;
}

function codeOf(host: object): string {
  try {
    return openHost(folderWith(host), {}).url;
  } catch (thrown) {
    return failureOf(thrown).code;
  }
}

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
  expect(codeOf({ api, pid: 0 })).toBe('NOT_FOUND');
  expect(codeOf({ api, pid: await gonePid() })).toBe('NOT_FOUND');
  await ask(openHost(folderWith({ api, pid: process.pid }), {}), 'GET', '/v1/health');
  expect(heard).toEqual([`Bearer ${token}`]);
});
