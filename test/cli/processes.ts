import { execFileSync, spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { expect, onTestFinished } from 'vitest';
import { tempFolder } from '../adapters/harness.ts';
import { environmentIn } from './harness.ts';
import { Written } from './testProcess.ts';

const root = resolve(import.meta.dirname, '../..');
export const program = join(root, 'electron/cli/index.js');

/** Builds the user interface where it is out of date, so that no host of a test takes the time for it. For `beforeAll`. */
export function buildOnce(): void {
  execFileSync(process.execPath, [join(root, 'build/scripts/build.ts'), '--if-needed'], { stdio: 'ignore' });
}

/** Milliseconds that it may take. */
export const buildTimeout = 300_000;

interface SpawnOptions {
  variables?: NodeJS.ProcessEnv;
  cwd?: string;
  /** In place of Node with the program. */
  command?: string[];
}

export interface Spawned {
  child: ChildProcessByStdio<Writable, Readable, Readable>;
  stdout: Written;
  stderr: Written;
  /** Resolves once it is gone. */
  ended: Promise<{ status: number | null; stdout: string; stderr: string }>;
}

/** A terminal that would be written to in colours, were it one. */
const colourful = { TERM: 'xterm-256color', COLORTERM: 'truecolor' };

/** Starts the command line as a person does, in an empty folder and without anything of the tester's own environment. */
export function spawnCli(args: string[], { variables, cwd = tempFolder(), command }: SpawnOptions = {}): Spawned {
  const { PATH = '', SystemRoot = '' } = process.env;
  const env = { PATH, SystemRoot, ...colourful, ...environmentIn(cwd, variables) };
  const [file = '', ...first] = command ?? [process.execPath, program];
  return watch(spawn(file, [...first, ...args], { cwd, env, stdio: 'pipe' }));
}

/** Ends with the test; what it writes, where nobody sees it, may have no colours. */
export function watch(child: Spawned['child']): Spawned {
  onTestFinished(() => void child.kill('SIGKILL'));
  const [stdout, stderr] = [child.stdout.pipe(new Written()), child.stderr.pipe(new Written())];
  const ended = once(child, 'close').then(([status]) => {
    expect(stdout.text + stderr.text).not.toContain('\u001B');
    return { status: status as number | null, stdout: stdout.text, stderr: stderr.text };
  });
  return { child, stdout, stderr, ended };
}

/** Calls a command and waits for its end. */
export async function callCli(args: string[], options: SpawnOptions & { input?: string } = {}) {
  const { child, ended } = spawnCli(args, options);
  child.stdin.end(options.input ?? '');
  return ended;
}
