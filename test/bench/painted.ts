import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { build } from 'vite';
import { rowOf, type Pair, type Row } from './measure.ts';
import { openPage, type ChromiumPage } from './screen/chromiumPage.ts';
import { openCrowd } from './screen/crowd.ts';

const size = { numbers: 5, messages: 100 };
const rounds = 5;
const patienceMs = 60_000;
const listed = 'article';

/** Serves what Vite has built, and nothing else. */
const staticServer = `import express from 'express';
const server = express().use(express.static(process.argv[1])).listen(0, '127.0.0.1', () =>
  process.stdout.write(String(server.address().port)));`;

/** From the start of the process until the browser, which runs already, has painted the first number in use. */
export async function measurePainted(): Promise<Row> {
  const [crowd, folder] = [await openCrowd(size), mkdtempSync(join(tmpdir(), 'otp-dock-bench-'))];
  try {
    await buildEmptyPage(folder);
    const pairs: Pair[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const floor = await painted((page) => openBare(page, folder));
      const ours = await painted(async (page) => {
        const startedAt = await crowd.restart();
        await page.goto(crowd.host.ready.ui);
        return { startedAt, close: () => undefined };
      });
      pairs.push({ floor, ours });
    }
    return rowOf(
      {
        name: 'start: headless, until the numbers are painted',
        unit: 'ms',
        floorIs: 'bare Express that serves an empty page built by Vite, until that is painted in the same browser',
        goal: 'at most 2.5 times the floor',
        isOk: ({ ratio }) => ratio <= 2.5,
        why: 'beside the start of the process, it is the browser that compiles the interface and draws it for the first time.',
      },
      pairs,
    );
  } finally {
    await crowd.close();
    rmSync(folder, { recursive: true });
  }
}

type Open = (page: ChromiumPage['page']) => Promise<{ startedAt: number; close: () => unknown }>;

/** Milliseconds from the start until it is painted, in a browser that has seen nothing of it before. */
async function painted(open: Open): Promise<number> {
  const chromium = await openPage(listed);
  try {
    const { startedAt, close } = await open(chromium.page);
    const at = await firstPaint(chromium);
    await close();
    return at - startedAt;
  } finally {
    await chromium.close();
  }
}

async function firstPaint({ paints }: ChromiumPage): Promise<number> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    const times = Object.values(await paints());
    if (times.length > 0) return Math.min(...times);
    // The instant is told by the page itself; this only asks for it.
    await delay(50);
  }
  throw new Error('Nothing was painted.');
}

async function openBare(page: ChromiumPage['page'], folder: string): ReturnType<Open> {
  const startedAt = Date.now();
  const child = spawn(process.execPath, ['--input-type=module', '--eval', staticServer, join(folder, 'dist')], {
    cwd: resolve(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  await page.goto(`http://127.0.0.1:${Number(port)}/`);
  return { startedAt, close: () => (child.kill(), once(child, 'close')) };
}

async function buildEmptyPage(folder: string): Promise<void> {
  const script = `document.body.append(Object.assign(document.createElement('${listed}'), { textContent: 'Empty' }));`;
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>Empty</title><script type=module src=main.js></script>',
  );
  writeFileSync(join(folder, 'main.js'), script);
  await build({ root: folder, configFile: false, logLevel: 'silent' });
}
