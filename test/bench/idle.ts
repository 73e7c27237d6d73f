import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { ensureBuilt } from '../../build/scripts/build.ts';
import { atMostTimes, figures, rowOf, under, type Pair, type Row } from './measure.ts';
import { cpuMsOf, memoryMbOf, startBare } from './processes.ts';
import { blankNewest, openBlank } from './screen/blankPage.ts';
import { openPage, type ChromiumPage } from './screen/chromiumPage.ts';
import { openCrowd } from './screen/crowd.ts';

/** In JavaScript: to strip types, Node loads a compiler, which takes 16 MB. */
const bareSocket = `import express from 'express';
import { WebSocketServer } from 'ws';
const server = express().listen(0, '127.0.0.1', () => process.stdout.write(String(server.address().port)));
new WebSocketServer({ server });`;

const size = { numbers: 50, messages: 100 };
const rounds = 3;

interface Figures {
  host: number;
  page: number;
  memory: number;
}

/** The headless host with 50 numbers in use and a page in sight while nothing comes. `full`: for twice as long. */
export async function measureIdle({ full }: { full: boolean }): Promise<Row[]> {
  const roundMs = full ? 10_000 : 4_000;
  await ensureBuilt({ log: () => undefined });
  const [crowd, bare] = [await openCrowd(size), await startBare('--input-type=module', '--eval', bareSocket)];
  const socket = new WebSocket(`ws://127.0.0.1:${bare.port}`);
  await once(socket, 'open');
  const [page, blank] = await Promise.all([openPage(blankNewest), openPage(blankNewest)]);
  try {
    await page.page.goto(crowd.host.ready.ui);
    await page.page.locator('article').first().waitFor();
    await openBlank(blank.page, crowd.host);
    // Until nothing is left of the start: the page is drawn, and what is looked at once is looked at.
    await delay(roundMs);
    const pairs: Pair<Figures>[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const ends = [await begin(crowd.host.pid, page), await begin(bare.pid, blank)] as const;
      await delay(roundMs);
      pairs.push({ ours: await ends[0](), floor: await ends[1]() });
    }
    return rowsOf(pairs);
  } finally {
    socket.terminate();
    await Promise.all([page.close(), blank.close(), bare.close()]);
    await crowd.close();
  }
}

function rowsOf(pairs: Pair<Figures>[]): Row[] {
  const row = (key: keyof Figures, subject: Parameters<typeof rowOf>[0]) =>
    rowOf(
      subject,
      figures(pairs, (round) => round[key]),
    );
  const cpu = { unit: '% of a core' };
  const bareIs = { floorIs: 'bare Express with a WebSocket that is open' };
  const emptyIs = { floorIs: 'an empty page with the same WebSocket' };
  return [
    row('host', { name: 'idle: CPU of the host', ...cpu, ...bareIs, ...under(0.5, '%') }),
    row('page', { name: 'idle: CPU of the page', ...cpu, ...emptyIs, ...under(10, '%') }),
    row('memory', { name: 'idle: memory of the host', unit: 'MB', ...bareIs, ...atMostTimes(1.3), why: loaded }),
  ];
}

/** From smaps and heap statistics at each step, with everything compiled before. */
const loaded =
  'it holds 107 MB when it is ready without an account (4 of them the text of the program, 14 more objects and compiled ' +
  'functions than bare Express) and 124 once the SDK of Twilio, axios and fetch are loaded; 50 purchases let V8 take up to ' +
  '32 MB for new objects, which it keeps. With 8 it holds 25 MB less, but of 250 waits one in a hundred gets its code after ' +
  '90 to 800 ms instead of 40. Node alone is 43.';

async function begin(pid: number, page: ChromiumPage): Promise<() => Promise<Figures>> {
  const before = { host: cpuMsOf(pid), page: (await page.used()).cpu };
  const began = performance.now();
  return async () => {
    const after = { host: cpuMsOf(pid), page: (await page.used()).cpu };
    const percent = (ms: number) => (100 * ms) / (performance.now() - began);
    return {
      host: percent(after.host - before.host),
      page: percent(after.page - before.page),
      memory: memoryMbOf(pid),
    };
  };
}
