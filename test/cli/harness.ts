import { mkdirSync, writeFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Host } from '../../electron/cli/host.ts';
import { run } from '../../electron/cli/program.ts';
import type { Clock } from '../../electron/core/ports.ts';
import type { Emulator } from '../../electron/emulator/server.ts';
import type { ReadyLine } from '../../electron/headless/host.ts';
import { emulatorForTest, freePort, serverForTest, tempFolder } from '../adapters/harness.ts';
import { TestProcess, type Written } from './testProcess.ts';

export interface Finished {
  status: number;
  stdout: string;
  stderr: string;
}

/** The same of a process, which may have been killed. */
type Ended = Omit<Finished, 'status'> & { status: number | null };

export interface StartOptions {
  variables?: NodeJS.ProcessEnv;
  cwd?: string;
  clock?: Clock;
}

export interface CallOptions extends StartOptions {
  input?: string;
}

export interface Running {
  process: TestProcess;
  /** Resolves once it is over. */
  ended: Promise<Finished>;
}

/** The environment of a person who has set nothing but what keeps tests apart. */
export function environmentIn(cwd: string, variables: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  return {
    HOME: cwd,
    APPDATA: cwd,
    ...placesFor(join(cwd, 'data')),
    ...variables,
  };
}

/** Starts a command in this process, in an empty folder and without anything of the tester's own environment. */
export function start(args: string[], { variables, cwd = tempFolder(), clock }: StartOptions = {}): Running {
  const process = new TestProcess(args, environmentIn(cwd, variables), cwd);
  const ended = run(process, clock).then((status) => {
    return { status, stdout: process.stdout.text, stderr: process.stderr.text };
  });
  onTestFinished(async () => {
    process.stdin.end();
    process.emit('SIGTERM');
    await ended;
  });
  return { process, ended };
}

/** Calls a command and waits for its end. */
export async function cli(args: string[], options: CallOptions = {}): Promise<Finished> {
  const { process, ended } = start(args, options);
  process.stdin.end(options.input ?? '');
  return ended;
}

/** A folder whose data says that a host of this process is at that address. */
export function folderOfHost(api: string, pid: number = process.pid, token = 't'.repeat(43)): string {
  const cwd = tempFolder();
  const dataDir = join(cwd, 'data');
  mkdirSync(dataDir, { mode: 0o700 });
  writeFileSync(join(dataDir, 'host.json'), JSON.stringify({ api, pid }), { mode: 0o600 });
  writeFileSync(join(dataDir, 'api-token'), token, { mode: 0o600 });
  return cwd;
}

/** Asserts that a command failed, and said why on stderr alone. */
export function expectFailed({ status, stdout, stderr }: Ended, words: string | RegExp, expected = 1): void {
  expect({ status, stdout }).toEqual({ status: expected, stdout: '' });
  expect(stderr).toMatch(words);
}

/** For a command, a host that answers so. */
export async function hostThatAnswers(answer: RequestListener): Promise<Host> {
  return { url: await serverForTest(answer), token: 't', reconnectTimeout: 0 };
}

/** Any ports that are free, and a data folder. */
export function placesFor(dataDir: string): Record<string, string> {
  return { OTP_DOCK_DATA_DIR: dataDir, OTP_DOCK_API_PORT: '0', PORT: '0' };
}

/** What an emulated account needs in the environment. */
export function credentialsOf({ accountSid, authToken, baseUrl }: Emulator): NodeJS.ProcessEnv {
  return { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_API_BASE_URL: baseUrl };
}

/** A host with an emulated account that can call its webhook. */
async function hostWithAccount(): Promise<Served & { emulator: Emulator }> {
  const emulator = await emulatorForTest();
  const port = await freePort();
  const variables = {
    ...credentialsOf(emulator),
    PORT: String(port),
    WEBHOOK_BASE_URL: `http://127.0.0.1:${port}`,
  };
  return { ...(await serveForTest({ variables })), emulator };
}

/** Each test may have a host with an emulated account, and its parts by their names. */
export const it = test
  .extend('served', () => hostWithAccount())
  .extend('emulator', ({ served }) => served.emulator)
  .extend('cli', ({ served }) => served.cli)
  .extend('json', ({ served }) => served.json);

export interface Served extends Running {
  ready: ReadyLine;
  /** Another command on the same data folder. */
  cli(args: string[]): Promise<Finished>;
  /** What such a command answers with `--json`, which has to go well. */
  json<T>(...args: string[]): Promise<T>;
  /** Starts a command on the same data folder and leaves it running. */
  start(args: string[]): Running;
  /** Ends it; resolves with its exit status. */
  end(): Promise<number>;
}

/** `serve --json`, once it is ready. */
export async function serveForTest(options: StartOptions = {}, args: string[] = []): Promise<Served> {
  const { cwd = tempFolder(), variables = {} } = options;
  const host = start(['serve', '--json', ...args], { ...options, cwd });
  const call = (more: string[]) => cli(more, { cwd, variables });
  return {
    ...host,
    ready: await readyLine(host.process.stdout, host.ended),
    cli: call,
    json: async <T>(...more: string[]) => {
      const { stdout, ...rest } = await call([...more, '--json']);
      expect(rest).toEqual({ status: 0, stderr: '' });
      return JSON.parse(stdout) as T;
    },
    start: (more) => start(more, { cwd, variables }),
    end: async () => (host.process.emit('SIGTERM'), (await host.ended).status),
  };
}

/** What `serve --json` says once it is ready; rejects with what it says when it ends before. */
export async function readyLine(stdout: Written, ended: Promise<{ stderr: string }>): Promise<ReadyLine> {
  const early = ended.then(({ stderr }) => Promise.reject(new Error(`It ended before it was ready: ${stderr}`)));
  early.catch(() => undefined);
  return JSON.parse(await Promise.race([stdout.line(0), early])) as ReadyLine;
}

/** The token in the address of the user interface. */
export function tokenOf({ ui }: ReadyLine): string {
  return new URLSearchParams(new URL(ui).hash.slice(1)).get('token') ?? '';
}
