import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureBuilt } from '../../build/scripts/build.ts';
import { launchHeadlessProcess } from '../e2e/harness/headless.ts';
import { inFolder } from './inFolder.ts';
import { startBare } from './processes.ts';
import { atMostTimes, measure, rowOf, under, type Measurement, type Row } from './measure.ts';
import { measurePainted } from './painted.ts';

const bareServer = `import express from 'express';
const server = express().listen(0, '127.0.0.1', () => process.stdout.write(String(server.address().port)));`;

/** From the start of the process to its ready line, and what a browser has to fetch before the first screen. */
export async function measureStart(options: { full: boolean }): Promise<Row[]> {
  await ensureBuilt({ log: () => undefined });
  return [await inFolder((folder) => measureReady(folder, options)), ...(await measurePainted(options)), firstLoad()];
}

function measureReady(folder: string, options: { full: boolean }): Promise<Row> {
  const ready: Measurement = {
    name: 'start: headless, until its ready line',
    unit: 'ms',
    floorIs: 'a bare Express server until it listens',
    ...atMostTimes(2.5),
    ours: () => msUntil(() => launchHeadlessProcess({ OTP_DOCK_DATA_DIR: folder })),
    floor: () => msUntil(() => startBare('--input-type=module', '--eval', bareServer)),
  };
  return measure(ready, options);
}

async function msUntil(start: () => Promise<{ close(): Promise<unknown> }>): Promise<number> {
  const began = performance.now();
  const process = await start();
  const ms = performance.now() - began;
  await process.close();
  return ms;
}

/** What index.html names, as it is sent: compressed by the build. */
function firstLoad(): Row {
  const folder = resolve(import.meta.dirname, '../../out/renderer');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = globSync('assets/*.{js,css}', { cwd: folder }).filter((file) => html.includes(file));
  const ours = ['index.html', ...named].map((file) => kilobytesSent(join(folder, file)));
  return rowOf(
    {
      name: 'start: what the first screen loads',
      unit: 'kB compressed',
      floorIs: 'an empty page',
      ...under(180, 'kB'),
    },
    [{ ours: ours.reduce((sum, each) => sum + each, 0), floor: '<!doctype html><title>Empty</title>'.length / 1000 }],
  );
}

function kilobytesSent(file: string): number {
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size / 1000;
}
