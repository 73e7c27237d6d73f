import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { ReadyLine } from '../../../electron/headless/host.ts';

const root = resolve(import.meta.dirname, '../../..');
const ours = /^(TWILIO_|NGROK_|OTP_DOCK_|ELECTRON_|VITE_|WEBHOOK_BASE_URL$|PORT$|DEBUG$|NODE_ENV$|NODE_OPTIONS$|npm_)/;

/** The test's environment, without anything that would change the app. */
export function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value = '']) => (ours.test(name) ? [] : [[name, value]])),
  ) as Record<string, string>;
}

/** A headless host in a process of its own, started as a script would. */
export interface HeadlessProcess {
  ready: ReadyLine;
  pid: number;
  token: string;
  dataDir: string;
  /** Its output on stdout and stderr so far. */
  said(): { stdout: string; stderr: string };
  /** Ends it with SIGTERM and resolves with its exit status. */
  close(): Promise<number | null>;
}

/** Starts `serve --json`, with more flags if given; rejects with its output if it ends before it is ready. */
export async function launchHeadlessProcess(
  env: Record<string, string>,
  dataDir = mkdtempSync(join(tmpdir(), 'otp-dock-headless-')),
  flags: readonly string[] = [],
): Promise<HeadlessProcess> {
  const child = spawn(process.execPath, ['electron/cli/index.js', 'serve', '--json', ...flags], {
    cwd: root,
    env: { ...inherited(), PORT: '0', OTP_DOCK_API_PORT: '0', OTP_DOCK_DATA_DIR: dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  const exited = new Promise<number | null>((done) => child.once('close', done));
  const printed: string[] = [];
  const firstLine = new Promise<string>((done) => {
    createInterface({ input: child.stdout }).on('line', (line) => (printed.push(line), done(line)));
  });
  const died = exited.then(() => Promise.reject(new Error(`The host ended before it was ready:\n${said.join('\n')}`)));
  const ready = JSON.parse(await Promise.race([firstLine, died])) as ReadyLine;
  died.catch(() => undefined);
  return {
    ready,
    pid: child.pid ?? 0,
    token: ready.tokenFile === null ? (env['OTP_DOCK_API_TOKEN'] ?? '') : readFileSync(ready.tokenFile, 'utf8').trim(),
    dataDir,
    said: () => ({ stdout: printed.join('\n'), stderr: said.join('\n') }),
    close: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}
