import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface Ended<Line> {
  lines: Line[];
  signal: NodeJS.Signals | null;
  status: number | null;
  stderr: string;
}

export interface Victim<Orders, Line> {
  /** What it waits for once it is loaded. */
  order(orders: Orders): void;
  kill(): void;
  /** Resolves when the app has started; also when it never will. */
  ready: Promise<unknown>;
  /** Resolves once it is gone, with all that it said. */
  ended: Promise<Ended<Line>>;
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** The one of the command line: what is compiled once starts in half the time. */
const cache = resolve(import.meta.dirname, '../../node_modules/.cache/otp-dock');

/**
 * Starts a program of this folder, which runs the app, in a process of its own. It says what it has to say in lines of
 * JSON.
 */
export function loadVictim<Orders, Line>(program: string, home: string): Victim<Orders, Line> {
  const { PATH = '', SystemRoot = '' } = process.env;
  const env = { PATH, SystemRoot, HOME: home, APPDATA: home, NODE_COMPILE_CACHE: cache };
  const child: Child = spawn(process.execPath, [join(import.meta.dirname, program)], { env, stdio: 'pipe' });
  onTestFinished(() => void child.kill('SIGKILL'));
  // It may be killed before it has read them.
  child.stdin.on('error', () => undefined);
  const ended = endOf<Line>(child);
  return {
    order: (orders) => void child.stdin.end(JSON.stringify(orders)),
    kill: () => void child.kill('SIGKILL'),
    ready: Promise.race([once(child.stdout, 'data'), ended]),
    ended,
  };
}

async function endOf<Line>(child: Child): Promise<Ended<Line>> {
  const [stdout, stderr, [status, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>,
  ]);
  const lines = stdout.split('\n').filter(isWhole);
  return { lines: lines.map((line) => JSON.parse(line) as Line), signal, status, stderr };
}

// The last one may have been cut off.
function isWhole(line: string): boolean {
  return line.startsWith('{') && line.endsWith('}');
}
