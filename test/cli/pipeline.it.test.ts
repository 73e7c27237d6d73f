import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { emulatorForTest, tempFolder } from '../adapters/harness.ts';
import { buildOnce, buildTimeout, cli, credentialsOf, finished, linesOf, serveForTest, start } from './harness.ts';
import type { ReadyLine } from '../../electron/headless/host.ts';

beforeAll(buildOnce, buildTimeout);

const program = resolve(import.meta.dirname, '../../electron/cli/index.js');
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
const can = (command: string, ...args: string[]) => isRoot && spawnSync(command, args).status === 0;
/** Nothing can be made below a file. */
const notAFolder = join(program, 'data');
const refused = { TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'b'.repeat(32) };

describe('serve in a pipeline', () => {
  it('with --quiet says nothing that is no trouble, and nothing but the line of --json', async () => {
    const { stdout, stderr, end } = await serveForTest(credentialsOf(await emulatorForTest()), ['--quiet']);
    expect(await end('SIGTERM')).toBe(0);
    expect([stdout.length, stderr]).toEqual([1, []]);
  });

  it('says as little when OTP_DOCK_LOG asks for it', async () => {
    const { stderr, end } = await serveForTest({ OTP_DOCK_LOG: 'warn' }, ['--demo']);
    expect(await end('SIGTERM')).toBe(0);
    expect(stderr).toEqual([]);
  });

  it('with --require-account ends with the cause in one line when Twilio refuses the credentials', async () => {
    const { baseUrl } = await emulatorForTest();
    const variables = { ...refused, TWILIO_API_BASE_URL: baseUrl };
    const { status, stdout, stderr } = await cli(['serve', '--json', '--quiet', '--require-account'], { variables });
    expect([status, stdout]).toEqual([1, '']);
    const [warning, ...others] = stderr.trimEnd().split('\n');
    expect(warning).toMatch(/^Warning: Twilio account: /);
    expect(others).toHaveLength(1);
    expect(JSON.parse(others[0] ?? '')).toMatchObject({ error: { code: 'INVALID_CREDENTIALS' } });
  });

  it('without it starts, and says in its health that the account failed', async () => {
    const { baseUrl } = await emulatorForTest();
    const { ready, cli: call, end } = await serveForTest({ ...refused, TWILIO_API_BASE_URL: baseUrl });
    const token = new URLSearchParams(new URL(ready.ui).hash.slice(1)).get('token');
    const health = async () => {
      const response = await fetch(`${ready.api}/v1/health`, { headers: { authorization: `Bearer ${token}` } });
      return (await response.json()) as unknown;
    };
    await expect.poll(health).toMatchObject({ status: 'ok', account: { kind: 'failed' } });
    expect(await call(['lease', '--country', 'US', '--json'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('INVALID_CREDENTIALS'),
    });
    expect(await end('SIGTERM')).toBe(0);
  });

  it('with --require-account is ready when Twilio has accepted them, and needs none for the demo', async () => {
    const account = credentialsOf(await emulatorForTest());
    for (const [variables, args] of [
      [account, []],
      [{}, ['--demo']],
    ] as const) {
      const { end } = await serveForTest(variables, [...args, '--require-account']);
      expect(await end('SIGTERM')).toBe(0);
    }
    expect((await cli(['serve', '--json', '--require-account'])).stderr).toContain('NOT_CONNECTED');
  });

  it.each([
    ['half of the credentials', { TWILIO_ACCOUNT_SID: refused.TWILIO_ACCOUNT_SID }, 'TWILIO_AUTH_TOKEN'],
    ['a port that is none', { PORT: 'http' }, 'PORT'],
    ['a data folder that cannot be', { OTP_DOCK_DATA_DIR: notAFolder }, notAFolder],
  ])('ends with 1 and names %s', async (_what, variables, named) => {
    const { status, stdout, stderr } = await cli(['serve', '--json'], { variables });
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect((JSON.parse(stderr) as { error: { message: string } }).error.message).toContain(named);
  });

  it('can be seen to be ready without a token, from its own machine alone, and says no more than that', async () => {
    const { ready } = await serveForTest({});
    const response = await fetch(`${ready.api}/health`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
    const strange = await fetch(`${ready.api}/health`, { headers: { origin: 'https://evil.example' } });
    expect(strange.status).toBe(403);
  });

  it('writes no colours where nobody sees them, whatever the terminal is said to be', async () => {
    const variables = { TERM: 'xterm-256color', COLORTERM: 'truecolor', DEBUG: 'twilio:*' };
    const { stdout, stderr, end } = await serveForTest(variables, ['--demo']);
    await end('SIGTERM');
    const others = await Promise.all([
      cli(['--help'], { variables }),
      cli(['serve', '--port'], { variables }),
      cli(['check'], { variables: { ...variables, TWILIO_API_BASE_URL: 'http://127.0.0.1:9' } }),
    ]);
    const all = [...stdout, ...stderr, ...others.flatMap((one) => [one.stdout, one.stderr])].join('\n');
    expect(all).toContain('twilio:');
    expect(all).not.toContain('\u001b');
  });

  it('gives its numbers back at the end by the environment alone', async () => {
    const emulator = await emulatorForTest();
    const { cli: call, end } = await serveForTest({ ...credentialsOf(emulator), OTP_DOCK_ON_QUIT: 'release' });
    expect((await call(['lease', '--country', 'US', '--ttl', '600'])).status).toBe(0);
    expect(await end('SIGTERM')).toBe(0);
    expect(emulator.state().numbers).toEqual([]);
  });

  it('ends within the ten seconds that a container has, though Twilio takes nothing back', async () => {
    const emulator = await emulatorForTest();
    const { cli: call, end } = await serveForTest(credentialsOf(emulator), ['--on-quit', 'release']);
    expect((await call(['lease', '--country', 'US', '--ttl', '600'])).status).toBe(0);
    emulator.setFaults({ serverErrors: 1_000 });
    const before = performance.now();
    expect(await end('SIGTERM')).toBe(0);
    expect(performance.now() - before).toBeLessThan(10_000);
  }, 30_000);

  it('needs no home that can be written, when it is told where its data goes', async () => {
    const { end } = await serveForTest({ HOME: '/proc/none' });
    expect(await end('SIGTERM')).toBe(0);
  });

  it('asks nobody anything: a closed input is enough', async () => {
    const child = start(['serve', '--json', '--demo', '--quiet']);
    child.stdin.destroy();
    JSON.parse(await linesOf(child.stdout).next());
    child.kill('SIGTERM');
    expect((await finished(child)).status).toBe(0);
  });
});

describe.skipIf(!can('unshare', '--pid', '--fork', 'true'))('in a container', () => {
  it('as its first process ends with SIGTERM, and gives its numbers back', async () => {
    const emulator = await emulatorForTest();
    const dataDir = join(tempFolder(), 'data');
    const env = {
      PATH: process.env['PATH'],
      OTP_DOCK_DATA_DIR: dataDir,
      OTP_DOCK_API_PORT: '0',
      OTP_DOCK_ON_QUIT: 'release',
      PORT: '0',
      ...credentialsOf(emulator),
    };
    const inside = ['--pid', '--fork', '--kill-child', process.execPath, program, 'serve', '--json'];
    const child = spawn('unshare', inside, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill('SIGKILL'));
    const ready = JSON.parse(await linesOf(child.stdout).next()) as ReadyLine;
    expect(ready.pid).toBe(1);
    const token = new URLSearchParams(new URL(ready.ui).hash.slice(1)).get('token');
    const taken = await fetch(`${ready.api}/v1/leases`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{"country":"US","ttlSeconds":600}',
    });
    expect(taken.status).toBe(201);
    const { stdout: first } = spawnSync('pgrep', ['--parent', String(child.pid)], { encoding: 'utf8' });
    process.kill(Number(first), 'SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
    expect(emulator.state().numbers).toEqual([]);
  });

  it('runs for a user whom the system does not know', async () => {
    const folder = tempFolder();
    chmodSync(folder, 0o755);
    const dataDir = join(folder, 'data');
    mkdirSync(dataDir, { mode: 0o777 });
    chmodSync(dataDir, 0o777);
    const env = { PATH: process.env['PATH'], OTP_DOCK_DATA_DIR: dataDir, OTP_DOCK_API_PORT: '0', PORT: '0' };
    const asNobody = ['--reuid=54321', '--regid=54321', '--clear-groups', process.execPath, program];
    const child = spawn('setpriv', [...asNobody, 'serve', '--json', '--demo'], { env, cwd: '/', stdio: 'pipe' });
    onTestFinished(() => void child.kill('SIGKILL'));
    JSON.parse(await linesOf(child.stdout).next());
    child.kill('SIGTERM');
    expect((await once(child, 'exit'))[0]).toBe(0);
    const homeless = spawnSync('setpriv', [...asNobody, 'serve', '--json'], {
      env: { PATH: process.env['PATH'] },
      cwd: '/',
      encoding: 'utf8',
    });
    expect(homeless.status).toBe(1);
    expect(homeless.stderr).toMatch(/STORAGE_FAILED.*OTP_DOCK_DATA_DIR/);
  });
});
