import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { emulatorForTest, freePort, tempFolder } from '../adapters/harness.ts';
import { cli, credentialsOf, readyLine, serveForTest, tokenOf } from './harness.ts';
import { buildOnce, buildTimeout, callCli, spawnCli } from './processes.ts';

beforeAll(buildOnce, buildTimeout);

it('a host says in one line where everything is and nothing else, no secret in its log, and ends with SIGTERM', async () => {
  const emulator = await emulatorForTest();
  const port = await freePort();
  const cwd = tempFolder();
  const variables = {
    ...credentialsOf(emulator),
    PORT: String(port),
    WEBHOOK_BASE_URL: `http://127.0.0.1:${port}`,
    DEBUG: 'twilio:*',
  };
  const { child, stdout, ended } = spawnCli(['serve', '--json'], { cwd, variables });
  const ready = await readyLine(stdout, ended);
  expect(ready).toEqual({
    ready: true,
    webhook: `http://127.0.0.1:${port}/webhook`,
    publicUrl: `http://127.0.0.1:${port}/webhook`,
    api: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    ui: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/),
    tokenFile: join(cwd, 'data', 'api-token'),
    pid: child.pid,
  });
  const token = readFileSync(ready.tokenFile ?? '', 'utf8').trim();
  expect(tokenOf(ready)).toBe(token);
  const ask = (path: string, method = 'GET') =>
    fetch(ready.api + path, { method, headers: { authorization: `Bearer ${token}` } });
  const { number } = (await (await ask('/v1/leases', 'POST')).json()) as { number: string };
  await emulator.sendSms({ to: number, body: 'Your code is 482913' });
  expect(await (await ask('/v1/messages')).json()).toMatchObject({ messages: [{ code: '482913' }] });

  child.kill('SIGTERM');
  const { status, stderr: log } = await ended;
  expect(status).toBe(0);
  expect(stdout.lines).toHaveLength(1);
  expect(log).toMatch(/twilio:api POST \/2010-04-01\/Accounts\/AC\w+\/IncomingPhoneNumbers\.json -> 201/);
  expect(log).toMatch(/twilio:webhook SM\w{32} stored/);
  expect(log).toContain('Twilio integration enabled');
  const kept = readFileSync(join(dirname(ready.tokenFile ?? ''), 'logs', 'otp-dock.log'), 'utf8');
  expect(kept).toMatch(/^\S+Z debug .*twilio:webhook SM\w{32} stored/m);
  for (const secret of [emulator.authToken, token, '482913']) expect(log + kept).not.toContain(secret);
});

it('a host with --quiet needs no home that can be written and no input, says nothing that is no trouble, and ends with SIGINT, also with a number leased', async () => {
  const emulator = await emulatorForTest();
  const cwd = tempFolder();
  const variables = { ...credentialsOf(emulator), HOME: '/proc/none' };
  const { child, stdout, ended } = spawnCli(['serve', '--json', '--quiet'], { cwd, variables });
  child.stdin.destroy();
  const { tokenFile } = await readyLine(stdout, ended);
  expect((await cli(['lease', '--country', 'US', '--ttl', '600'], { cwd })).status).toBe(0);
  const hostFile = join(dirname(tokenFile ?? ''), 'host.json');
  expect(existsSync(hostFile)).toBe(true);
  child.kill('SIGINT');
  expect(await ended).toMatchObject({ status: 0, stderr: '' });
  expect(stdout.lines).toHaveLength(1);
  expect(existsSync(hostFile)).toBe(false);
  expect(emulator.state().numbers).toHaveLength(1);
});

it('a second host on the same data folder says so and ends with 1, and the first goes on', async () => {
  const cwd = tempFolder();
  const { ready } = await serveForTest({ cwd });
  const { status, stdout, stderr } = await callCli(['serve', '--json'], { cwd });
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('HOST_RUNNING');
  expect((await fetch(new URL('/health', ready.webhook))).status).toBe(200);
});

it('a host goes on when nobody reads any more what it says, and ends with SIGTERM', async () => {
  const { child, stdout, ended } = spawnCli(['serve', '--json', '--demo'], { variables: { DEBUG: 'twilio:*' } });
  const { webhook, api } = await readyLine(stdout, ended);
  for (const output of [child.stdout, child.stderr]) output.destroy();
  for (let i = 0; i < 5; i += 1) expect((await fetch(webhook, { method: 'POST' })).status).toBe(415);
  expect((await fetch(`${api}/health`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ status: 0 });
});

it('a host serves although its reader went away before it was ready', async () => {
  const cwd = tempFolder();
  const { child, ended } = spawnCli(['serve', '--json', '--demo'], { cwd });
  for (const output of [child.stdout, child.stderr]) output.destroy();
  const hostFile = join(cwd, 'data', 'host.json');
  await expect.poll(() => existsSync(hostFile)).toBe(true);
  const { api } = JSON.parse(readFileSync(hostFile, 'utf8')) as { api: string };
  await expect.poll(async () => (await fetch(`${api}/health`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toMatchObject({ status: 0 });
});

it.skipIf(process.platform === 'win32')('a host opens no debugger at SIGUSR1, and ends with SIGABRT', async () => {
  const { child, stdout, ended } = spawnCli(['serve', '--json', '--quiet', '--demo']);
  const { api } = await readyLine(stdout, ended);
  child.kill('SIGUSR1');
  for (let i = 0; i < 5; i += 1) expect((await fetch(`${api}/health`)).status).toBe(200);
  child.kill('SIGABRT');
  expect(await ended).toMatchObject({ status: 0, stderr: '' });
});
