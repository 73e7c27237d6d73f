import { spawn, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, openSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { validateWorkflow } from '@action-validator/core';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { emulatorForTest, freePort, tempFolder } from '../adapters/harness.ts';
import { OtpDock } from '../../electron/client/client.ts';
import { buildOnce, buildTimeout, credentialsOf } from './harness.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'examples/ci');
const workflow = readFileSync(join(folder, 'github-actions.yml'), 'utf8');
const dockerfile = readFileSync(join(folder, 'Dockerfile'), 'utf8');
const ignored = readFileSync(join(folder, 'Dockerfile.dockerignore'), 'utf8');

beforeAll(buildOnce, buildTimeout);

/** A copy of what runs, with the packages as `npm ci` has put them, and the user interface as `npm run build` has. */
function installed(): string {
  const tree = tempFolder();
  for (const part of ['electron', 'package.json', 'out'])
    cpSync(join(root, part), join(tree, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  return tree;
}

/** Runs a command with nothing in its environment but what is given; resolves with its exit status. */
async function run(command: string[], cwd: string, env: NodeJS.ProcessEnv, stdio: StdioOptions = 'ignore') {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { cwd, env: { PATH: pathWithNode(), ...env }, stdio });
  return { child, exit: once(child, 'exit').then(([status]) => status as number | null) };
}

function pathWithNode(): string {
  return `${dirname(process.execPath)}:${process.env['PATH']}`;
}

/** What a step of the workflow says under `run: |`. */
function stepOf(name: string): string {
  const step = workflow.split(/^ {6}- /m).find((text) => text.startsWith(`name: ${name}\n`)) ?? '';
  return step.slice(step.indexOf('run: |\n') + 7).replaceAll(/^ {10}/gm, '');
}

describe('the job for GitHub Actions', () => {
  it('is one by the schema of GitHub, may only read, and has its secrets where they are needed alone', () => {
    expect((validateWorkflow(workflow) as { errors: unknown[] }).errors).toEqual([]);
    expect(workflow).toMatch(/^permissions:\n {2}contents: read\n/m);
    expect(workflow.match(/secrets\.\w+/g)).toEqual(['secrets.TWILIO_ACCOUNT_SID', 'secrets.TWILIO_AUTH_TOKEN']);
    expect(workflow.split('\n').filter((line) => /^\s*- run:.*\$\{\{/.test(line))).toEqual([]);
    expect(workflow).not.toMatch(/uses: (?!actions\/)/);
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
    expect(Object.keys(scripts)).toContain('pack:client');
  });

  it.skipIf(process.platform !== 'linux')(
    'starts a host, which tests find, and stops it with its numbers',
    async () => {
      const emulator = await emulatorForTest();
      const tree = installed();
      const files = { env: join(tree, 'env'), log: join(tree, 'log'), data: join(tree, 'data') };
      const variables = {
        OTP_DOCK_DATA_DIR: files.data,
        OTP_DOCK_API_PORT: '0',
        PORT: '0',
        OTP_DOCK_ON_QUIT: 'release',
        GITHUB_ENV: files.env,
        ...credentialsOf(emulator),
      };
      const log = openSync(files.log, 'w');
      const starting = await run(['bash', '-e', '-c', stepOf('Start OTP Dock')], tree, variables, ['ignore', log, log]);
      expect(await starting.exit, readFileSync(files.log, 'utf8')).toBe(0);
      const [, pid = ''] = /^OTP_DOCK_PID=(\d+)$/m.exec(readFileSync(files.env, 'utf8')) ?? [];
      onTestFinished(() => {
        if (existsSync(`/proc/${pid}`)) process.kill(Number(pid), 'SIGKILL');
      });
      const dock = new OtpDock({ dataDir: files.data });
      await dock.lease({ country: 'US', type: 'local', ttlSeconds: 600 });
      expect(emulator.state().numbers).toHaveLength(1);
      const stopping = await run(['bash', '-e', '-c', stepOf('Stop OTP Dock')], tree, { OTP_DOCK_PID: pid });
      expect(await stopping.exit).toBe(0);
      expect(emulator.state().numbers).toEqual([]);
      expect(readFileSync(files.log, 'utf8'), 'no token in the log of the job').toBe('');
    },
  );

  it.skipIf(process.platform !== 'linux')('fails at its first step when Twilio refuses the credentials', async () => {
    const { baseUrl } = await emulatorForTest();
    const tree = installed();
    const log = openSync(join(tree, 'log'), 'w');
    const { exit } = await run(
      ['bash', '-e', '-c', stepOf('Start OTP Dock')],
      tree,
      {
        OTP_DOCK_DATA_DIR: join(tree, 'data'),
        OTP_DOCK_API_PORT: '0',
        PORT: '0',
        GITHUB_ENV: join(tree, 'env'),
        TWILIO_ACCOUNT_SID: `AC${'a'.repeat(32)}`,
        TWILIO_AUTH_TOKEN: 'b'.repeat(32),
        TWILIO_API_BASE_URL: baseUrl,
      },
      ['ignore', log, log],
    );
    expect(await exit).toBe(1);
    expect(readFileSync(join(tree, 'log'), 'utf8')).toContain('INVALID_CREDENTIALS');
  });
});

/** The instructions of the Dockerfile, in their order. */
function instructions(): [name: string, rest: string][] {
  return dockerfile
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]);
}

function all(name: string): string[] {
  return instructions().flatMap(([known, rest]) => (known === name ? [rest] : []));
}

describe('the Dockerfile', () => {
  it('has instructions that there are, runs scripts that there are, and no secret gets into the image', () => {
    const known = ['FROM', 'WORKDIR', 'COPY', 'RUN', 'USER', 'VOLUME', 'ENV', 'HEALTHCHECK', 'CMD'];
    expect(instructions().filter(([name]) => !known.includes(name))).toEqual([]);
    expect(instructions()[0]).toEqual(['FROM', 'node:24-slim']);
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
    for (const [, script] of dockerfile.matchAll(/npm run (\S+)/g)) expect(Object.keys(scripts)).toContain(script);
    expect(ignored.split('\n')).toEqual(expect.arrayContaining(['**/.env', '**/node_modules', '.git']));
    expect(dockerfile).not.toMatch(/AUTH_TOKEN|ACCOUNT_SID/);
  });

  it('ends in a command that serves, is seen to be healthy, and gives its numbers back when it is stopped', async () => {
    const emulator = await emulatorForTest();
    const tree = installed();
    const dataDir = join(tree, 'data');
    mkdirSync(dataDir);
    const apiPort = String(await freePort());
    const env = {
      ...Object.fromEntries(all('ENV').map((line) => line.split('=') as [string, string])),
      ...credentialsOf(emulator),
      OTP_DOCK_DATA_DIR: dataDir,
      OTP_DOCK_API_PORT: apiPort,
      PORT: '0',
    };
    const command = JSON.parse(all('CMD')[0] ?? '') as string[];
    const host = await run(command, tree, env, ['ignore', 'pipe', 'pipe']);
    onTestFinished(() => void host.child.kill('SIGKILL'));
    let said = '';
    for (const stream of [host.child.stdout, host.child.stderr])
      stream?.on('data', (data: Buffer) => (said += data.toString()));
    const [, check = ''] = (all('HEALTHCHECK')[0] ?? '').split(' CMD ');
    const isHealthy = async () => {
      const words = JSON.parse(check.replace(':5001/', `:${apiPort}/`)) as string[];
      return (await run(words, tree, {})).exit;
    };
    expect(await isHealthy(), 'not yet').toBe(1);
    await expect.poll(isHealthy, { timeout: 20_000 }).toBe(0);
    await new OtpDock({ dataDir }).lease({ country: 'US', type: 'local', ttlSeconds: 600 });
    host.child.kill('SIGTERM');
    expect(await host.exit).toBe(0);
    expect(emulator.state().numbers).toEqual([]);
    expect(said).toBe('');
  });
});
