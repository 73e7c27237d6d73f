import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { build } from 'vite';
import { inFolder } from './inFolder.ts';
import { startBare } from './processes.ts';
import { atMostTimes, figures, inTurns, rowOf, type Row } from './measure.ts';
import { openPage, openPageIn, type ChromiumPage } from './screen/chromiumPage.ts';
import { openCrowd } from './screen/crowd.ts';

const size = { numbers: 5, messages: 100 };
const patienceMs = 60_000;
/** With a profile, Chromium has things of its own to do at first. */
const settledMs = 1_000;
const listed = 'article';

/** Serves what Vite has built, and nothing else. */
const staticServer = `import express from 'express';
const server = express().use(express.static(process.argv[1])).listen(0, '127.0.0.1', () =>
  process.stdout.write(String(server.address().port)));`;

interface Visits {
  first: number;
  third: number;
}

/** Milliseconds. */
interface Painted {
  /** From the start of the process until the first number is painted. */
  list: number;
  /** From the beginning of the navigation until anything is painted, and until the first number is. */
  frameOfPage: number;
  listOfPage: number;
  /** The first and third visit with a profile on disk: Chromium keeps the compiled code of what was fetched twice. Of ours alone. */
  visits: Visits | null;
}

const floorIs = 'bare Express that serves an empty page built by Vite, until that is painted in the same browser';
/** From a CPU profile of the host and traces of the page, on two cores. */
const fromTraces =
  "the host says that it is ready after 800 ms: 530 are its own start, and in the others Twilio's SDK is loaded and its " +
  'own address tried. Then the browser takes 220 until it asks for the page. On the page there is no wait longer than 25 ms: ' +
  '160 are the connection, the words and the first use of Intl, 105 are React, Mantine and the interface as they are ' +
  'evaluated, 235 the first drawing of five numbers, half of it compiling, and 70 style and layout.';
const youngHost =
  'the first request to a host takes 100 to 150 ms, and the next ones 6 to 10: its code is compiled as it is used.';
const pageFloorIs = 'that empty page, from the beginning of its navigation';

/** In a browser that runs already, and has seen nothing of the page before. */
export function measurePainted({ full }: { full: boolean }): Promise<Row[]> {
  return inFolder(async (folder) => {
    const crowd = await openCrowd(size);
    try {
      await buildEmptyPage(folder);
      const pairs = await inTurns(full ? 5 : 3, {
        floor: () => painted(() => openBare(folder), false),
        ours: () =>
          painted(async () => {
            const startedAt = await crowd.restart();
            return { startedAt, url: crowd.host.ready.ui, close: () => undefined };
          }, true),
      });
      return [
        rowOf(
          {
            name: 'start: headless, until the numbers are painted',
            unit: 'ms',
            floorIs,
            ...atMostTimes(2),
            why: fromTraces,
          },
          figures(pairs, ({ list }) => list),
        ),
        rowOf(
          {
            name: 'page: until its frame is painted',
            unit: 'ms',
            floorIs: pageFloorIs,
            ...atMostTimes(1.2),
            why: youngHost,
          },
          pairs.map(({ ours, floor }) => ({ ours: ours.frameOfPage, floor: floor.listOfPage })),
        ),
        rowOf(
          {
            name: 'page: until the numbers are painted',
            unit: 'ms',
            floorIs: pageFloorIs,
            ...atMostTimes(2),
            why: fromTraces,
          },
          figures(pairs, ({ listOfPage }) => listOfPage),
        ),
        rowOf(
          {
            name: 'page: the third time, until the numbers are painted',
            unit: 'ms',
            floorIs: 'the same page in a browser that has seen nothing of it',
            ...atMostTimes(0.5),
          },
          pairs.flatMap(({ ours: { visits } }) => (visits ? [{ ours: visits.third, floor: visits.first }] : [])),
        ),
      ];
    } finally {
      await crowd.close();
    }
  });
}

interface Started {
  startedAt: number;
  url: string;
  close: () => unknown;
}

async function painted(start: () => Promise<Started>, isOurs: boolean): Promise<Painted> {
  const chromium = await openPage(listed);
  try {
    const { startedAt, url, close } = await start();
    const first = await paintedAt(chromium, url);
    const visits = isOurs ? await visitsOf(url) : null;
    await close();
    return {
      list: first.list - startedAt,
      frameOfPage: first.frame - first.began,
      listOfPage: first.list - first.began,
      visits,
    };
  } finally {
    await chromium.close();
  }
}

/** Until the list is painted, at the first and third visit of a browser that has run for a while. Milliseconds. */
function visitsOf(url: string): Promise<Visits> {
  return inFolder(async (folder) => {
    const chromium = await openPageIn(folder, listed);
    try {
      await delay(settledMs);
      const took: number[] = [];
      for (let visit = 0; visit < 3; visit += 1) {
        const { list, began } = await paintedAt(chromium, url);
        took.push(list - began);
      }
      const [first = Number.NaN, , third = Number.NaN] = took;
      return { first, third };
    } finally {
      await chromium.close();
    }
  });
}

/** Goes to a page; when that began and what was painted when (milliseconds since the epoch). */
async function paintedAt({ page, paints }: Pick<ChromiumPage, 'page' | 'paints'>, url: string) {
  await page.goto('about:blank');
  await page.goto(url);
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    const [list] = Object.values(await paints()).toSorted((a, b) => a - b);
    // The instant is told by the page itself; this only asks for it.
    if (list === undefined) await delay(50);
    else return { list, ...(await page.evaluate(readFirstPaint)) };
  }
  throw new Error('Nothing was painted.');
}

/** Runs in the page. */
function readFirstPaint() {
  const [paint] = performance.getEntriesByName('first-contentful-paint');
  return { began: performance.timeOrigin, frame: performance.timeOrigin + (paint?.startTime ?? Number.NaN) };
}

async function openBare(folder: string): Promise<Started> {
  const startedAt = Date.now();
  const { port, close } = await startBare('--input-type=module', '--eval', staticServer, join(folder, 'dist'));
  return { startedAt, url: `http://127.0.0.1:${port}/`, close };
}

async function buildEmptyPage(folder: string): Promise<void> {
  const script = `document.body.append(Object.assign(document.createElement('${listed}'), { textContent: 'Empty' }));`;
  const html = '<!doctype html><title>Empty</title><script type=module src=main.js></script>';
  writeFileSync(join(folder, 'index.html'), html);
  writeFileSync(join(folder, 'main.js'), script);
  await build({ root: folder, configFile: false, logLevel: 'silent' });
}
