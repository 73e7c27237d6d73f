import { spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import type { Readable } from 'node:stream';
import { isFresh, sourceStamp } from './stamp.ts';

const root = resolve(import.meta.dirname, '../..');
const out = join(root, 'out');
const suffix = '.next';

/** Waits while another process builds. The system frees the lock when its owner dies, whatever the cause. */
function lock(): Disposable {
  mkdirSync(out, { recursive: true });
  const database = new DatabaseSync(join(out, '.lock'), { timeout: 300_000 });
  database.exec('BEGIN EXCLUSIVE');
  return { [Symbol.dispose]: () => database.close() };
}

/** Replaces the old folders with the finished ones. Without a stamp, nobody takes a half-moved state for complete. */
function moveIntoPlace(stamp: string): void {
  rmSync(join(out, '.stamp'), { force: true });
  for (const folder of ['main', 'preload', 'renderer', 'host']) {
    rmSync(join(out, folder), { recursive: true, force: true });
    renameSync(join(out, folder + suffix), join(out, folder));
  }
  writeFileSync(join(out, '.stamp'), stamp);
}

async function build(options: { always: boolean }): Promise<void> {
  using _held = lock();
  if (!options.always && isFresh(root)) return;
  const stamp = sourceStamp(root);
  const [{ build: bundle, createLogger }, { appConfig, hostConfig }] = await Promise.all([
    import('vite'),
    import('../../vite.config.ts'),
  ]);
  const logger = createLogger('info', { allowClearScreen: false });
  for (const config of [appConfig({ suffix, logger }), hostConfig({ suffix, logger })]) {
    await bundle({ ...config, configFile: false, mode: 'production' });
  }
  moveIntoPlace(stamp);
  // Records how the files look now: the process that starts the app may not be allowed to write here.
  isFresh(root);
}

function passLines(stream: Readable, log: (line: string) => void): void {
  createInterface({ input: stream }).on('line', (line) => {
    if (line.trim() !== '') log(line);
  });
}

/**
 * Builds main, preload, renderer and the headless host if out/ is missing or older than the sources. Runs in a process
 * of its own, because Vite writes to stdout and sets NODE_ENV, and hosts want neither. Two callers at once build once.
 */
export async function ensureBuilt(options: { log: (line: string) => void }): Promise<void> {
  if (isFresh(root)) return;
  options.log('Building the app (the first start, or its sources changed).');
  const lines: string[] = [];
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', import.meta.filename, '--if-needed'],
    { cwd: root, env: { ...process.env, NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  for (const stream of [child.stdout, child.stderr]) passLines(stream, (line) => lines.push(line));
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done));
  if (code === 0) return;
  lines.forEach((line) => options.log(line));
  throw new Error('The app could not be built; the lines before this one say why.');
}

if (import.meta.main) {
  process.env['NODE_ENV'] = 'production';
  await build({ always: !process.argv.includes('--if-needed') });
}
