import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { build } from 'vite';
import { inFolder } from './inFolder.ts';
import { startBare } from './processes.ts';
import { atMostTimes, inTurns, rowOf, type Row } from './measure.ts';
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
export function measurePainted(): Promise<Row> {
  return inFolder(async (folder) => {
    const crowd = await openCrowd(size);
    try {
      await buildEmptyPage(folder);
      const pairs = await inTurns(rounds, {
        floor: () => painted((page) => openBare(page, folder)),
        ours: () =>
          painted(async (page) => {
            const startedAt = await crowd.restart();
            await page.goto(crowd.host.ready.ui);
            return { startedAt, close: () => undefined };
          }),
      });
      return rowOf(
        {
          name: 'start: headless, until the numbers are painted',
          unit: 'ms',
          floorIs: 'bare Express that serves an empty page built by Vite, until that is painted in the same browser',
          ...atMostTimes(2.5),
          why: 'beside the start of the process, it is the browser that compiles the interface and draws it for the first time.',
        },
        pairs,
      );
    } finally {
      await crowd.close();
    }
  });
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
  const { port, close } = await startBare('--input-type=module', '--eval', staticServer, join(folder, 'dist'));
  await page.goto(`http://127.0.0.1:${port}/`);
  return { startedAt, close };
}

async function buildEmptyPage(folder: string): Promise<void> {
  const script = `document.body.append(Object.assign(document.createElement('${listed}'), { textContent: 'Empty' }));`;
  const html = '<!doctype html><title>Empty</title><script type=module src=main.js></script>';
  writeFileSync(join(folder, 'index.html'), html);
  writeFileSync(join(folder, 'main.js'), script);
  await build({ root: folder, configFile: false, logLevel: 'silent' });
}
