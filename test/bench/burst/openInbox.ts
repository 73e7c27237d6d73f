import { Agent } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { atMost, figures, rowOf, type Pair, type Row, type Subject } from '../measure.ts';
import { blankNewest, openBlank } from '../screen/blankPage.ts';
import { openPage, type ChromiumPage } from '../screen/chromiumPage.ts';
import { openCrowd, type Crowd } from '../screen/crowd.ts';
import { codeOf, exchange, webhook } from '../webhook.ts';
import { readFrames, watchFrames, type Frames } from './watchFrames.ts';

const size = { numbers: 200, messages: 5_000 };
/** SMS in a millisecond, as many as Twilio has been seen to deliver. */
const perMs = 4_700 / 42_000;
/** How long it may take, after the last message, until it is shown. */
const patienceMs = 10_000;

/** Beyond those of the messages that are there already. */
const firstIndex = 1_000_000_000;

/** Connections; more would be refused. */
const atOnce = 32;

const newest = '.inbox-hero';
const count = '.inbox-count';
const floorIs = 'an empty page that writes the newest code of the same WebSocket into a text';

/** From a trace of the page: the wall time and the processor's time of its longest tasks. */
const waitsForTheProcessor =
  'its longest tasks take 62 to 107 ms, but have the processor for 42 to 61 of them: scripts 17 to 26, style and layout ' +
  '13 to 18, paint 7 to 10, and in the longest a garbage collection of 15. For the rest they wait: the sender, the ' +
  'host, the emulator and two browsers share two cores, and an empty page has a longest frame of 83 to 117 there.';

const subjects: Record<keyof Frames, Subject> = {
  longestFrame: { name: 'longest frame', unit: 'ms', floorIs, ...atMost(100, 'ms'), why: waitsForTheProcessor },
  newestStood: { name: 'longest time without a newer message shown', unit: 'ms', floorIs, ...atMost(250, 'ms') },
  countStood: { name: 'longest time for which the count stood still', unit: 'ms', floorIs, ...atMost(1_500, 'ms') },
};

/** An open inbox while a burst of SMS comes; at its end all of them have to be there. */
export async function measureOpenInbox(burst: number): Promise<Row[]> {
  const crowd = await openCrowd(size);
  const [ours, floor] = await Promise.all([openPage(newest), openPage(blankNewest)]);
  try {
    await ours.page.goto(crowd.host.ready.ui);
    await ours.page.locator('article').first().waitFor();
    await ours.page.goto(`${crowd.host.ready.api}/#inbox`);
    await ours.page.locator(newest).first().waitFor();
    await openBlank(floor.page, crowd.host);
    await ours.page.evaluate(watchFrames, { newest, count });
    await floor.page.evaluate(watchFrames, { newest: blankNewest, count: blankNewest });
    const last = await sendBurst(crowd, burst);
    const pair: Pair<Frames> = {
      ours: await ours.page.evaluate(readFrames),
      floor: await floor.page.evaluate(readFrames),
    };
    await assertShown(ours, last);
    return Object.entries(subjects).map(([key, subject]) =>
      rowOf(
        { ...subject, name: `burst: ${subject.name}` },
        figures([pair], (frames) => frames[key as keyof Frames]),
      ),
    );
  } finally {
    await Promise.all([ours.close(), floor.close()]);
    await crowd.close();
  }
}

/** Sends at an even pace, whether those before are answered or not; resolves with the last code. */
async function sendBurst({ host, emulator, recipients }: Crowd, burst: number): Promise<string> {
  const url = host.ready.webhook;
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const began = performance.now();
  const sent: Promise<string>[] = [];
  for (let index = 0; index < burst; index += 1) {
    await delay(Math.max(0, began + index / perMs - performance.now()));
    const to = recipients[index % recipients.length] ?? '';
    const { headers, body } = webhook(firstIndex + index, url, emulator, to);
    sent.push(exchange(url, { agent, method: 'POST', headers }, body));
  }
  await Promise.all(sent);
  agent.destroy();
  return codeOf(firstIndex + burst - 1);
}

async function assertShown({ page }: ChromiumPage, code: string): Promise<void> {
  await page.locator(newest, { hasText: code }).first().waitFor({ timeout: patienceMs });
}
