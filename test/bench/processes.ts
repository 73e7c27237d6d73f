import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** A process that does as little as can be, for a floor. */
export interface Bare {
  pid: number;
  port: number;
  close(): Promise<unknown>;
}

/** Starts Node with these arguments; resolves when the process has said at which port it listens. */
export async function startBare(...args: string[]): Promise<Bare> {
  const child = spawn(process.execPath, args, {
    cwd: resolve(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { pid: child.pid ?? 0, port: Number(line), close: () => (child.kill(), once(child, 'close')) };
}

/** Linux counts the time of processes in hundredths of a second, whatever its kernel does (proc_pid_stat(5), sysconf(3)). */
const tickMs = 10;

/** The processor's time that a process has used so far, in milliseconds, to 10 ms. */
export function cpuMsOf(pid: number): number {
  if (process.platform !== 'linux') return secondsIn(ps(pid, 'time')) * 1000;
  // After the name of the program, which may hold anything; the 14th and 15th of all are what is wanted.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickMs;
}

/** The memory that a process holds now, in MB. */
export function memoryMbOf(pid: number): number {
  return Number(ps(pid, 'rss')) / 1024;
}

function ps(pid: number, column: string): string {
  return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
}

/** `1:02.34`, `01:02:03`. */
function secondsIn(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
