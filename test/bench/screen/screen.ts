import { setTimeout as delay } from 'node:timers/promises';
import { atMost, figures, rowOf, under, type Pair, type Row, type Subject } from '../measure.ts';
import { blankNewest, openBlank } from './blankPage.ts';
import { openPage, type ChromiumPage, type Used } from './chromiumPage.ts';
import { openCrowd, type Crowd } from './crowd.ts';

const size = { numbers: 200, messages: 10_000 };
const messagesARound = 4;
const warmUpMessages = 3;

/** A place of the user interface, and where it shows the newest code. */
const places = [
  { hash: 'numbers', newest: '.lease-current [data-testid=code]' },
  { hash: 'inbox', newest: '.inbox-hero' },
] as const;

type Figures = Record<'cpu' | 'painted' | 'script' | 'slow' | 'dropped', number>;

const floorIs = 'an empty page that writes the newest code of the same WebSocket into a text';

/** From traces of the page with 200 numbers. */
const eachSecond =
  'of each second, the frame of a message takes 25 ms, for its row and two layouts of the list, and the countdowns take 20, ' +
  'for the layout of the rows in sight; what is new is marked for 0.8 seconds, by frames of its own. One of them comes late.';

const subjects: Record<keyof Figures, Subject> = {
  cpu: { name: 'CPU of the page', unit: '% of a core', floorIs, ...under(10, '%'), why: eachSecond },
  painted: { name: 'slowest code of a round, from the POST to its paint', unit: 'ms', floorIs, ...atMost(100, 'ms') },
  script: { name: 'scripts', unit: 'ms/s', floorIs, ...atMost(50, 'ms/s') },
  slow: { name: 'long tasks', unit: 'ms/s', floorIs, goal: 'none', isOk: ({ value }) => value === 0 },
  dropped: {
    name: 'dropped frames',
    unit: 'frames/s',
    floorIs: `${floorIs}, which has next to no frames`,
    ...atMost(1, 'a second'),
    why: eachSecond,
  },
};

/**
 * The built user interface on the headless host with 200 numbers in use and 10,000 messages, one more each second. `full`:
 * five rounds instead of three.
 */
export async function measureScreen({ full }: { full: boolean }): Promise<Row[]> {
  const crowd = await openCrowd(size);
  try {
    const rows: Row[] = [];
    for (const place of places) rows.push(...(await measurePlace(crowd, place, full ? 5 : 3)));
    return rows;
  } finally {
    await crowd.close();
  }
}

async function measurePlace(crowd: Crowd, { hash, newest }: (typeof places)[number], rounds: number): Promise<Row[]> {
  const [ours, floor] = await Promise.all([openPage(newest), openPage(blankNewest)]);
  try {
    await ours.page.goto(crowd.host.ready.ui);
    await ours.page.locator('article').first().waitFor();
    await ours.page.goto(`${crowd.host.ready.api}/#${hash}`);
    await openBlank(floor.page, crowd.host);
    await sendOneASecond(crowd, warmUpMessages);
    const pairs: Pair<Figures>[] = [];
    for (let round = 0; round < rounds; round += 1) pairs.push(await measureRound(crowd, ours, floor));
    return Object.entries(subjects).map(([key, subject]) =>
      rowOf(
        { ...subject, name: `${hash}: ${subject.name}` },
        figures(pairs, (round) => round[key as keyof Figures]),
      ),
    );
  } finally {
    await Promise.all([ours.close(), floor.close()]);
  }
}

/** Both pages at once: they get the same messages in the same moments. */
async function measureRound(crowd: Crowd, ours: ChromiumPage, floor: ChromiumPage): Promise<Pair<Figures>> {
  const [endOurs, endFloor] = await Promise.all([begin(ours), begin(floor)]);
  const sent = await sendOneASecond(crowd, messagesARound);
  const [oursFigures, floorFigures] = await Promise.all([endOurs(sent), endFloor(sent)]);
  return { ours: oursFigures, floor: floorFigures };
}

type Sent = Awaited<ReturnType<Crowd['send']>>;

async function begin(page: ChromiumPage): Promise<(sent: Sent[]) => Promise<Figures>> {
  const dropped = await page.countDropped();
  const before = await page.used();
  const began = performance.now();
  return async (sent) => {
    const after = await page.used();
    const seconds = (performance.now() - began) / 1000;
    const perSecond = (name: keyof Used) => (after[name] - before[name]) / seconds;
    const paints = await page.paints();
    // What was never painted took for ever.
    const waits = sent.map(({ code, sentAt }) => (paints[code] ?? Number.POSITIVE_INFINITY) - sentAt);
    return {
      cpu: perSecond('cpu') / 10,
      painted: Math.max(...waits),
      script: perSecond('script'),
      slow: perSecond('slow'),
      dropped: (await dropped()) / seconds,
    };
  };
}

async function sendOneASecond(crowd: Crowd, count: number): Promise<Sent[]> {
  const began = performance.now();
  const sent: Sent[] = [];
  for (let index = 1; index <= count; index += 1) {
    sent.push(await crowd.send());
    await delay(Math.max(0, began + 1000 * index - performance.now()));
  }
  return sent;
}
