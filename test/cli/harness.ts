import { execFileSync, spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import type { Emulator } from '../../electron/emulator/server.ts';
import type { ReadyLine } from '../../electron/headless/host.ts';
import { emulatorForTest, freePort, tempFolder } from '../adapters/harness.ts';

const root = resolve(import.meta.dirname, '../..');
const program = join(root, 'electron/cli/index.js');

/** Builds the user interface where it is out of date, so that no host of a test takes the time for it. For `beforeAll`. */
export function buildOnce(): void {
  execFileSync(process.execPath, [join(root, 'build/scripts/build.ts'), '--if-needed'], { stdio: 'ignore' });
}

/** Milliseconds that it may take. */
export const buildTimeout = 300_000;

export interface Finished {
  status: number | null;
  stdout: string;
  stderr: string;
}

export interface CallOptions {
  variables?: NodeJS.ProcessEnv;
  input?: string;
  cwd?: string;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** Starts the command line as a person does, in an empty folder and without anything of the tester's own environment. */
export function start(args: string[], { variables = {}, cwd = tempFolder() }: Omit<CallOptions, 'input'> = {}): Child {
  const { PATH = '', SystemRoot = '' } = process.env;
  const env = {
    PATH,
    SystemRoot,
    HOME: cwd,
    APPDATA: cwd,
    OTP_DOCK_DATA_DIR: join(cwd, 'data'),
    PORT: '0',
    OTP_DOCK_API_PORT: '0',
    ...variables,
  };
  const child = spawn(process.execPath, [program, ...args], { cwd, env, stdio: 'pipe' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Calls the command line and waits for its end. */
export async function cli(args: string[], options: CallOptions = {}): Promise<Finished> {
  const child = start(args, options);
  child.stdin.end(options.input ?? '');
  return finished(child);
}

export async function finished(child: Child): Promise<Finished> {
  const [stdout, stderr, [status]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null]>,
  ]);
  return { status, stdout, stderr };
}

/** What an emulated account needs in the environment. */
export function credentialsOf({ accountSid, authToken, baseUrl }: Emulator): NodeJS.ProcessEnv {
  return { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_API_BASE_URL: baseUrl };
}

/** A host with an emulated account that can call its webhook. */
export async function hostWithAccount(args: string[] = []): Promise<Served & { emulator: Emulator }> {
  const emulator = await emulatorForTest();
  const port = await freePort();
  const variables = {
    ...credentialsOf(emulator),
    PORT: String(port),
    WEBHOOK_BASE_URL: `http://127.0.0.1:${port}`,
  };
  return { ...(await serveForTest(variables, args)), emulator };
}

export interface Served {
  ready: ReadyLine;
  /** What it has said so far. */
  stdout: string[];
  stderr: string[];
  /** Another command on the same data folder. */
  cli(args: string[]): Promise<Finished>;
  /** Starts a command on the same data folder and leaves it running. */
  start(args: string[]): Child;
  /** Ends it; resolves with its exit status. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** `serve --json`, once it is ready. */
export async function serveForTest(variables: NodeJS.ProcessEnv, args: string[] = []): Promise<Served> {
  const options = { cwd: tempFolder(), variables };
  const child = start(['serve', '--json', ...args], options);
  const stdout = linesOf(child.stdout);
  const stderr = linesOf(child.stderr);
  const exit = once(child, 'exit') as Promise<[number | null]>;
  const early = exit.then(([status]) =>
    Promise.reject(new Error(`serve ended with ${status}: ${stderr.lines.join('\n')}`)),
  );
  early.catch(() => undefined);
  const ready = JSON.parse(await Promise.race([stdout.next(), early])) as ReadyLine;
  return {
    ready,
    stdout: stdout.lines,
    stderr: stderr.lines,
    cli: (more) => cli(more, options),
    start: (more) => start(more, options),
    end: async (signal) => (child.kill(signal), (await exit)[0]),
  };
}

/** The lines of a stream: those so far, and the next one that comes. */
export function linesOf(stream: Readable): { lines: string[]; next(): Promise<string> } {
  const reader = createInterface({ input: stream });
  const lines: string[] = [];
  reader.on('line', (line) => lines.push(line));
  return { lines, next: async () => ((await once(reader, 'line')) as [string])[0] };
}
