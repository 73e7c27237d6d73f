import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ensureBuilt } from '../../../build/scripts/build.ts';
import { launchHeadlessProcess } from '../../e2e/harness/headless.ts';
import { inFolder } from '../inFolder.ts';
import { rowOf, type Row } from '../measure.ts';
import { startBare } from '../processes.ts';
import { anyAccount } from '../webhook.ts';
import { offer, type Offered } from './offer.ts';

const perSecond = 2_000;
/** To warm up. */
const firstSeconds = 2;

/** What an app sends at a pace: how much of it is answered a second, with nothing lost. `full`: for a minute. */
export async function measureCaptured({ full }: { full: boolean }): Promise<Row[]> {
  await ensureBuilt({ log: () => undefined });
  const seconds = full ? 60 : 8;
  const floor = await inFolder((folder) => storedBarely(folder, seconds));
  const ours = await inFolder((folder) => captured(folder, seconds));
  return [
    rowOf(
      {
        name: `captured: ${perSecond.toLocaleString('en')} offered a second for ${seconds} seconds, none lost`,
        unit: 'messages/s',
        floorIs: 'bare Express that stores each in SQLite with synchronous=FULL before it answers',
        goal: `at least ${(perSecond * 0.99).toLocaleString('en')} messages/s`,
        isOk: ({ value }) => value >= perSecond * 0.99,
        why: 'a message costs about 0.5 ms of one core, and who sends them shares the cores with it.',
      },
      [{ ours, floor }],
    ),
  ];
}

async function storedBarely(folder: string, seconds: number): Promise<number> {
  const program = join(import.meta.dirname, 'bareStore.ts');
  const { port, close } = await startBare(program, join(folder, 'bare.db'));
  try {
    await offer(port, anyAccount, perSecond, firstSeconds);
    return rateOf(await offer(port, anyAccount, perSecond, seconds));
  } finally {
    await close();
  }
}

async function captured(folder: string, seconds: number): Promise<number> {
  const host = await launchHeadlessProcess({ OTP_DOCK_CAPTURE_PORT: '0' }, folder, ['--capture']);
  const { capture } = host.ready;
  if (!capture) throw new Error('The host does not capture.');
  const port = Number(new URL(capture.baseUrl).port);
  const offered: Offered[] = [];
  for (const time of [firstSeconds, seconds]) offered.push(await offer(port, capture, perSecond, time));
  await host.close();
  assertStored(
    join(folder, 'history.db'),
    offered.flatMap(({ sids }) => sids),
  );
  return rateOf(offered.at(-1)!);
}

function rateOf({ sids, seconds: taken }: Offered): number {
  return sids.length / taken;
}

/** Every message that was answered is there, once. */
function assertStored(file: string, sids: readonly string[]): void {
  const db = new DatabaseSync(file, { readOnly: true });
  const stored = db.prepare('SELECT sid FROM messages').all() as { sid: string }[];
  db.close();
  const kept = new Set(stored.map(({ sid }) => sid));
  const lost = sids.filter((sid) => !kept.has(sid)).length;
  if (lost > 0 || stored.length !== sids.length)
    throw new Error(`Of ${sids.length} messages ${lost} were lost; ${stored.length} are stored.`);
}
