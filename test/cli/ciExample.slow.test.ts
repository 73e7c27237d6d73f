import { spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, openSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { OtpDock } from '../../electron/client/client.ts';
import { emulatorForTest, tempFolder } from '../adapters/harness.ts';
import { root, stepOf } from './ciExample.ts';
import { credentialsOf, placesFor } from './harness.ts';
import { buildOnce, buildTimeout } from './processes.ts';

beforeAll(buildOnce, buildTimeout);

/** A copy of what runs, with the packages as `npm ci` has put them, and the user interface as `npm run build` has. */
function installed(): string {
  const tree = tempFolder();
  for (const part of ['electron', 'package.json', 'out'])
    cpSync(join(root, part), join(tree, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  return tree;
}

/** Runs a step with nothing in its environment but what is given; resolves with its exit status. */
async function runStep(name: string, cwd: string, env: NodeJS.ProcessEnv, stdio: StdioOptions = 'ignore') {
  const PATH = `${dirname(process.execPath)}:${process.env['PATH']}`;
  const child = spawn('bash', ['-e', '-c', stepOf(name)], { cwd, env: { PATH, ...env }, stdio });
  const [status] = (await once(child, 'exit')) as [number | null];
  return status;
}

describe.skipIf(process.platform !== 'linux')('the job for GitHub Actions', () => {
  it('starts a host, which tests find, and stops it with its numbers', async () => {
    const emulator = await emulatorForTest();
    const tree = installed();
    const files = { env: join(tree, 'env'), log: join(tree, 'log'), data: join(tree, 'data') };
    const variables = {
      ...placesFor(files.data),
      OTP_DOCK_ON_QUIT: 'release',
      GITHUB_ENV: files.env,
      ...credentialsOf(emulator),
    };
    const log = openSync(files.log, 'w');
    const started = await runStep('Start OTP Dock', tree, variables, ['ignore', log, log]);
    expect(started, readFileSync(files.log, 'utf8')).toBe(0);
    const [, pid = ''] = /^OTP_DOCK_PID=(\d+)$/m.exec(readFileSync(files.env, 'utf8')) ?? [];
    onTestFinished(() => {
      if (existsSync(`/proc/${pid}`)) process.kill(Number(pid), 'SIGKILL');
    });
    const dock = new OtpDock({ dataDir: files.data });
    await dock.lease({ country: 'US', type: 'local', ttlSeconds: 600 });
    expect(emulator.state().numbers).toHaveLength(1);
    expect(await runStep('Stop OTP Dock', tree, { OTP_DOCK_PID: pid })).toBe(0);
    expect(emulator.state().numbers).toEqual([]);
    expect(readFileSync(files.log, 'utf8'), 'no token in the log of the job').toBe('');
  });

  it('captures on a push: without secrets, and the numbers are free', async () => {
    const tree = installed();
    const data = join(tree, 'data');
    const env = join(tree, 'env');
    const mode = {
      OTP_DOCK_MODE: 'capture',
      OTP_DOCK_CAPTURE_PORT: '0',
      TWILIO_ACCOUNT_SID: '',
      TWILIO_AUTH_TOKEN: '',
    };
    expect(await runStep('Start OTP Dock', tree, { ...placesFor(data), ...mode, GITHUB_ENV: env })).toBe(0);
    const [, OTP_DOCK_PID = ''] = /^OTP_DOCK_PID=(\d+)$/m.exec(readFileSync(env, 'utf8')) ?? [];
    const dock = new OtpDock({ dataDir: data });
    expect((await dock.lease({ country: 'IN', mode: 'capture' })).number).toMatch(/^\+91/);
    expect((await dock.connected()).capture?.authToken).toMatch(/^\w{32}$/);
    expect(await runStep('Stop OTP Dock', tree, { OTP_DOCK_PID })).toBe(0);
  });

  it('fails at its first step when Twilio refuses the credentials', async () => {
    const tree = installed();
    const log = openSync(join(tree, 'log'), 'w');
    const variables = {
      ...placesFor(join(tree, 'data')),
      GITHUB_ENV: join(tree, 'env'),
      ...credentialsOf(await emulatorForTest()),
      TWILIO_AUTH_TOKEN: 'b'.repeat(32),
    };
    expect(await runStep('Start OTP Dock', tree, variables, ['ignore', log, log])).toBe(1);
    expect(readFileSync(join(tree, 'log'), 'utf8')).toContain('INVALID_CREDENTIALS');
  });
});
