import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureBuilt } from '../../build/scripts/build.ts';
import { launchHeadlessProcess } from '../e2e/harness/headless.ts';
import { measure, rowOf, type Row } from './measure.ts';
import { measurePainted } from './painted.ts';

const root = resolve(import.meta.dirname, '../..');
const bareServer = `import express from 'express';
const server = express().listen(0, '127.0.0.1', () => process.stdout.write('ready\\n'));
process.on('SIGTERM', () => server.close());`;

/** From the start of the process to its ready line, and what a browser has to fetch before the first screen. */
export async function measureStart(): Promise<Row[]> {
  await ensureBuilt({ log: () => undefined });
  const folder = mkdtempSync(join(tmpdir(), 'otp-dock-bench-'));
  try {
    return [await measureReady(folder), await measurePainted(), firstLoad()];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measureReady(folder: string): Promise<Row> {
  return measure({
    name: 'start: headless, until its ready line',
    unit: 'ms',
    floorIs: 'a bare Express server until it listens',
    goal: 'at most 2.5 times the floor',
    isOk: ({ ratio }) => ratio <= 2.5,
    ours: () =>
      msUntil(async () => {
        const { close } = await launchHeadlessProcess({ OTP_DOCK_DATA_DIR: folder });
        return close;
      }),
    floor: () => msUntil(startBare),
  });
}

async function msUntil(start: () => Promise<() => Promise<unknown>>): Promise<number> {
  const began = performance.now();
  const close = await start();
  const ms = performance.now() - began;
  await close();
  return ms;
}

async function startBare(): Promise<() => Promise<unknown>> {
  const args = ['--input-type=module', '--eval', bareServer];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return () => {
    child.kill('SIGTERM');
    return once(child, 'close');
  };
}

/** What index.html names, compressed. */
function firstLoad(): Row {
  const folder = join(root, 'out/renderer');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = globSync('assets/*.{js,css}', { cwd: folder }).filter((file) => html.includes(file));
  const ours = [html, ...named.map((file) => readFileSync(join(folder, file)))].map(kilobytes);
  return rowOf(
    {
      name: 'start: what the first screen loads',
      unit: 'kB compressed',
      floorIs: 'an empty page',
      goal: 'under 250 kB',
      isOk: ({ value }) => value < 250,
    },
    [{ ours: ours.reduce((sum, each) => sum + each, 0), floor: kilobytes('<!doctype html><title>Empty</title>') }],
  );
}

function kilobytes(content: string | Buffer): number {
  return gzipSync(content).length / 1000;
}
