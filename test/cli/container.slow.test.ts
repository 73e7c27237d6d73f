import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { npm } from '../../build/scripts/packClient.ts';
import { OtpDock } from '../../electron/client/client.ts';
import type { Emulator } from '../../electron/emulator/server.ts';
import { makeImage } from '../build/image.ts';
import { emulatorForTest, freePort, tempFolder } from '../adapters/harness.ts';
import { all, commandOf, ignored, root } from './ciExample.ts';
import { credentialsOf, placesFor, readyLine, tokenOf } from './harness.ts';
import { buildOnce, buildTimeout, program, watch } from './processes.ts';

const us = { country: 'US', type: 'local', ttlSeconds: 600 } as const;
const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
const can = (command: string, ...args: string[]) => spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const hasEngine = process.platform === 'linux' && can('docker', 'info');

beforeAll(buildOnce, buildTimeout);

/** The source tree as the Dockerfile copies it. */
function buildContext(): string {
  const tree = tempFolder();
  const everywhere = new Set(ignored.flatMap((line) => (line.startsWith('**/') ? [line.slice(3)] : [])));
  const isLeftOut = (path: string) => ignored.includes(path) || path.split(sep).some((part) => everywhere.has(part));
  cpSync(root, tree, { recursive: true, filter: (file) => !isLeftOut(relative(root, file)) });
  return tree;
}

/** What the Dockerfile sets, beside what an account needs. */
function environmentFor(emulator: Emulator): Record<string, string | undefined> {
  const set = Object.fromEntries(all('ENV').map((line) => line.split('=') as [string, string]));
  return { ...set, ...credentialsOf(emulator) };
}

function healthCheck(apiPort: string): string[] {
  const [, check = ''] = (all('HEALTHCHECK')[0] ?? '').split(' CMD ');
  return JSON.parse(check.replace(':5001/', `:${apiPort}/`)) as string[];
}

describe.skipIf(process.platform === 'win32')('the Dockerfile', () => {
  it('has all that its commands need, and ends in one that serves, is seen to be healthy, and gives its numbers back', async () => {
    const [emulator, tree, apiPort] = [await emulatorForTest(), buildContext(), String(await freePort())];
    expect(all('RUN').slice(0, 3)).toEqual(['npm ci', 'npm run build', 'npm prune --omit=dev']);
    // What `npm ci` would install is here already.
    expect(npm(['ci', '--dry-run', '--offline', '--no-audit', '--no-fund'], tree)).toMatch(/added \d+ packages/);
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    npm(['run', 'build'], tree);
    const image = tempFolder();
    await makeImage(tree, image);
    const installed = readdirSync(join(image, 'node_modules'));
    expect(installed).toEqual(expect.arrayContaining(['twilio', 'debug', 'iconv-lite']));
    expect(installed.filter((name) => ['vite', 'typescript', 'electron', 'node'].includes(name))).toEqual([]);

    const dataDir = join(image, 'data');
    mkdirSync(dataDir);
    const PATH = `${dirname(process.execPath)}:${process.env['PATH']}`;
    const env = { PATH, ...environmentFor(emulator), ...placesFor(dataDir), OTP_DOCK_API_PORT: apiPort };
    const [command = '', ...args] = commandOf();
    const [check = '', ...checkArgs] = healthCheck(apiPort);
    const isHealthy = () => spawnSync(check, checkArgs, { cwd: image, env: { PATH } }).status;
    expect(isHealthy(), 'not yet').toBe(1);
    const { child, ended } = watch(spawn(command, args, { cwd: image, env, stdio: 'pipe' }));
    await expect.poll(isHealthy, { timeout: 20_000 }).toBe(0);
    await new OtpDock({ dataDir }).lease(us);
    child.kill('SIGTERM');
    expect(await ended).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(emulator.state().numbers).toEqual([]);
  });

  it('makes an image whose container serves, is healthy, and gives its numbers back when it is stopped', async (test) => {
    if (!hasEngine) return test.skip('There is no Docker engine on this machine.');
    const docker = (...args: string[]) => execFileSync('docker', args, { cwd: root, encoding: 'utf8' }).trim();
    const [emulator, apiPort] = [await emulatorForTest(), String(await freePort())];
    docker('build', '--file', 'examples/ci/Dockerfile', '--tag', 'otp-dock-test', '.');
    const variables = { ...credentialsOf(emulator), OTP_DOCK_API_PORT: apiPort, PORT: '0' };
    const settings = Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]);
    // Its own check asks the usual port.
    const health = `--health-cmd=node -e "${healthCheck(apiPort)[2] ?? ''}"`;
    const options = ['--detach', '--network=host', health, '--health-interval=1s', ...settings];
    const id = docker('run', ...options, 'otp-dock-test');
    onTestFinished(() => void docker('rm', '--force', id));
    const statusOf = () => docker('inspect', '--format', '{{.State.Health.Status}}', id);
    await expect.poll(statusOf, { timeout: 60_000, interval: 500 }).toBe('healthy');
    const token = docker('exec', id, 'cat', '/data/api-token');
    await new OtpDock({ url: `http://127.0.0.1:${apiPort}`, token }).lease(us);
    docker('stop', id);
    expect(docker('inspect', '--format', '{{.State.ExitCode}}', id)).toBe('0');
    expect(emulator.state().numbers).toEqual([]);
  }, 1_200_000);
});

describe.skipIf(!isRoot || !can('unshare', '--pid', '--fork', 'true'))('a host in a container', () => {
  it('as its first process ends with SIGTERM, and gives its numbers back', async () => {
    const emulator = await emulatorForTest();
    const dataDir = join(tempFolder(), 'data');
    const { PATH } = process.env;
    const env = { PATH, ...placesFor(dataDir), OTP_DOCK_ON_QUIT: 'release', ...credentialsOf(emulator) };
    const inside = ['--pid', '--fork', '--kill-child', process.execPath, program, 'serve', '--json'];
    const { child, stdout, ended } = watch(spawn('unshare', inside, { env, stdio: 'pipe' }));
    const ready = await readyLine(stdout, ended);
    expect(ready.pid).toBe(1);
    await new OtpDock({ url: ready.api, token: tokenOf(ready) }).lease(us);
    const { stdout: first } = spawnSync('pgrep', ['--parent', String(child.pid)], { encoding: 'utf8' });
    process.kill(Number(first), 'SIGTERM');
    expect((await ended).status).toBe(0);
    expect(emulator.state().numbers).toEqual([]);
  });

  it('runs for a user whom the system does not know', async () => {
    const folder = tempFolder();
    chmodSync(folder, 0o755);
    const dataDir = join(folder, 'data');
    mkdirSync(dataDir);
    chmodSync(dataDir, 0o777);
    const asNobody = ['--reuid=54321', '--regid=54321', '--clear-groups', process.execPath, program, 'serve', '--json'];
    const { PATH } = process.env;
    const env = { PATH, ...placesFor(dataDir) };
    const { child, stdout, ended } = watch(spawn('setpriv', [...asNobody, '--demo'], { env, cwd: '/', stdio: 'pipe' }));
    await readyLine(stdout, ended);
    child.kill('SIGTERM');
    expect((await ended).status).toBe(0);
    const homeless = spawnSync('setpriv', asNobody, { env: { PATH }, cwd: '/', encoding: 'utf8' });
    expect(homeless.status).toBe(1);
    expect(homeless.stderr).toMatch(/STORAGE_FAILED.*OTP_DOCK_DATA_DIR/);
  });
});
