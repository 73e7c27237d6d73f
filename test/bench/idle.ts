import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { ensureBuilt } from '../../build/scripts/build.ts';
import { rowOf, type Pair, type Row } from './measure.ts';
import { cpuMsOf, memoryMbOf } from './processUse.ts';
import { blankNewest, openBlank } from './screen/blankPage.ts';
import { openPage, type ChromiumPage } from './screen/chromiumPage.ts';
import { openCrowd } from './screen/crowd.ts';

const size = { numbers: 50, messages: 100 };
const rounds = 3;
const roundMs = 10_000;
/** Until nothing is left of the start: the page is drawn, and what is looked at once is looked at. */
const settledMs = 10_000;

interface Figures {
  host: number;
  page: number;
  memory: number;
}

/** A process that others wait for, by its id. */
interface Bare {
  pid: number;
  close(): Promise<unknown>;
}

/** The headless host with 50 numbers in use and a page in sight while nothing comes. */
export async function measureIdle(): Promise<Row[]> {
  await ensureBuilt({ log: () => undefined });
  const [crowd, bare] = [await openCrowd(size), await startBare()];
  const [page, blank] = await Promise.all([openPage(blankNewest), openPage(blankNewest)]);
  try {
    await page.page.goto(crowd.host.ready.ui);
    await page.page.locator('article').first().waitFor();
    await openBlank(blank.page, crowd.host);
    await delay(settledMs);
    const all: { ours: Figures; floor: Figures }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const ends = [await begin(crowd.host.pid, page), await begin(bare.pid, blank)] as const;
      await delay(roundMs);
      all.push({ ours: await ends[0](), floor: await ends[1]() });
    }
    return rowsOf(all);
  } finally {
    await Promise.all([page.close(), blank.close(), bare.close()]);
    await crowd.close();
  }
}

function rowsOf(all: { ours: Figures; floor: Figures }[]): Row[] {
  const pairs = (key: keyof Figures) => all.map(({ ours, floor }): Pair => ({ ours: ours[key], floor: floor[key] }));
  const bareIs = 'bare Express with a WebSocket that is open';
  return [
    rowOf(
      {
        name: 'idle: CPU of the host',
        unit: '% of a core',
        floorIs: bareIs,
        goal: 'under 0.5 %',
        isOk: ({ value }) => value < 0.5,
      },
      pairs('host'),
    ),
    rowOf(
      {
        name: 'idle: CPU of the page',
        unit: '% of a core',
        floorIs: 'an empty page with the same WebSocket',
        goal: 'under 10 %',
        isOk: ({ value }) => value < 10,
      },
      pairs('page'),
    ),
    rowOf(
      {
        name: 'idle: memory of the host',
        unit: 'MB',
        floorIs: bareIs,
        goal: 'at most 2.5 times the floor',
        isOk: ({ ratio }) => ratio <= 2.5,
      },
      pairs('memory'),
    ),
  ];
}

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

async function startBare(): Promise<Bare> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bareEcho.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  const socket = new WebSocket(`ws://127.0.0.1:${Number(port)}`);
  await once(socket, 'open');
  return { pid: child.pid ?? 0, close: () => (socket.terminate(), child.kill(), once(child, 'close')) };
}
