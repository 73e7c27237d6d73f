import { spawn, type ChildProcess } from 'node:child_process';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureBuilt } from './build.ts';
import { electronBinary, hasDisplay } from './electronBinary.ts';
import {
  decideStart,
  desktopArguments,
  ownFlags,
  serveArguments,
  serveEnvironment,
  type Start,
} from './startDecision.ts';

const root = resolve(import.meta.dirname, '../..');
const flags = ownFlags(process.argv.slice(2));
const demo = flags.includes('--demo');
/** With hot reload. */
const dev = process.argv.includes('--dev');
const downloadLimitMs = 5 * 60_000;

function decide(downloadTried: boolean): Start {
  return decideStart({
    platform: process.platform,
    display: hasDisplay(process.platform, process.env),
    root: process.getuid?.() === 0,
    binary: electronBinary(root, process.env) !== null,
    downloadTried,
    ci: Boolean(process.env['CI']),
  });
}

/** Resolves when the download has ended, successfully or not; the caller then checks for the binary. */
async function download(): Promise<void> {
  process.stderr.write("Electron's binary is not here yet: downloading it.\n");
  const child = spawn(process.execPath, [join(root, 'node_modules/electron/install.js')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    timeout: downloadLimitMs,
  });
  await ended(child);
}

/** A child's exit status, as a shell would report it. */
function ended(child: ChildProcess): Promise<number> {
  return new Promise((done) => {
    child.once('error', () => done(1));
    child.once('close', (code, signal) => done(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/** A terminal sends Ctrl+C to the whole process group. If we passed it on, the child would get it twice. */
function forwardSignals(child: ChildProcess): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
}

/**
 * On SIGTERM npm ends its shell, but the shell does not end its children: without this the app would keep running
 * unseen, holding its port and its data.
 */
function stopWithNpm(child: ChildProcess): void {
  if (process.platform === 'win32' || process.env['npm_lifecycle_event'] === undefined) return;
  const shell = process.ppid;
  setInterval(() => process.ppid !== shell && child.kill('SIGTERM'), 500).unref();
}

function run(command: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
  forwardSignals(child);
  stopWithNpm(child);
  return ended(child);
}

async function desktop(): Promise<number> {
  if (dev) return run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), '--', ...flags]);
  await ensureBuilt({ log: (line) => process.stderr.write(`${line}\n`) });
  return run(electronBinary(root, process.env)!, desktopArguments(flags));
}

async function start(downloadTried: boolean): Promise<number> {
  const decision = decide(downloadTried);
  switch (decision.kind) {
    case 'desktop':
      return desktop();
    case 'download':
      await download();
      return start(true);
    case 'browser':
      process.stdout.write(`${decision.why}\n`);
      return run(process.execPath, serveArguments({ demo, open: decision.open, dev }), serveEnvironment(flags));
  }
}

// The started app keeps running even when nobody reads its output any more.
for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
process.exitCode = await start(false);
